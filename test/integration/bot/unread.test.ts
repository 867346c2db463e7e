import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE, ASK_AGAIN, DELIVER, REFUSE, WITHDRAW } from '../../../bot/messages/action-ids.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { ENGINES, pastLocks, type TestDatabase } from '../../support/databases.ts';
import {
  askForAlm,
  freshToken,
  HAND_OVER_POLICY,
  handIn,
  openDeliver,
  WITHOUT_API,
} from '../../support/hand-over.ts';
import { inDm } from '../../support/petitions.ts';

describe('while requests cannot be read', () => {
  let database: TestDatabase;
  let stage: BotStage;
  beforeAll(async () => {
    const fresh = async () => (database = await ENGINES[0].fresh());
    const on = { transport: 'http', engine: ENGINES[0].engine, fresh } as const;
    stage = await startBotStage(on, undefined, HAND_OVER_POLICY, WITHOUT_API);
    await askForAlm(stage.world.slack, 'ivo', 'Unread');
    const { slack } = stage.world;
    await slack.asPerson('ada').press(await inDm(slack, 'ada', 'Unread', 'asks for'), APPROVE);
    await inDm(slack, 'ada', 'Unread', 'Open the cockpit');
  });
  beforeEach(() => {
    for (const name of ['ada', 'ivo']) stage.world.slack.asPerson(name).reload();
  });
  afterAll(async () => stage.close());

  /** Does something meanwhile. */
  const unread = async <T>(work: () => Promise<T>): Promise<T> => {
    await pastLocks(() => database.sql('alter table petitions rename to petitions_away'));
    try {
      return await work();
    } finally {
      await pastLocks(() => database.sql('alter table petitions_away rename to petitions'));
    }
  };

  it.each([
    ['Deliver', DELIVER],
    ['Refuse', REFUSE],
  ])('%s says so, and opens nothing', async (_, button) => {
    const { slack } = stage.world;
    const ada = slack.asPerson('ada');
    const message = await inDm(slack, 'ada', 'Unread', 'Open the cockpit');
    await unread(async () => {
      await ada.press(message, button);
      await ada.until(() =>
        ada.ephemerals().some((each) => each.words === TEXTS.en.revoking.failed),
      );
    });
    expect(ada.modal()).toBeUndefined();
  });

  it('a token that is handed in is not taken, and is once they can', async () => {
    const { slack } = stage.world;
    const token = freshToken();
    const ada = await openDeliver(slack, 'ada', 'Unread');
    await ada.type('token', token);
    const answered = await unread(() => ada.submit());
    expect(answered).toEqual({ kind: 'errors', errors: { token: TEXTS.en.revoking.failed } });
    expect(await stage.petition('Unread')).toMatchObject({ state: 'making' });
    await ada.close();
    expect(await handIn(slack, 'ada', 'Unread', token)).toMatchObject({ kind: 'updated' });
    await inDm(slack, 'ada', 'Unread', 'Delivered');
  });

  it('Ask again says so', async () => {
    const { slack } = stage.world;
    const ivo = slack.asPerson('ivo');
    await askForAlm(slack, 'ivo', 'Once more');
    await ivo.press(await inDm(slack, 'ivo', 'Once more', 'Wartet'), WITHDRAW);
    const message = await inDm(slack, 'ivo', 'Once more', 'zurückgezogen');
    await unread(async () => {
      await ivo.press(message, ASK_AGAIN);
      await ivo.until(() =>
        ivo.ephemerals().some((each) => each.words === TEXTS.de.revoking.failed),
      );
    });
  });
});
