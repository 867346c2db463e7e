import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/time/clock.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import {
  type BotWorld,
  INTEGRATORS,
  type PolicyFor,
  startBotWorld,
} from '../../support/bot-world.ts';
import { refuse } from '../../support/faults.ts';

const TEN_MINUTES = 600_000;

/** Ivo and mia by their group. */
const BY_GROUP: PolicyFor = () => ({
  ask: 'Ada Berger',
  rules: [
    { who: { groups: [INTEGRATORS] }, tenants: ['Nord'], permissions: ['read'], maxDays: 30 },
  ],
});

describe('where the host’s clock was ahead and is set back', () => {
  let world: BotWorld;
  let mia: PersonWindow;
  let ahead: number;
  beforeEach(async () => {
    ahead = TEN_MINUTES;
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    // Slack's stand-in counts by the same clock, which would be set back with it.
    world = await startBotWorld('socket', { policy: BY_GROUP, clock, rateLimits: false });
    mia = await world.openForm('mia', 'general', '"Across the step"');
  });
  afterEach(async () => world.close());

  const setBack = (): void => {
    ahead = 0;
  };
  const readyz = async (): Promise<number> =>
    (await fetch(`http://127.0.0.1:${world.bot.port}/readyz`)).status;

  it('it is decided by what Slack says now, not by what it said before', async () => {
    setBack();
    world.slack.changeGroup('integrators', { members: ['ivo'] });
    expect(await mia.submit()).toMatchObject({
      errors: { tenant: expect.stringContaining('I criteri non ti consentono') as unknown },
    });
  });

  it('nobody has asked too often who asked once before', async () => {
    setBack();
    mia.reload();
    await world.openForm('mia', 'general', '"After the step"');
    expect(await mia.submit()).toEqual({ kind: 'closed' });
  });

  it('Slack is asked again after the rest that it wanted, not later', async () => {
    world.slack.fault({ method: 'users.info', status: 429, retryAfter: 1 });
    expect(await mia.submit()).toMatchObject({
      errors: { name: expect.stringContaining('Slack non indica chi sei') as unknown },
    });
    setBack();
    world.later(1000);
    expect(await mia.submit()).toEqual({ kind: 'closed' });
  });

  it('a platform is asked whether it is there, however lately it seems to have answered', async () => {
    expect(await readyz()).toBe(200);
    setBack();
    world.faults.on('GET', /.*/, refuse(503));
    world.later(11_000);
    expect(await readyz()).toBe(503);
  });
});
