import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE } from '../../../bot/messages/action-ids.ts';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import {
  type BotWorld,
  INTEGRATORS,
  type PolicyFor,
  startBotWorld,
} from '../../support/bot-world.ts';
import { wordsInstead } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { tokensShownTo } from '../../support/hand-over.ts';
import { inDm } from '../../support/petitions.ts';

const rule = (who: object) => ({
  who,
  tenants: ['Nord'],
  permissions: ['read'],
  maxDays: 30,
});

/** Ivo and mia by their group, ada by her id; 25 other groups are named too. */
const MANY_GROUPS: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  rules: [
    rule({ groups: [INTEGRATORS] }),
    rule({ users: [slack.person('ada').id] }),
    ...Array.from({ length: 25 }, (_, n) => rule({ groups: [`S0OTHER${n}`] })),
  ],
});

/** Ivo by his id, once ada says yes, who is named by hers, or one of a group. */
const WITH_A_YES: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  rules: [
    {
      ...rule({ users: [slack.person('ivo').id] }),
      approval: { by: { users: [slack.person('ada').id], groups: [INTEGRATORS] } },
    },
  ],
});

describe('Slack’s quotas', () => {
  let world: BotWorld;
  let mia: PersonWindow;
  let ada: PersonWindow;
  beforeEach(async () => {
    world = await startBotWorld('http', { policy: MANY_GROUPS, rateLimits: true });
    mia = world.slack.asPerson('mia');
    ada = world.slack.asPerson('ada');
  });
  afterEach(async () => world.close());

  const calls = (method: string): number =>
    world.slack.journal().filter(({ what }) => what === method).length;
  const made = (): number => world.faults.count('POST', /\/api_tokens$/);
  const limit = (method: string): void =>
    void world.slack.fault({ method, status: 429, retryAfter: 30 });
  const answerTo = async (window: PersonWindow): Promise<string> => {
    window.reload();
    await window.command('general', `${COMMAND} create`);
    return wordsInstead(window);
  };

  it('are spared: one call reads all groups, of which some are not there', async () => {
    await world.openForm('mia', 'general', '"Many groups"');
    expect(await mia.submit()).toEqual({ kind: 'closed' });
    await mia.until(() => mia.ephemerals().find(({ preformatted }) => preformatted[0]));
    expect(calls('usergroups.list')).toBe(2);
    expect(calls('usergroups.users.list')).toBe(0);
    const said = world.logged.filter((line) => line.includes('groups_unreadable'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('S0OTHER24');
    expect(said[0]).not.toContain(INTEGRATORS);
  });

  it.each(['users.info', 'usergroups.list'])(
    'where %s is limited, make nothing for someone whose right Slack did not confirm',
    async (method) => {
      await world.openForm('mia', 'general', '"Not confirmed"');
      world.slack.changeGroup('integrators', { members: ['ivo'] });
      limit(method);
      const before = calls(method);
      for (let n = 0; n < 3; n += 1) {
        expect(await mia.submit()).toMatchObject({
          errors: { name: expect.stringContaining('Slack non indica chi sei') as unknown },
        });
      }
      // Told to wait, the bot does not ask again.
      expect(calls(method)).toBe(before + 1);
      expect(made()).toBe(0);
    },
  );

  it('where groups are limited, leave whoever is named by id alone', async () => {
    limit('usergroups.list');
    await world.openForm('ada', 'general', '"By id"');
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    await ada.until(() => ada.ephemerals().find(({ preformatted }) => preformatted[0]));
    expect(await answerTo(mia)).toContain('Slack non indica chi sei');
  });

  it('where the app may not read groups, leave whoever is named by id alone, and say so in the log', async () => {
    world.slack.fault({ method: 'usergroups.list', error: 'missing_scope', times: Infinity });
    await world.openForm('ada', 'general', '"By id"');
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    await ada.until(() => ada.ephemerals().find(({ preformatted }) => preformatted[0]));
    expect(await answerTo(mia)).toContain('I criteri non ti consentono token API qui.');
    const said = world.logged.filter((line) => line.includes('groups_unreadable'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('missing_scope');
  });

  it('aside, grant nothing by a group that was disabled, and says which in the log', async () => {
    await world.openForm('mia', 'general', '"Disabled"');
    world.slack.changeGroup('integrators', { disabled: true });
    expect(await mia.submit()).toMatchObject({
      errors: { tenant: expect.stringContaining('I criteri non ti consentono') as unknown },
    });
    expect(made()).toBe(0);
    const said = world.logged.filter((line) => line.includes('groups_unreadable'));
    expect(said.at(-1)).toContain(INTEGRATORS);
    world.slack.changeGroup('integrators', { disabled: false });
    expect(await mia.submit()).toEqual({ kind: 'closed' });
  });

  it('are not used up by one person', async () => {
    const gus = world.slack.asPerson('gus');
    for (let n = 0; n < 40; n += 1) await gus.command('general', `${COMMAND} create`);
    await gus.until(() =>
      gus.ephemerals().some(({ words }) => words.includes('de nombreuses fois')),
    );
    await world.slack.idle();
    expect(calls('usergroups.list')).toBeLessThan(10);
    expect(calls('users.info')).toBeLessThan(20);
    await world.openForm('mia', 'general', '"Still there"');
    expect(await mia.submit()).toEqual({ kind: 'closed' });
  });

  describe('where somebody has to approve', () => {
    beforeEach(async () => {
      world.writePolicy(WITH_A_YES);
      await eventually(() => world.logged.some((line) => line.includes('policy_loaded')));
      const ivo = await world.openForm('ivo', 'general', '"With a yes"');
      expect(await ivo.submit()).toMatchObject({ kind: 'updated' });
    });

    it('are not used up by one person who presses and presses', async () => {
      const request = await inDm(world.slack, 'mia', 'With a yes', /./);
      world.slack.changeGroup('integrators', { members: ['ivo'] });
      for (let n = 0; n < 20; n += 1) {
        await mia.press(request, APPROVE);
        await world.slack.idle();
      }
      expect(mia.ephemerals().at(-1)?.words).toContain('Hai chiesto molte volte');
    });

    it('leave a yes alone of whoever is named by id, where groups are limited', async () => {
      const request = await inDm(world.slack, 'ada', 'With a yes', /./);
      limit('usergroups.list');
      await ada.press(request, APPROVE);
      await eventually(() => tokensShownTo(world.slack, 'ivo').length > 0);
    });
  });
});
