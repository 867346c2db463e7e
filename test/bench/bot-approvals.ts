import { setTimeout } from 'node:timers/promises';
import { APPROVE, DELIVER } from '../../bot/messages/action-ids.ts';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../sandbox/slack/handle/seen.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { freshToken } from '../support/hand-over.ts';
import { type App, BREATH_MS, PATIENCE_MS, since, timeUntil } from './bot-flows.ts';
import { type RoundOf, runAtOnce, takeFree } from './run-at-once.ts';

/** Someone who asks, and the one who approves it and makes the token. */
export interface Pair {
  readonly asker: string;
  readonly approver: string;
}

/** The tenant whose tokens people make. */
export const BY_HAND = 'Alm';

/** One request's times in milliseconds; undefined for what did not happen. */
export type ApprovedFlow = {
  /** From the press of Approve to its ack. */
  readonly approved: number | undefined;
  /** From there to the asker's message that says so, as the workspace receives it. */
  readonly told: number | undefined;
  /** From the submission of the token to its ack. */
  readonly handedIn: number | undefined;
  /** From there to the ephemeral message, as the workspace receives it. */
  readonly received: number | undefined;
  readonly missed: number;
};

const inDm = (window: PersonWindow, button: string): SeenMessage | undefined =>
  window
    .messages(window.directMessage())
    .findLast(({ buttons }) => buttons.some(({ actionId }) => actionId === button));

/** Puts a request to its approver. @returns their message */
const ask = async (asker: PersonWindow, approver: PersonWindow, app: App) => {
  if (app.delivers) {
    // A busy machine may miss the moment in which a form can be opened, and says so: then again.
    do {
      asker.reload();
      await asker.command('general', `${COMMAND} create "Bench" --tenant ${BY_HAND}`);
      await asker.until(() => asker.modal()?.submit ?? asker.ephemerals()[0], PATIENCE_MS);
    } while (!asker.modal()?.submit);
    await asker.submit();
    await asker.close();
  } else {
    await asker.command('general', `${COMMAND} ${approver.personId}`);
  }
  const toApprove = await approver.until(() => inDm(approver, APPROVE), PATIENCE_MS);
  return toApprove;
};

/** The first message in someone's conversation with the bot after those that were there. */
const newInDm = (window: PersonWindow, known: number): SeenMessage | undefined =>
  window.messages(window.directMessage())[known];

/** @param alone whether nobody else is there: then what came of one press is over before the next */
const runFlow = async (slack: Slack, { asker: a, approver: b }: Pair, app: App, alone: boolean) => {
  const breathe = () => (alone ? setTimeout(BREATH_MS) : undefined);
  const [asker, approver] = [slack.asPerson(a, app.name), slack.asPerson(b, app.name)];
  // Each pair has been in the apps before.
  const known = asker.messages(asker.directMessage()).length;
  const toApprove = await ask(asker, approver, app);
  await asker.until(() => newInDm(asker, known), PATIENCE_MS);

  await breathe();
  const pressed = performance.now();
  const telling = timeUntil(asker, pressed, () =>
    newInDm(asker, known)?.words.includes('Approved') ? true : undefined,
  );
  const approval = await approver.press(toApprove, APPROVE);
  const approved = since(pressed);
  const told = await telling;

  const toDeliver = await approver.until(() => inDm(approver, DELIVER), PATIENCE_MS);
  await approver.press(toDeliver, DELIVER);
  await approver.until(() => approver.modal()?.submit, PATIENCE_MS);
  await approver.type('token', freshToken());

  asker.reload();
  await breathe();
  const submitted = performance.now();
  const receiving = timeUntil(asker, submitted, () => asker.ephemerals()[0]);
  const submission = await approver.submit();
  const handedIn = since(submitted);
  const received = await receiving;
  // What the approver is told is the last thing that is done for it.
  await approver.until(() => !inDm(approver, DELIVER), PATIENCE_MS);
  asker.leave();
  approver.leave();
  const missed =
    (approval.kind === 'acknowledged' ? 0 : 1) + (submission.kind === 'trouble' ? 1 : 0);
  return { approved, told, handedIn, received, missed } satisfies ApprovedFlow;
};

/** What a round gave. */
export type ApprovedRound = RoundOf<ApprovedFlow>;

/**
 * Runs requests that someone approves and makes, so many at once, each by another pair.
 * @param pairs who is free: each is taken once, so nobody is known beforehand
 */
export const runApprovals = async (
  slack: Slack,
  app: App,
  pairs: Pair[],
  count: number,
  atOnce: number,
): Promise<ApprovedRound> => {
  slack.setRequestUrl(app.requestUrl);
  const alone = atOnce === 1;
  return runAtOnce(count, atOnce, async () => {
    const flow = await runFlow(slack, takeFree(pairs), app, alone);
    if (alone) await setTimeout(BREATH_MS);
    return flow;
  });
};
