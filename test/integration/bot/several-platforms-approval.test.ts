import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE, ASK_AGAIN, REFUSE } from '../../../bot/messages/action-ids.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import type { PolicyFor } from '../../support/bot-world.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { loseAnswer, refuse } from '../../support/faults.ts';
import {
  askForAlm,
  COCKPIT,
  freshToken,
  HAND_OVER_POLICY,
  handIn,
  tokensShownTo,
} from '../../support/hand-over.ts';
import { APPROVAL_POLICY, inDm, openForm } from '../../support/petitions.ts';
import {
  LIMITS,
  NOWHERE,
  startTwoPlatforms,
  type TwoPlatforms,
  untilReadyzSays,
} from '../../support/two-platforms.ts';

const MINUTE = 60_000;

/** Ivo may write in Nord of either platform once ada approves, and read in Alm, where people make tokens. */
const POLICY: PolicyFor = (slack) => {
  const [, approval] = (APPROVAL_POLICY(slack) as { rules: readonly object[] }).rules;
  const byPeople = HAND_OVER_POLICY(slack) as { rules: readonly object[] };
  return {
    ...byPeople,
    rules: [...byPeople.rules, { ...approval, tenants: ['works: Nord', 'plant: Nord'] }],
  };
};

describe('with several platforms', () => {
  let two: TwoPlatforms;
  let stage: BotStage;

  const start = async (urls: Readonly<Record<string, string>> = {}): Promise<void> => {
    const settings = { ...two.settings(urls), tenantUrl: COCKPIT };
    stage = await startBotStage('socket', LIMITS, POLICY, settings);
  };

  const dm = (person: string, name: string, words: string | RegExp) =>
    inDm(stage.world.slack, person, name, words);

  const askToWrite = async (name: string, tenant: string): Promise<void> => {
    const { slack } = stage.world;
    const args = `"${name}" --tenant "${tenant}" --permissions read,write --expires 7d`;
    const outcome = await (await openForm(slack, 'ivo', args)).submit();
    expect(outcome).toMatchObject({ kind: 'updated' });
  };

  const approve = async (name: string, words: string | RegExp = 'asks for'): Promise<void> => {
    await stage.world.slack.asPerson('ada').press(await dm('ada', name, words), APPROVE);
  };

  const shownTo = (person: string) => tokensShownTo(stage.world.slack, person);

  /** Asks for a token that people make, has it approved, and hands one in. */
  const makeForAlm = async (name: string): Promise<void> => {
    const { slack } = stage.world;
    expect(await askForAlm(slack, 'ivo', name)).toMatchObject({ kind: 'updated' });
    // Where it is made: a platform of calls, or another cockpit, can have a tenant of the same name.
    expect((await dm('ada', name, 'asks for')).words).toContain(new URL(COCKPIT).host);
    await approve(name);
    await dm('ada', name, 'Open the cockpit');
    const token = freshToken();
    expect(await handIn(slack, 'ada', name, token)).toMatchObject({ kind: 'updated' });
    await dm('ada', name, 'Delivered');
    expect(shownTo('ivo')).toContain(token);
  };

  describe('that are there', () => {
    beforeAll(async () => {
      two = await startTwoPlatforms();
      await start();
    });
    beforeEach(() => {
      for (const name of ['ada', 'ivo']) stage.world.slack.asPerson(name).reload();
    });
    afterAll(async () => {
      await stage.close();
      await two.close();
    });

    it('an approved request goes to the one of its tenant, which its approver reads, and to no other', async () => {
      const { works, plant } = two;
      // They differ in nothing but the platform, and are two requests.
      await askToWrite('Of one of them', 'plant: Nord');
      await askToWrite('Of one of them', 'works: Nord');
      await dm('ada', 'Of one of them', /in .works: Nord. alone/u);
      await approve('Of one of them', /in .plant: Nord. alone/u);
      await eventually(() => shownTo('ivo').length > 0);
      await stage.settle();
      expect(await plant.tokens()).toEqual(['Of one of them active']);
      expect(await works.tokens()).toEqual([]);
      const [key = ''] = shownTo('ivo');
      expect((await plant.call('GET', '/api/v1/devices', { key })).status).toBe(200);
      expect((await works.call('GET', '/api/v1/devices', { key })).status).toBe(401);
    });

    it('what is approved makes one token where the platform’s answer is lost', async () => {
      await askToWrite('Answered late', 'plant: Nord');
      let lost = 0;
      two.plant.faults.on('POST', /\/api_tokens$/, (request, next) =>
        lost++ === 0 ? loseAnswer(request, next) : next(),
      );
      await approve('Answered late');
      await eventually(() => shownTo('ivo').length > 0);
      await stage.settle();
      expect(lost).toBe(2);
      two.plant.faults.mend();
      const made = await two.plant.tokens();
      expect(made.filter((each) => each.startsWith('Answered late'))).toEqual([
        'Answered late active',
      ]);
    });

    it('what is approved while its platform is down waits, or is told, and makes one token once it is back', async () => {
      const { slack } = stage.world;
      const { works, plant } = two;
      for (const name of ['Too early', 'Later on', 'Not at all', 'Not for long']) {
        await askToWrite(name, 'plant: Nord');
        await dm('ada', name, 'asks for');
      }
      // Where it breaks down at the very moment, the one who asked is told, and asks again by one click.
      plant.faults.on('POST', /\/api_tokens$/, refuse(503));
      await approve('Too early');
      const told = await dm('ivo', 'Too early', TEXTS.de.announcements.askAgain);
      expect(told.buttons.map(({ actionId }) => actionId)).toContain(ASK_AGAIN);
      await eventually(async () => (await stage.petition('Too early'))?.state === 'failed');

      plant.goDown();
      stage.clock.advance(6000);
      await approve('Later on');
      const ada = slack.asPerson('ada');
      await ada.until(() =>
        ada.ephemerals().some(({ words }) => words === TEXTS.en.problems.platform),
      );
      expect(await stage.petition('Later on')).toMatchObject({ state: 'waiting' });
      // To refuse needs no platform.
      await pressForm(ada, await dm('ada', 'Not at all', 'asks for'), REFUSE);
      expect((await ada.submit()).kind).toBe('closed');
      await dm('ivo', 'Not at all', 'abgelehnt');
      // Nor does it once nothing is known of that platform any more.
      stage.clock.advance(16 * MINUTE);
      await pressForm(ada, await dm('ada', 'Not for long', 'asks for'), REFUSE);
      expect((await ada.submit()).kind).toBe('closed');
      await dm('ivo', 'Not for long', 'abgelehnt');

      plant.faults.mend();
      await untilReadyzSays(stage, 'plant', true);
      await approve('Later on');
      await eventually(() => shownTo('ivo').length > 0);
      await stage.settle();
      await eventually(async () => (await stage.petition('Later on'))?.state === 'delivered');
      const made = (await plant.tokens()).filter((each) => !/^(Of one|Answered)/.test(each));
      expect(made).toEqual(['Later on active']);
      expect(await works.tokens()).toEqual([]);
    });

    it('what people make goes by them alone, whichever platform is down', async () => {
      const before = [await two.works.tokens(), await two.plant.tokens()];
      await makeForAlm('While all are there');
      two.plant.goDown();
      two.works.goDown();
      await makeForAlm('While none is');
      for (const { faults } of [two.works, two.plant]) faults.mend();
      expect([await two.works.tokens(), await two.plant.tokens()]).toEqual(before);
    });
  });

  it.each([
    ['the first of them has', { works: NOWHERE }],
    ['any of them has', { works: NOWHERE, plant: NOWHERE }],
  ])('what people make is offered, made and handed in before %s ever answered', async (_, urls) => {
    two = await startTwoPlatforms();
    await start(urls);
    await makeForAlm('Without it');
    await stage.close();
    await two.close();
  });
});
