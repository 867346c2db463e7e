import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { commandModal } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { refuse } from '../../support/faults.ts';
import { afterWork } from '../../support/slack-clock.ts';

describe.each(['http', 'socket'] as const)('a slow platform over %s', (transport) => {
  let world: BotWorld;
  beforeEach(async () => {
    world = await startBotWorld(transport, { rateLimits: false });
    return async () => world.close();
  });

  it('has the modal open in time, and filled when it answers', async () => {
    const held = world.faults.hold('GET', /\/session$/, 'before');
    const ivo = world.slack.asPerson('ivo');
    await commandModal(ivo, 'operations', `${COMMAND} create "Patience"`);
    const loading = ivo.modal();
    expect(loading).toMatchObject({ words: TEXTS.de.form.loading, fields: [] });
    held.release();
    const form = await ivo.until(() => (ivo.modal()?.submit ? ivo.modal() : undefined));
    expect(form?.id).toBe(loading?.id);
    expect(form?.fields[0]?.value).toBe('Patience');
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
  });

  it('has the reason in the modal, where there is no form in the end', async () => {
    const held = world.faults.hold('GET', /\/session$/, 'before');
    const gus = world.slack.asPerson('gus');
    await commandModal(gus, 'general', `${COMMAND} create`);
    held.release();
    await gus.until(() => gus.modal()?.words.includes('Les invités n’obtiennent'));
    expect(gus.modal()?.submit).toBeUndefined();
  });

  it('makes the token all the same, since what it offers may be minutes old', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"Minutes old"');
    world.later(4 * 60_000);
    const held = world.faults.hold('GET', /\/(?:session|tenants)$/, 'before');
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
    const shown = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
    expect(shown.words).toContain('Minutes old');
    held.release();
  });

  it('gets an answer at the submission within Slack’s three seconds', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"In time"');
    // The key was refused, and so nothing is known of it; then the platform falls silent.
    world.faults.on('GET', /\/session$/, refuse(401));
    world.later(2 * 60_000);
    await ivo.choose('expiry', '7d');
    await eventually(() => world.faults.count('GET', /\/session$/) > 1);
    const held = world.faults.hold('GET', /\/session$/, 'before');
    const outcome = await ivo.submit();
    expect(outcome).toMatchObject({
      errors: { name: expect.stringContaining('Tenant-Plattform antwortet nicht') as unknown },
    });
    held.release();
  });
});

describe('Socket Mode', () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld('socket', { rateLimits: false });
  });
  afterAll(async () => world.close());

  const connects = (): number =>
    world.logged.filter((line) => line.includes('socket_connected')).length;

  it.each(['warning', 'refresh_requested', 'link_disabled', 'none'] as const)(
    'connects again at once after %s, and works on',
    async (reason) => {
      const before = connects();
      let late = false;
      // By itself the client would wait for five seconds.
      const callOff = afterWork(4000, () => (late = true));
      world.slack.disconnectSockets(reason);
      await eventually(() => connects() > before);
      callOff();
      expect(late).toBe(false);
      const ivo = await world.openForm('ivo', 'operations');
      ivo.reload();
    },
  );

  it('keeps trying while Slack will not have it, and comes back', async () => {
    const before = connects();
    const refusal = { method: 'apps.connections.open', status: 503, times: Infinity };
    const fault = world.slack.fault(refusal);
    world.slack.disconnectSockets('refresh_requested');
    await fault.untilHit(3);
    const ready = await fetch(`http://127.0.0.1:${world.bot.port}/readyz`);
    expect(ready.status).toBe(503);
    fault.remove();
    await eventually(() => connects() > before);
    await world.openForm('ivo', 'operations');
  });

  it('works on an envelope once though it comes twice', async () => {
    const opens = (): number =>
      world.slack.journal().filter(({ what }) => what === 'views.open').length;
    const before = opens();
    world.slack.fault({ request: 'command', replays: 1 });
    const ivo = world.slack.asPerson('ivo');
    ivo.reload();
    await ivo.command('operations', `${COMMAND} create`);
    await eventually(() => opens() > before);
    await world.slack.idle();
    expect(opens()).toBe(before + 1);
  });
});
