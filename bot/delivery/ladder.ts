import type { Secret } from '../../shared/secret.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Failure } from '../slack/outcome.ts';
import type { SlackRoutes } from '../slack/routes.ts';
import type { SlackMessage } from '../messages/facts.ts';
import { type Route, ROUTES } from '../flow/delivery-routes.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';
import type { DeliveryWords } from '../messages/delivery-words.ts';
import type { Clock } from '../time/clock.ts';
import type { DeliveryEvent } from './event.ts';
import { factsOf } from './facts.ts';
import { SHORT_WAIT } from './waits.ts';

/** What the ladder needs of its surroundings. */
export interface LadderPorts {
  readonly slack: SlackRoutes;
  readonly words: DeliveryWords;
  readonly clock: Clock;
}

// A response_url lives for 30 minutes; one of them is for clocks that differ and slow networks.
const RESPONSE_URL_MS = 29 * 60_000;

/** The `response_url` of a submission, as long as it is of use. */
const usableResponseUrl = (submission: Submission, now: number): string | null =>
  now - submission.responseUrlIssuedAt < RESPONSE_URL_MS ? submission.responseUrl : null;

const routesOf = (submission: Submission): readonly Route[] =>
  ROUTES.filter(
    (route) =>
      (route !== 'channel' || submission.channelId !== null) &&
      (route !== 'response_url' || submission.responseUrl !== null),
  );

/** Sends an ephemeral message in someone's conversation with the app. */
export const sendInDm = async (
  slack: Pick<SlackRoutes, 'ephemeral' | 'openDm'>,
  userId: string,
  message: SlackMessage,
): Promise<Result<void, Failure>> => {
  const dm = await slack.openDm(userId);
  if (dm.ok) return slack.ephemeral(dm.value, userId, message);
  // Opening a conversation delivers nothing, whatever became of it.
  return dm.error.kind === 'rate_limited' ? dm : err({ kind: 'route', code: dm.error.code });
};

/** Sends an ephemeral message by one route. */
export const sendEphemeral = async (
  { slack, clock }: Pick<LadderPorts, 'slack' | 'clock'>,
  route: Route,
  submission: Submission,
  message: SlackMessage,
): Promise<Result<void, Failure>> => {
  const { channelId, userId } = submission;
  if (route === 'channel' && channelId !== null) {
    return slack.ephemeral(channelId, userId, message);
  }
  if (route === 'response_url') {
    const url = usableResponseUrl(submission, clock.now());
    return url === null
      ? err({ kind: 'route', code: 'response_url_worn_out' })
      : slack.respond(url, message);
  }
  return sendInDm(slack, userId, message);
};

/**
 * Brings the token to its owner: the channel, then the `response_url`, then the DM, always as a
 * message that nobody else sees and no history keeps. The channel is
 * first: the person has just typed there. (`tell` begins with the DM, where a word lasts; `reply`, on which
 * nothing rests, with the `response_url`.) A route that certainly refused makes way for
 * the next; one whose answer is open ends the attempt, since a token that someone may have seen must
 * not be saved.
 * @param trying called before each route, to write it down; false where the flow is another's now
 * @returns what came of it, or undefined where the flow is another's now
 */
export const deliver = async (
  ports: LadderPorts,
  flow: StoredFlow,
  token: Secret,
  trying: (event: DeliveryEvent) => Promise<boolean>,
): Promise<DeliveryEvent | undefined> => {
  const { words, clock } = ports;
  const { submission } = flow;
  const message = words.tokenMessage(factsOf(flow), token, submission.language);
  let because: string | null = null;
  for (const route of routesOf(submission)) {
    if (!(await trying({ kind: 'trying', route, because }))) return undefined;
    const send = (): ReturnType<typeof sendEphemeral> =>
      sendEphemeral(ports, route, submission, message);
    let sent = await send();
    if (!sent.ok && sent.error.kind === 'rate_limited' && sent.error.retryAfterMs <= SHORT_WAIT) {
      await clock.sleep(sent.error.retryAfterMs);
      sent = await send();
    }
    if (sent.ok) return { kind: 'delivered' };
    because = sent.error.code;
    if (sent.error.kind === 'unknown') return { kind: 'delivery_unknown', because };
  }
  return { kind: 'undeliverable', because };
};
