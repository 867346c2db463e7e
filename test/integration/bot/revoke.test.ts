import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../../../bot/flow/submission.ts';
import { ENGINES } from '../../support/databases.ts';
import type { Stage } from '../../support/delivery-stage.ts';
import type { DeliveryWorld } from '../../support/delivery-world.ts';
import { inDeliveryWorld } from '../../support/in-delivery-world.ts';
import { breakBefore, loseAnswer, refuse } from '../../support/faults.ts';

const TOKEN = /\/api_tokens\/[^/]+$/;

let world: DeliveryWorld;
let stage: Stage;
let ivo: SlackPerson;

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inDeliveryWorld(
    (itsWorld, itsStage) => {
      world = itsWorld;
      stage = itsStage;
      ivo = { teamId: world.slack.teamId, userId: world.slack.person('ivo').id };
    },
    { restMs: 60_000, fresh },
  );

  const works = async (id: string): Promise<boolean> => {
    const message = world.slack.accepted.find(({ text }) => text === `token ${id}`);
    const key = message?.preformatted[0] ?? '';
    return (await world.platform.call('GET', '/api/v1/devices', { key })).status === 200;
  };

  describe('Revoke', () => {
    it('ends a token, says so on the receipt that is there, and once more is no harm', async () => {
      const id = await stage.make();
      expect(await works(id)).toBe(true);
      expect(await stage.flows.revoke(id, ivo, null)).toBe('revoked');
      expect(await works(id)).toBe(false);
      expect(stage.words(id)).toEqual(['receipt revoked']);
      expect(await stage.flows.revoke(id, ivo, null)).toBe('already_revoked');
      expect((await stage.verdict()).revoked).toEqual(new Set([id]));
    });

    it('works after a restart', async () => {
      const id = await stage.make();
      expect(await stage.another().revoke(id, ivo, null)).toBe('revoked');
      expect(await works(id)).toBe(false);
    });

    it('is for the owner alone', async () => {
      const id = await stage.make();
      const { userId } = ivo;
      const ada = { ...ivo, userId: world.slack.person('ada').id };
      expect(await stage.flows.revoke(id, ada, null)).toBe('not_yours');
      expect(await stage.flows.revoke(id, { teamId: 'T0ELSE', userId }, null)).toBe('not_yours');
      expect(await stage.flows.revoke('no-such-flow', ivo, null)).toBe('not_found');
      expect(await stage.flows.valuesOf(id, ada)).toEqual({ ok: false, error: 'not_yours' });
      expect(await works(id)).toBe(true);
    });

    it('of a token that never worked says that', async () => {
      world.slack.fault({ method: 'chat.postEphemeral', status: 500, afterEffect: true });
      const id = await stage.make();
      expect(await stage.flows.revoke(id, ivo, null)).toBe('dead');
    });

    it('that the platform refuses leaves the token and says so', async () => {
      const id = await stage.make();
      world.faults.on('DELETE', TOKEN, refuse(403));
      expect(await stage.flows.revoke(id, ivo, null)).toBe('refused');
      expect(await stage.progress(id)).toMatchObject({ state: 'saved' });
      world.faults.mend();
      expect(await stage.flows.revoke(id, ivo, null)).toBe('revoked');
    });

    it.each([
      ['500', refuse(500)],
      ['a broken connection', breakBefore],
      ['a lost answer', loseAnswer],
    ] as const)('after %s is kept to by the sweep', async (_, fault) => {
      const id = await stage.make();
      world.faults.on('DELETE', TOKEN, fault);
      expect(await stage.flows.revoke(id, ivo, null)).toBe('later');
      expect(await stage.flows.revoke(id, ivo, null)).toBe('later');
      world.faults.mend();
      expect((await stage.verdict()).broken).toEqual([]);
      expect(await stage.progress(id)).toMatchObject({ state: 'revoked' });
      expect(await works(id)).toBe(false);
      expect(stage.words(id)).toEqual(['receipt revoked']);
    });

    it('between delivery and Save has the last word', async () => {
      const held = world.faults.hold('POST', /\/save$/, 'before');
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      const running = stage.flows.run(id);
      await held.arrived;
      expect(await stage.another().revoke(id, ivo, null)).toBe('revoked');
      held.release();
      await running;
      expect(await stage.progress(id)).toMatchObject({ state: 'revoked' });
      expect(await works(id)).toBe(false);
    });

    it('while a Save is open is kept to after its time, for the token may work', async () => {
      world.faults.on('POST', /\/save$/, loseAnswer);
      const id = await stage.make();
      expect(await works(id)).toBe(true);
      world.faults.on('DELETE', TOKEN, refuse(503));
      expect(await stage.flows.revoke(id, ivo, null)).toBe('later');
      for (let minute = 0; minute < 20; minute += 1) {
        world.time.advance(60_000);
        await stage.flows.sweep();
      }
      expect(await works(id)).toBe(true);
      expect(stage.words(id)).toEqual(['receipt not_taken_back']);
      world.faults.mend();
      expect((await stage.verdict()).broken).toEqual([]);
      expect(await works(id)).toBe(false);
      expect(stage.words(id)).toEqual(['receipt revoked']);
    });

    it('of a token that the platform no longer shows ends with a word, and can be tried again', async () => {
      world.faults.on('POST', /\/save$/, loseAnswer);
      const id = await stage.make();
      world.faults.on('DELETE', TOKEN, refuse(404));
      expect(await stage.flows.revoke(id, ivo, null)).toBe('refused');
      expect(stage.words(id)).toEqual(['receipt not_taken_back']);
      world.time.advance(60 * 60_000);
      await stage.flows.sweep();
      expect(world.faults.count('DELETE', TOKEN)).toBe(1);
      world.faults.mend();
      expect(await stage.flows.revoke(id, ivo, null)).toBe('revoked');
      expect(stage.words(id)).toEqual(['receipt revoked']);
    });

    it('while the receipt is on its way leaves no message that says it works', async () => {
      const held = world.slack.fault({ method: 'chat.postMessage', hold: true, afterEffect: true });
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      const running = stage.flows.run(id);
      await held.untilHit();
      expect(await stage.another().revoke(id, ivo, null)).toBe('revoked');
      held.release();
      await running;
      expect(stage.words(id)).toEqual(['receipt revoked']);
      expect((await stage.verdict()).broken).toEqual([]);
    });

    it('whose word Slack is too busy for waits, lest two messages say two things', async () => {
      const id = await stage.make();
      world.slack.fault({ method: 'chat.update', status: 429, retryAfter: 30 });
      expect(await stage.flows.revoke(id, ivo, null)).toBe('revoked');
      expect(stage.words(id)).toEqual(['receipt active']);
      await stage.verdict();
      expect(stage.words(id)).toEqual(['receipt revoked']);
    });

    it('says so on the receipt that was pressed, before it is on record where that stands', async () => {
      const { store } = stage;
      const forgetful = stage.another({
        store: {
          ...store,
          write: (seen, change) =>
            change.note.event === 'said'
              ? Promise.reject(new Error('The disk is full.'))
              : store.write(seen, change),
        },
      });
      const id = await stage.make({}, forgetful);
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', receipt: null });
      const receipt = world.slack.history().find(({ text }) => text === `receipt active ${id}`);
      if (!receipt) throw new Error('There is no receipt.');
      const { channel, ts } = receipt;
      expect(await stage.flows.revoke(id, ivo, { channel, ts })).toBe('revoked');
      expect(stage.words(id)).toEqual(['receipt revoked']);
    });

    it('posts a new receipt where the old one is gone', async () => {
      const id = await stage.make();
      world.slack.fault({ method: 'chat.update', error: 'message_not_found' });
      expect(await stage.flows.revoke(id, ivo, null)).toBe('revoked');
      expect(stage.words(id)).toEqual(['receipt active', 'receipt revoked']);
    });

    it('is done after all where the store fails and comes back', async () => {
      const id = await stage.make();
      const broken = stage.another({
        store: { ...stage.store, find: () => Promise.reject(new Error('The disk is full.')) },
      });
      expect(await broken.revoke(id, ivo, null)).toBe('failed');
      expect(await broken.valuesOf(id, ivo)).toEqual({ ok: false, error: 'store_down' });
      expect(await works(id)).toBe(true);
    });
  });

  describe('asking again', () => {
    it('starts from the values of the first time', async () => {
      const id = await stage.make();
      const { request, tenantName, anchorTenantId, apiUrl } = (await stage.stored(id)).submission;
      expect(await stage.flows.valuesOf(id, ivo)).toEqual({
        ok: true,
        value: { request, tenantName, anchorTenantId, apiUrl },
      });
      expect(await stage.flows.valuesOf('no-such-flow', ivo)).toEqual({
        ok: false,
        error: 'not_found',
      });
    });
  });
});
