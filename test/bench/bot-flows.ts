import { setTimeout } from 'node:timers/promises';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { type RoundOf, runAtOnce, takeFree } from './run-at-once.ts';

/** An app that is measured. */
export interface App {
  readonly name: 'bare' | 'unavoidable' | 'bot';
  readonly requestUrl: string;
  /** Whether a flow ends with an ephemeral message and a receipt, or with the ack of the form. */
  readonly delivers: boolean;
}

/** One flow's times in milliseconds; undefined for what did not happen. */
export type Flow = {
  /** From the command to `views.open`, as the workspace receives it. */
  readonly opened: number | undefined;
  /** From the submission to its ack. */
  readonly acked: number | undefined;
  /** From the submission to the ephemeral message, as the workspace receives it. */
  readonly delivered: number | undefined;
  /** How many of Slack's three-second deadlines were missed. */
  readonly missed: number;
};

/**
 * Between two flows of somebody who is alone, and two presses about one request: the bot's last write
 * comes after the last message that can be seen, and nobody presses anything within the same millisecond.
 */
export const BREATH_MS = 5;

/** Longer than any deadline: what has not come by then does not come. */
export const PATIENCE_MS = 30_000;

/** Milliseconds since a moment. */
export const since = (start: number): number => performance.now() - start;

/** How long it takes until something is there; undefined where it never is. */
export const timeUntil = async (
  window: PersonWindow,
  start: number,
  look: () => unknown,
): Promise<number | undefined> => {
  try {
    await window.until(() => look() !== undefined, PATIENCE_MS);
    return since(start);
  } catch {
    return undefined;
  }
};

const nothing = { opened: undefined, acked: undefined, delivered: undefined };

const runFlow = async (window: PersonWindow, app: App): Promise<Flow> => {
  const commanded = performance.now();
  const answering = window.command('general', `${COMMAND} create`);
  const opening = timeUntil(window, commanded, window.modal);
  const reaction = await answering;
  const late = reaction.kind === 'acknowledged' ? 0 : 1;
  // Where the trigger ran out, nothing opens any more.
  const opened = await opening;
  if (opened === undefined) return { ...nothing, missed: late + 1 };
  await window.until(() => window.modal()?.submit, PATIENCE_MS);
  if (app.delivers) await window.type('name', 'Bench');

  const submitted = performance.now();
  const message = () => window.ephemerals()[0];
  const delivering = app.delivers ? timeUntil(window, submitted, message) : undefined;
  const submission = await window.submit();
  const acked = since(submitted);
  if (submission.kind !== 'closed') return { ...nothing, opened, missed: late + 1 };
  const delivered = await delivering;
  if (app.delivers) {
    // The receipt is the last thing that the bot does for a flow.
    const receipt = () => window.messages(window.directMessage())[0];
    await timeUntil(window, submitted, receipt);
  }
  return { opened, acked, delivered, missed: late };
};

/** What a round gave. */
export type Round = RoundOf<Flow>;

/**
 * Runs flows of an app, so many at once, each by somebody else.
 * @param people who is free: each is taken once, so nobody is known beforehand
 */
export const runFlows = async (
  slack: Slack,
  app: App,
  people: string[],
  count: number,
  atOnce: number,
): Promise<Round> => {
  slack.setRequestUrl(app.requestUrl);
  return runAtOnce(count, atOnce, async () => {
    const window = slack.asPerson(takeFree(people), app.name);
    const flow = await runFlow(window, app);
    window.leave();
    if (atOnce === 1) await setTimeout(BREATH_MS);
    return flow;
  });
};
