import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../../bot/messages/texts.ts';
import type { PersonWindow, Submission } from '../../../sandbox/slack/handle/person-window.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { eventually } from '../../support/eventually.ts';
import { refuse } from '../../support/faults.ts';
import { openForm } from '../../support/petitions.ts';
import {
  LIMITS,
  startTwoPlatforms,
  type TwoPlatforms,
  untilReadyzSays,
} from '../../support/two-platforms.ts';

const MINUTE = 60_000;
const SAVE = /\/save$/;

describe('while one of several platforms is given up', () => {
  let two: TwoPlatforms;
  let stage: BotStage;
  let ada: PersonWindow;

  beforeAll(async () => {
    two = await startTwoPlatforms();
    stage = await startBotStage('socket', LIMITS, undefined, two.settings());
    ada = stage.world.slack.asPerson('ada');
  });
  beforeEach(() => {
    stage.world.slack.clearFaults();
    ada.reload();
  });
  afterAll(async () => {
    await stage.close();
    await two.close();
  });

  /** Fills the form in, and submits it as what Slack then sends is made of by a test. */
  const ask = async (
    name: string,
    tamper: (payload: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<Submission> => {
    const { slack } = stage.world;
    const form = await openForm(slack, 'ada', `"${name}" --tenant "plant: Nord"`);
    slack.fault({ request: 'view_submission', tamper });
    return form.submit();
  };

  it('a token that would die of it is saved, and a form that was taken before is answered as one', async () => {
    const { faults } = two.plant;
    faults.on('POST', SAVE, refuse(503));
    let view: unknown;
    expect(
      await ask('In its last seconds', (payload) => {
        ({ view } = payload);
        return payload;
      }),
    ).toEqual({ kind: 'closed' });
    await eventually(async () => {
      const flow = await stage.flow('In its last seconds');
      return flow?.progress.state === 'delivered' && flow.lease === null;
    });
    two.plant.goDown();
    await untilReadyzSays(stage, 'plant', false);

    const { id } = view as { readonly id: string };
    const asFirst = (payload: Record<string, unknown>): Record<string, unknown> => ({
      ...payload,
      view: { ...(payload['view'] as object), id },
    });
    expect(await ask('Sent again', asFirst)).toEqual({ kind: 'closed' });
    await ada.close().catch(() => undefined);
    // Another one is not made, nor taken for a repetition.
    expect(await ask('Of now', (payload) => payload)).toMatchObject({
      kind: 'errors',
      errors: { name: `${TEXTS.en.problems.platform} ${TEXTS.en.problems.kept}` },
    });
    await ada.close();

    // It takes what is saved once more, and nobody has noticed yet: what only reads is still lost.
    faults.clear();
    faults.on('GET', /.*/, refuse(503));
    stage.clock.advance(MINUTE);
    await stage.clock.sweep();
    expect(faults.count('POST', SAVE)).toBe(0);
    const { progress } = (await stage.flow('In its last seconds')) ?? {};
    stage.clock.advance((progress?.token?.pendingUntil ?? 0) - 20_000 - stage.clock.now());
    await stage.clock.sweep();
    expect((await stage.flow('In its last seconds'))?.progress.state).toBe('saved');
    expect(faults.count('POST', SAVE)).toBe(1);
    faults.mend();
    expect(await two.plant.tokens()).toEqual(['In its last seconds active']);
    expect(await two.works.tokens()).toEqual([]);
  });
});
