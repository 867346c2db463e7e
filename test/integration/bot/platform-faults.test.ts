import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idempotencyKeyOf } from '../../../bot/delivery/idempotency.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { createStage, type Stage } from '../../support/delivery-stage.ts';
import type { DeliveryWorld } from '../../support/delivery-world.ts';
import { inDeliveryWorld } from '../../support/in-delivery-world.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import {
  breakBefore,
  change,
  type Fault,
  foreign,
  loginRedirect,
  loseAnswer,
  refuse,
  refuseFields,
  webPage,
} from '../../support/faults.ts';

const MINUTE = 60_000;
const NEXT = /\/api_tokens$/;
const SAVE = /\/save$/;
const TOKEN = /\/api_tokens\/[^/]+$/;

let world: DeliveryWorld;
let stage: Stage;

/** Each request meets the next of the faults, and passes after the last. */
const inTurn = (...faults: readonly Fault[]): Fault => {
  const left = [...faults];
  return (request, next) => left.shift()?.(request, next) ?? next();
};

/** What leaves it open whether a call took effect. */
const UNANSWERED: readonly [string, Fault][] = [
  ['500', refuse(500)],
  ['a web page', webPage],
  ['a broken connection', breakBefore],
  ['a lost answer', loseAnswer],
];

/** The fault meets so many requests, and the later ones pass. */
const times = (count: number, fault: Fault): Fault =>
  inTurn(...Array.from({ length: count }, () => fault));

const sound = async (): Promise<void> => {
  expect((await stage.verdict()).broken).toEqual([]);
};

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inDeliveryWorld(
    (itsWorld, itsStage) => {
      world = itsWorld;
      stage = itsStage;
    },
    { fresh },
  );

  describe('Next', () => {
    const refusals: readonly [string, Fault, string][] = [
      ['401', refuse(401), 'next_refused'],
      ['403', refuse(403), 'next_refused'],
      ['404', refuse(404), 'next_refused'],
      ['409', refuse(409), 'next_refused'],
      ['a login page', loginRedirect, 'next_refused'],
      ['422', refuseFields({ field: 'name', code: 'too_long', max: 20 }), 'next_invalid'],
      ['429 for ten minutes', refuse(429, { 'retry-after': '600' }), 'next_failed'],
    ];

    it.each(refusals)(
      'that is answered with %s is told, and not asked again',
      async (_, fault, why) => {
        world.faults.on('POST', NEXT, fault);
        const id = await stage.make();
        expect(world.faults.count('POST', NEXT)).toBe(1);
        expect(stage.words(id)).toEqual([`announcement ${why}`]);
        expect(await stage.progress(id)).toMatchObject({ state: 'discarded', token: null });
        await sound();
      },
    );

    const open: readonly [string, Fault][] = [
      ...UNANSWERED,
      ['429 for a moment', refuse(429, { 'retry-after': '2' })],
    ];

    it.each(open)(
      'after %s is asked again under its key, and makes one token',
      async (_, fault) => {
        world.faults.on('POST', NEXT, times(2, fault));
        const id = await stage.make();
        const keys = world.faults
          .requests('POST', NEXT)
          .map(({ headers }) => headers.get('idempotency-key'));
        const key = idempotencyKeyOf((await stage.stored(id)).submission);
        expect(keys).toEqual([key, key, key]);
        expect(await stage.progress(id)).toMatchObject({ state: 'saved' });
        const { active, broken } = await stage.verdict();
        expect(active).toEqual(new Set([id]));
        expect(broken).toEqual([]);
      },
    );

    it.each(open.slice(0, 4))('that only ever has %s is given up and told', async (_, fault) => {
      world.faults.on('POST', NEXT, fault);
      const id = await stage.make();
      expect(world.faults.count('POST', NEXT)).toBe(3);
      expect(stage.words(id)).toEqual(['announcement next_failed']);
      await sound();
    });
  });

  describe('Next that makes another token than it was asked for', () => {
    const state = async (id: string): Promise<unknown> => {
      const { token } = await stage.progress(id);
      const path = `/api/v1/api_tokens/${token?.id}`;
      return (await world.platform.call('GET', path, { key: world.key })).json;
    };

    it.each([
      ['other permissions', { permissions: ['read', 'delete'] }],
      ['all tenants', { tenant_id: 'all' }],
      ['another anchor', { anchor_tenant_id: '99999999-9999-4999-8999-999999999999' }],
      ['another end', { expires_on: '2030-01-01' }],
      ['no time to be saved in', { pending_until: null }],
    ])('(%s) delivers nothing: the token is taken back, and that is said', async (_, members) => {
      world.faults.on('POST', NEXT, change(members));
      const id = await stage.make();
      expect(stage.words(id)).toEqual(['announcement not_as_asked']);
      expect(world.slack.accepted.some(({ text }) => text === `token ${id}`)).toBe(false);
      expect(world.faults.count('POST', SAVE)).toBe(0);
      expect(await state(id)).toMatchObject({ state: 'discarded' });
      await sound();
    });

    it('that works at once is said once it does not', async () => {
      world.faults.on('POST', NEXT, async (_request, next) => {
        const made = (await (await next()).json()) as { id: string; generation: number };
        const saved = await world.platform.call('POST', `/api/v1/api_tokens/${made.id}/save`, {
          key: world.key,
          json: { generation: made.generation },
        });
        return Response.json({ ...made, ...(saved.json as object) }, { status: 201 });
      });
      world.faults.on('DELETE', TOKEN, times(4, refuse(503)));
      const id = await stage.make();
      expect(await state(id)).toMatchObject({ state: 'active' });
      expect(stage.words(id)).toEqual([]);
      await sound();
      expect(await state(id)).toMatchObject({ state: 'revoked' });
      // The warning has become the end.
      expect(stage.words(id)).toEqual(['announcement not_as_asked']);
    });

    it('where Save says so takes the token back', async () => {
      world.faults.on('POST', SAVE, change({ permissions: ['read', 'delete'] }));
      const id = await stage.make();
      expect(stage.words(id)).toEqual(['announcement not_as_asked']);
      expect(await state(id)).toMatchObject({ state: 'revoked' });
      await sound();
    });
  });

  describe('two bots with a database each', () => {
    let itsDatabase: TestDatabase;
    let other: Stage;
    beforeEach(async () => {
      itsDatabase = await fresh();
      other = createStage(world, await openFlowStore(itsDatabase.url));
    });
    afterEach(async () => {
      await other.store.close();
      await itsDatabase.close();
    });

    it('make one token of a form that both are sent, and the second says who has it', async () => {
      const submission = world.submission();
      const first = await stage.make(submission);
      const second = await other.make(submission);
      expect(stage.words(first)).toEqual(['receipt active']);
      expect(stage.words(second)).toEqual(['announcement taken_elsewhere']);
      const { json } = await world.platform.call(
        'GET',
        `/api/v1/api_tokens?search=${encodeURIComponent(submission.request.name)}`,
        { key: world.key },
      );
      expect(json).toMatchObject({ items: [{ state: 'active' }], total: 1 });
    });

    it('that have it at once leave one that works at most', async () => {
      const submission = world.submission();
      const arrived = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const held: Fault = async (_request, next) => {
        arrived.resolve();
        await released.promise;
        return next();
      };
      world.faults.on('POST', SAVE, inTurn(held));
      const making = stage.make(submission);
      await arrived.promise;
      const second = await other.make(submission);
      released.resolve();
      const first = await making;
      expect(stage.words(first)).toEqual(['announcement save_refused']);
      expect(other.words(second)).toEqual(['receipt active']);
      const token = world.slack.accepted.find(({ text }) => text === `token ${second}`);
      const key = token?.preformatted[0] ?? '';
      expect((await world.platform.call('GET', '/api/v1/devices', { key })).status).toBe(200);
    });
  });

  describe('Save', () => {
    const refusals: readonly [string, Fault, string][] = [
      ['409', refuse(409), 'dead'],
      ['404', refuse(404), 'discarded'],
      ['401', refuse(401), 'discarded'],
      ['403', refuse(403), 'discarded'],
      ['422', refuseFields(), 'discarded'],
      ['a login page', loginRedirect, 'discarded'],
    ];

    it.each(refusals)(
      'that is answered with %s leaves a dead token, and a word',
      async (_, fault, state) => {
        world.faults.on('POST', SAVE, fault);
        const id = await stage.make();
        expect(await stage.progress(id)).toMatchObject({ state });
        expect(stage.words(id)).toEqual(['announcement save_refused']);
        await sound();
      },
    );

    const open: readonly [string, Fault][] = [
      ...UNANSWERED,
      ['429', refuse(429, { 'retry-after': '40' })],
    ];

    it.each(open)('after %s is asked again by the sweep, until it works', async (_, fault) => {
      world.faults.on('POST', SAVE, times(3, fault));
      const id = await stage.make();
      expect(await stage.progress(id)).toMatchObject({ state: 'delivered' });
      const { active, broken } = await stage.verdict();
      expect(active).toEqual(new Set([id]));
      expect(broken).toEqual([]);
      expect(stage.words(id)).toEqual(['receipt active']);
    });

    it('that stays without an answer until the token is dead is announced, with a word in between', async () => {
      world.faults.on('POST', SAVE, refuse(503));
      const id = await stage.make();
      for (let minute = 0; minute < 20; minute += 1) {
        world.time.advance(MINUTE);
        await stage.flows.sweep();
      }
      expect(stage.words(id)).toEqual(['announcement save_unknown']);
      world.faults.mend();
      await sound();
      expect(await stage.progress(id)).toMatchObject({ state: 'dead' });
      expect(stage.words(id)).toEqual(['announcement save_unknown', 'announcement save_refused']);
    });

    it('whose effect was there, though no answer came until the time was over, takes the doubt back', async () => {
      world.faults.on('POST', SAVE, loseAnswer);
      const id = await stage.make();
      for (let minute = 0; minute < 20; minute += 1) {
        world.time.advance(MINUTE);
        await stage.flows.sweep();
      }
      world.faults.mend();
      const { active, broken } = await stage.verdict();
      expect(active).toEqual(new Set([id]));
      expect(broken).toEqual([]);
      expect(stage.words(id)).toEqual(['receipt active']);
    });

    it('that is refused after it took effect unseen leaves nothing that works', async () => {
      world.faults.on('POST', SAVE, inTurn(loseAnswer, refuse(403)));
      const id = await stage.make();
      await sound();
      expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
      expect(stage.words(id).at(-1)).toBe('announcement save_refused');
    });

    it.each([404, 409])(
      'that something in between answers with %i, after it took effect unseen, leaves nothing that works',
      async (status) => {
        world.faults.on('POST', SAVE, inTurn(loseAnswer, foreign(status)));
        world.faults.on('DELETE', TOKEN, times(1, foreign(status)));
        const id = await stage.make();
        await sound();
        expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
        expect(stage.words(id).at(-1)).toBe('announcement save_refused');
      },
    );
  });

  describe('a platform that does not take a token back', () => {
    const undeliverable = (): void => {
      world.slack.fault({ method: 'chat.postEphemeral', error: 'restricted_action', times: 2 });
    };

    it.each([401, 403, 500, 503])(
      '(%i) has it die by itself; its owner was told at once',
      async (code) => {
        undeliverable();
        world.faults.on('DELETE', TOKEN, refuse(code));
        const id = await stage.make();
        expect(await stage.progress(id)).toMatchObject({ state: 'discarding' });
        expect(stage.words(id)).toEqual(['announcement undeliverable']);
        await sound();
        const { state, token } = await stage.progress(id);
        expect(state).toBe('discarded');
        expect(world.time.now()).toBeGreaterThanOrEqual(token?.pendingUntil ?? Infinity);
        // It asks less and less often.
        expect(world.faults.count('DELETE', TOKEN)).toBeLessThan(12);
      },
    );
  });
});
