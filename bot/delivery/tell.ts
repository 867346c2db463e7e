import type { SlackMessage } from '../messages/facts.ts';
import type { Failure } from '../slack/outcome.ts';
import type { StoredFlow } from '../store/flow-row.ts';
import { factsOf } from './facts.ts';
import { type LadderDeps, sendEphemeral } from './ladder.ts';
import type { FlowEvent } from './machine.ts';
import type { Receipt } from './ports.ts';
import type { Word } from './progress.ts';

const messageOf = (
  { words }: LadderDeps,
  flow: StoredFlow,
  word: Word,
): { readonly message: SlackMessage; readonly isReceipt: boolean } => {
  const facts = factsOf(flow);
  const { language } = flow.submission;
  return word === 'active' || word === 'revoked'
    ? { message: words.receipt(facts, word, language), isReceipt: true }
    : { message: words.announcement(facts, word, language), isReceipt: false };
};

/**
 * Tells a flow's owner a word, without the token: in the DM, where it lasts, or as long as the DM
 * takes nothing, wherever the token would have gone. The same word twice does no harm, so here an
 * open outcome counts as a failure.
 */
export const tell = async (deps: LadderDeps, flow: StoredFlow, word: Word): Promise<FlowEvent> => {
  const { slack } = deps;
  const { submission, progress } = flow;
  const { message, isReceipt } = messageOf(deps, flow, word);
  const failures: Failure[] = [];
  const said = (receipt: Receipt | null): FlowEvent => ({ kind: 'said', word, receipt });

  if (isReceipt && progress.receipt) {
    const updated = await slack.update(progress.receipt, message);
    if (updated.ok) return said(progress.receipt);
    failures.push(updated.error);
  }
  const dm = await slack.openDm(submission.userId);
  const posted = dm.ok ? await slack.post(dm.value, message) : dm;
  if (posted.ok) return said(isReceipt ? posted.value : null);
  failures.push(posted.error);
  // A receipt has to last: another route is for a DM that takes none, not for one that is busy.
  const { kind } = posted.error;
  const patient = isReceipt && (kind === 'rate_limited' || kind === 'unknown');
  for (const route of ['channel', 'response_url'] as const) {
    if (patient || (route === 'channel' && submission.channelId === null)) continue;
    const sent = await sendEphemeral(deps, route, submission, message);
    if (sent.ok) return said(null);
    failures.push(sent.error);
  }
  const waits = failures.flatMap((each) =>
    each.kind === 'rate_limited' ? [each.retryAfterMs] : [],
  );
  return {
    kind: 'unsaid',
    waitMs: waits.length === 0 ? 0 : Math.min(...waits),
    because: failures[0]?.code ?? null,
  };
};
