import { describe, expect, it } from 'vitest';
import type { CallFault } from '../../../sandbox/slack/handle/faults.ts';
import { ENGINES } from '../../support/databases.ts';
import type { Stage } from '../../support/delivery-stage.ts';
import type { DeliveryWorld } from '../../support/delivery-world.ts';
import { inDeliveryWorld } from '../../support/in-delivery-world.ts';

const MINUTE = 60_000;
const EPHEMERAL = 'chat.postEphemeral';

let world: DeliveryWorld;
let stage: Stage;

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inDeliveryWorld(
    (itsWorld, itsStage) => {
      world = itsWorld;
      stage = itsStage;
    },
    { restMs: 60 * MINUTE, fresh },
  );

  const accepted = (id: string) =>
    world.slack.accepted.filter(({ text }) => text === `token ${id}`);

  const tokenOf = (id: string): string => accepted(id)[0]?.preformatted[0] ?? '';

  const status = async (token: string): Promise<number> =>
    (await world.platform.call('GET', '/api/v1/devices', { key: token })).status;

  /** Calls of one method since a number in the journal. */
  const calls = (what: string, since = 0) =>
    world.slack.journal().filter((entry) => entry.what === what && entry.number > since);

  const lastEntry = (): number => world.slack.journal().at(-1)?.number ?? 0;

  const channel = (name: string): string => world.slack.channel(name).id;

  describe('a request that goes well', () => {
    it('ends with a working token in one ephemeral message, and a receipt without it in the DM', async () => {
      const id = await stage.make();
      const [message, ...others] = accepted(id);
      expect(others).toEqual([]);
      expect(message).toMatchObject({
        to: world.slack.person('ivo').id,
        channel: channel('general'),
        via: EPHEMERAL,
      });
      expect(await status(tokenOf(id))).toBe(200);
      expect(await stage.progress(id)).toMatchObject({
        state: 'saved',
        route: 'channel',
        owed: null,
        said: 'active',
      });
      expect(stage.words(id)).toEqual(['receipt active']);
      const history = JSON.stringify(world.slack.history());
      expect(history).not.toContain(tokenOf(id));
    });

    it('names the person to the platform', async () => {
      const id = await stage.make({ userName: 'ivo' });
      const { token } = await stage.progress(id);
      const { json } = await world.platform.call('GET', `/api/v1/api_tokens/${token?.id}`, {
        key: world.key,
      });
      const { teamId, userId } = (await stage.stored(id)).submission;
      expect(json).toMatchObject({ on_behalf_of: `Slack ${teamId}/${userId} (ivo)` });
    });

    it('is made once, however often the modal is submitted and the flow is run', async () => {
      const submission = world.submission();
      const claims = await Promise.all([
        stage.flows.claim(submission),
        stage.flows.claim(submission),
        stage.another().claim(submission),
      ]);
      const [first] = claims.filter((claim) => claim.ok);
      expect(claims.filter((claim) => !claim.ok && claim.error === 'already')).toHaveLength(2);
      const id = first?.value.flowId ?? '';
      await Promise.all([stage.flows.run(id), stage.flows.run(id), stage.another().run(id)]);
      expect(accepted(id)).toHaveLength(1);
      expect(world.faults.count('POST', /\/save$/)).toBe(1);
    });
  });

  describe('the ladder', () => {
    it.each(['kitchen', 'board'])(
      'goes on to the response_url where #%s does not take the message',
      async (name) => {
        const id = await stage.make({
          channelId: channel(name),
          responseUrl: await world.responseUrl(name),
          responseUrlIssuedAt: world.time.now(),
        });
        expect(accepted(id)).toMatchObject([{ via: 'response_url' }]);
        expect(await stage.progress(id)).toMatchObject({ state: 'saved', route: 'response_url' });
        expect(await status(tokenOf(id))).toBe(200);
      },
    );

    it('goes on to the response_url where the channel was archived meanwhile', async () => {
      const responseUrl = await world.responseUrl('operations');
      world.slack.changeChannel('operations', { archived: true });
      const id = await stage.make({
        channelId: channel('operations'),
        responseUrl,
        responseUrlIssuedAt: world.time.now(),
      });
      world.slack.changeChannel('operations', { archived: false });
      expect(await stage.progress(id)).toMatchObject({ route: 'response_url' });
    });

    it('goes on to the DM where the response_url is dead', async () => {
      const responseUrl = await world.responseUrl('kitchen');
      world.slack.fault({ method: 'response_url', status: 404 });
      const changes = { channelId: channel('kitchen'), responseUrl };
      const id = await stage.make({ ...changes, responseUrlIssuedAt: world.time.now() });
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', route: 'dm' });
      const { personId } = world.slack.asPerson('ivo');
      const dm = world.slack.asPerson('ivo').directMessage();
      expect(accepted(id)).toMatchObject([{ to: personId, channel: dm, via: EPHEMERAL }]);
    });

    it('does not try a response_url that is older than 29 minutes', async () => {
      const responseUrl = await world.responseUrl('kitchen');
      const since = lastEntry();
      const id = await stage.make({
        channelId: channel('kitchen'),
        responseUrl,
        responseUrlIssuedAt: world.time.now() - 29 * MINUTE,
      });
      expect(calls('response_url', since)).toEqual([]);
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', route: 'dm' });
    });

    it('sends nothing to a response_url that is not Slack’s', async () => {
      const id = await stage.make({
        channelId: null,
        responseUrl: 'http://elsewhere.example/',
        responseUrlIssuedAt: world.time.now(),
      });
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', route: 'dm' });
    });

    it('that leads nowhere ends with a discarded token, and a word that does not hold it', async () => {
      world.slack.fault({ method: EPHEMERAL, error: 'restricted_action', times: 2 });
      const id = await stage.make();
      const { token, state } = await stage.progress(id);
      expect(state).toBe('discarded');
      expect(stage.words(id)).toEqual(['announcement undeliverable']);
      const { json } = await world.platform.call('GET', `/api/v1/api_tokens/${token?.id}`, {
        key: world.key,
      });
      expect(json).toMatchObject({ state: 'discarded' });
      expect((await stage.verdict()).broken).toEqual([]);
    });

    it.each(['invalid_auth', 'missing_scope', 'invalid_blocks'])(
      'that ends in %s everywhere is announced once the fault is mended',
      async (error) => {
        world.slack.fault({ method: '*', error, times: Infinity });
        const id = await stage.make();
        expect(await stage.progress(id)).toMatchObject({
          state: 'discarded',
          owed: 'undeliverable',
        });
        world.slack.clearFaults();
        const { announced, broken } = await stage.verdict();
        expect(announced).toContain(id);
        expect(broken).toEqual([]);
      },
    );
  });

  describe('a rate limit before delivery', () => {
    it('is waited out where it is short', async () => {
      const since = lastEntry();
      const start = world.time.now();
      world.slack.fault({ method: EPHEMERAL, status: 429, retryAfter: 3 });
      const id = await stage.make();
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', route: 'channel' });
      const [first, second] = calls(EPHEMERAL, since);
      expect(first?.status).toBe(429);
      expect((second?.at ?? 0) - start).toBeGreaterThanOrEqual(3000);
    });

    it('that is long is not waited out, and the same method is not called before its time', async () => {
      const responseUrl = await world.responseUrl('general');
      const since = lastEntry();
      world.slack.fault({ method: EPHEMERAL, status: 429, retryAfter: 120 });
      const urls = { responseUrl, responseUrlIssuedAt: world.time.now() };
      expect(await stage.progress(await stage.make(urls))).toMatchObject({ route: 'response_url' });
      // Nor for anybody else, until then.
      const id = await stage.make();
      expect(calls(EPHEMERAL, since)).toHaveLength(1);
      expect(await stage.progress(id)).toMatchObject({ state: 'discarded', said: 'undeliverable' });
      world.time.advance(120_000);
      expect(await stage.progress(await stage.make())).toMatchObject({ state: 'saved' });
    });
  });

  describe('a delivery whose outcome is open', () => {
    const faults: readonly [string, Omit<CallFault, 'method'>][] = [
      ['a reset', { cut: 'reset' }],
      ['a reset after the message was taken', { cut: 'reset', afterEffect: true }],
      ['status 500', { status: 500 }],
      ['status 503 after the message was taken', { status: 503, afterEffect: true }],
      ['a web page', { status: 200, body: '<!doctype html>', afterEffect: true }],
      ['fatal_error', { error: 'fatal_error' }],
      ['no answer in time', { cut: 'silence', afterEffect: true }],
    ];

    it.each(faults)(
      '(%s) is not repeated: the token is discarded and announced',
      async (_, fault) => {
        const since = lastEntry();
        world.slack.fault({ method: EPHEMERAL, ...fault });
        const id = await stage.make();
        expect(calls(EPHEMERAL, since)).toHaveLength(1);
        expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
        expect(stage.words(id)).toEqual(['announcement delivery_unknown']);
        const taken = accepted(id);
        expect(taken).toHaveLength(fault.afterEffect ? 1 : 0);
        if (fault.afterEffect) expect(await status(tokenOf(id))).toBe(401);
        expect((await stage.verdict()).broken).toEqual([]);
      },
    );
  });

  describe('words that cannot be said', () => {
    it('are said again and again until one got through', async () => {
      world.slack.fault({ method: '*', status: 500, times: Infinity });
      const id = await stage.make();
      for (let round = 0; round < 20; round += 1) {
        world.time.advance(MINUTE);
        await stage.flows.sweep();
      }
      expect(stage.words(id)).toEqual([]);
      world.slack.clearFaults();
      const { announced, broken } = await stage.verdict();
      expect(announced).toContain(id);
      expect(broken).toEqual([]);
    });

    it('that are to last wait for a DM that is busy', async () => {
      world.slack.fault({ method: 'chat.postMessage', status: 429, retryAfter: 30 });
      const id = await stage.make();
      expect(stage.words(id)).toEqual([]);
      const { wordAt } = await stage.progress(id);
      expect(wordAt).toBe(world.time.now() + 30_000);
      await stage.verdict();
      expect(stage.words(id)).toEqual(['receipt active']);
      expect((await stage.progress(id)).receipt).not.toBeNull();
    });

    it('end where Slack says that the person is gone, and that is on record', async () => {
      world.slack.fault({ method: 'chat.postMessage', status: 500, times: Infinity });
      world.slack.fault({ method: EPHEMERAL, status: 500, times: Infinity });
      const id = await stage.make();
      expect(await stage.progress(id)).toMatchObject({ owed: 'delivery_unknown' });
      world.slack.clearFaults();
      world.slack.fault({ method: 'chat.postMessage', error: 'user_disabled', times: Infinity });
      world.time.advance(MINUTE);
      await stage.flows.sweep();
      expect(await stage.progress(id)).toMatchObject({ owed: null, wordAt: null, said: null });
      expect(world.logged.filter((line) => line.includes(id)).at(-1)).toContain('user_disabled');
      expect(stage.words(id)).toEqual([]);
    });

    it('go to the channel where the DM takes nothing', async () => {
      world.slack.fault({ method: 'chat.postMessage', error: 'messages_tab_disabled' });
      const id = await stage.make();
      expect(stage.words(id)).toEqual(['receipt active']);
      expect(await stage.progress(id)).toMatchObject({ owed: null, receipt: null });
    });
  });
});
