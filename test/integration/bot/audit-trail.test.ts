import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../bot/audit/verify.ts';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { APPROVE } from '../../../bot/messages/action-ids.ts';
import type { ChainedLine } from '../../../bot/store/audit/chain.ts';
import { readLines } from '../../../bot/store/audit/read-lines.ts';
import { openAsItIs } from '../../../bot/store/open-database.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { wordsInstead } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import {
  askForAlm,
  freshToken,
  HAND_OVER_POLICY,
  handIn,
  WITHOUT_API,
} from '../../support/hand-over.ts';
import { inDm, openForm } from '../../support/petitions.ts';

const DAY = 24 * 3_600_000;

describe('the record of all that people do', () => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await startBotStage('http', undefined, HAND_OVER_POLICY, WITHOUT_API);
  });
  afterAll(async () => stage.close());

  /** Every line, of a chain that is sound. */
  const lines = async (): Promise<readonly ChainedLine[]> => {
    const { db } = await openAsItIs(stage.world.config.databaseUrl.reveal());
    try {
      const pages: (readonly ChainedLine[])[] = [];
      for await (const page of readLines(db)) pages.push(page);
      expect(await verifyChain(pages)).toMatchObject({ ok: true });
      return pages.flat();
    } finally {
      await db.destroy();
    }
  };

  const approve = async (name: string): Promise<void> => {
    const { slack } = stage.world;
    await slack.asPerson('ada').press(await inDm(slack, 'ada', name, 'asks for'), APPROVE);
    await inDm(slack, 'ada', name, 'Open the cockpit');
  };

  /** Who did what of something that was asked for, as what. */
  const story = async (name: string): Promise<readonly string[]> =>
    (await lines())
      .filter(({ token_name: named }) => named === name)
      .map(({ role, event, detail }) => [role, event, detail ?? ''].join(' ').trim());

  it('names the one who asked, who approved, who made the token, and what a sweep did', async () => {
    const { slack } = stage.world;
    const token = freshToken();
    await askForAlm(slack, 'ivo', 'Told in full');
    await approve('Told in full');
    await handIn(slack, 'ada', 'Told in full', token);
    await inDm(slack, 'ada', 'Told in full', 'Delivered');
    expect(await story('Told in full')).toEqual([
      'asker submitted',
      'bot addressed',
      'approver approved',
      'maker handed_in',
      expect.stringMatching(/^bot brought/),
    ]);

    await askForAlm(slack, 'ivo', 'Never answered');
    await inDm(slack, 'ada', 'Never answered', 'asks for');
    stage.clock.advance(4 * DAY);
    await stage.clock.sweep();
    await eventually(async () => (await stage.petition('Never answered'))?.state === 'lapsed');
    expect(await story('Never answered')).toContain('sweep lapsed');

    const told = await lines();
    const [first] = told.filter(({ token_name: name }) => name === 'Told in full');
    expect(first).toMatchObject({
      who: slack.person('ivo').id,
      asker: slack.person('ivo').id,
      tenant_name: 'Alm',
      permissions: 'read',
      state: 'waiting',
    });
    expect(JSON.stringify(told)).not.toContain(token);
  });

  it('has who was refused, and why: without a form, at the form, and as a maker', async () => {
    const { slack } = stage.world;
    const ivo = slack.person('ivo').id;
    const buildbot = slack.asPerson('buildbot');
    await buildbot.command('general', `${COMMAND} create`);
    await wordsInstead(buildbot);
    await eventually(async () =>
      (await lines()).some(
        ({ event, detail, asker }) =>
          event === 'denied' && detail === 'bot' && asker === buildbot.personId,
      ),
    );

    const token = freshToken();
    await askForAlm(slack, 'ivo', 'Once');
    await approve('Once');
    await handIn(slack, 'ada', 'Once', token);
    await inDm(slack, 'ada', 'Once', 'Delivered');
    await askForAlm(slack, 'ivo', 'Twice');
    await approve('Twice');
    await handIn(slack, 'ada', 'Twice', token);
    await eventually(async () => (await story('Twice')).includes('maker denied used'));

    const window = await openForm(slack, 'ivo', '"Too late" --tenant Alm --expires 7d');
    stage.world.writePolicy(() => ({ ask: 'Ada Berger', rules: [] }));
    await eventually(() => stage.world.logged.some((line) => line.includes('"policy_loaded"')));
    expect((await window.submit()).kind).toBe('errors');
    await eventually(async () => (await story('Too late')).includes('asker denied no_rule'));
    const denied = (await lines()).filter(({ event, who }) => event === 'denied' && who === ivo);
    expect(denied).toMatchObject([{ token_name: 'Too late', tenant_name: 'Alm', subject: null }]);
  });

  it('has by which policy all was decided, and that a broken one was refused', async () => {
    stage.world.writePolicy('{');
    await eventually(() => stage.world.logged.some((line) => line.includes('"policy_refused"')));
    const events = async (): Promise<readonly string[]> =>
      (await lines()).flatMap(({ event }) => (event.startsWith('policy_') ? [event] : []));
    await eventually(async () => (await events()).length === 3);
    expect(await events()).toEqual(['policy_in_force', 'policy_in_force', 'policy_refused']);
  });
});
