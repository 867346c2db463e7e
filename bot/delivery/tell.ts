import type { SlackMessage } from '../messages/facts.ts';
import type { Failure } from '../slack/outcome.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import { type Receipt, RECEIPT_STATES, type ReceiptState, type Word } from '../flow/word.ts';
import type { DeliveryEvent } from './event.ts';
import { factsOf } from './facts.ts';
import { type LadderPorts, sendEphemeral } from './ladder.ts';

const isReceipt = (word: Word): word is ReceiptState =>
  RECEIPT_STATES.some((state) => state === word);

/** Whether another word is to follow, so that the message is not to stand as it is. */
const isPassing = (word: Word | null): boolean =>
  word === 'save_unknown' || word === 'not_taken_back';

const messageOf = ({ words }: LadderPorts, flow: StoredFlow, word: Word): SlackMessage => {
  const facts = factsOf(flow);
  const { language } = flow.submission;
  return isReceipt(word)
    ? words.receipt(facts, word, language)
    : words.announcement(facts, word, language);
};

// Slack's words for people whom no message reaches any more.
const GONE: readonly string[] = [
  'not_installed',
  'user_disabled',
  'user_not_found',
  'users_not_found',
];

const isBusy = ({ kind }: Failure): boolean => kind === 'rate_limited' || kind === 'unknown';

const unsaid = (failures: readonly Failure[]): DeliveryEvent => {
  const waits = failures.flatMap((each) =>
    each.kind === 'rate_limited' ? [each.retryAfterMs] : [],
  );
  return {
    kind: 'unsaid',
    waitMs: waits.length === 0 ? 0 : Math.min(...waits),
    because: failures[0]?.code ?? null,
  };
};

/**
 * Tells a flow's owner a word, without the token: in the DM, where it lasts, which for a token it must
 * not, or as long as the DM takes nothing, wherever the token would have gone (`ladder.ts`). What stands there and is no longer true is
 * changed instead. The same word twice does no harm, so here an open outcome counts as a failure.
 */
export const tell = async (
  ports: LadderPorts,
  flow: StoredFlow,
  word: Word,
): Promise<DeliveryEvent> => {
  const { slack } = ports;
  const { submission, progress } = flow;
  const message = messageOf(ports, flow, word);
  const lasts = isReceipt(word);
  const failures: Failure[] = [];
  const said = (receipt: Receipt | null): DeliveryEvent => ({ kind: 'said', word, receipt });

  if (progress.receipt && (lasts || progress.said === 'not_taken_back')) {
    const updated = await slack.update(progress.receipt, message);
    if (updated.ok) return said(progress.receipt);
    failures.push(updated.error);
    // Beside another message, the one that is no longer true would stay.
    if (isBusy(updated.error)) return unsaid(failures);
  }
  const dm = await slack.openDm(submission.userId);
  const posted = dm.ok ? await slack.post(dm.value, message) : dm;
  if (posted.ok) return said(lasts || isPassing(word) ? posted.value : null);
  const { error } = posted;
  if (GONE.includes(error.code)) return { kind: 'person_gone', because: error.code };
  failures.push(error);
  // A receipt has to last: another route is for a DM that takes none, not for one that is busy.
  const patient = lasts && isBusy(error);
  for (const route of ['channel', 'response_url'] as const) {
    if (patient || (route === 'channel' && submission.channelId === null)) continue;
    const sent = await sendEphemeral(ports, route, submission, message);
    if (sent.ok) return said(null);
    failures.push(sent.error);
  }
  return unsaid(failures);
};
