import { err, ok, type Result } from '../../shared/result.ts';
import { type Copy, type CopyKind, isChannel } from '../flow/copy.ts';
import type { PetitionState } from '../flow/petition.ts';
import type { Receipt } from '../flow/word.ts';
import type { SlackMessage } from '../messages/facts.ts';
import type { Failure } from '../slack/outcome.ts';
import { backOff, GIVE_UP_AFTER } from '../time/back-off.ts';
import { FIRST_WAIT } from './machine.ts';
import { type PetitionPorts, portsOf, type SharedPetitionPorts } from './ports.ts';

// Slack's words for messages and people that no second try reaches.
const CERTAIN: ReadonlySet<string> = new Set([
  'cannot_dm_bot',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
  'is_archived',
  'message_not_found',
  'messages_tab_disabled',
  'not_in_channel',
  // The app is gone from the workspace, and with it the right to write there.
  'not_installed',
  'restricted_action',
  'user_disabled',
  'user_not_found',
  'users_not_found',
]);

/** What had better not come at all than twice. */
const AT_MOST_ONCE: readonly CopyKind[] = ['reminder', 'notice', 'overdue'];

/** In which state there is something to be reminded of. */
const REMINDS: { readonly [Kind in CopyKind]?: PetitionState } = {
  reminder: 'waiting',
  overdue: 'making',
};

/** Who is asked about a petition, by the messages that put it to them. */
const askedIn = (copies: readonly Copy[]): readonly string[] => [
  ...new Set(
    copies.flatMap(({ kind, to }) => (kind === 'approver' || kind === 'channel' ? [to] : [])),
  ),
];

const put = async (
  { slack }: PetitionPorts,
  copy: Copy,
  message: SlackMessage,
): Promise<Result<Receipt, Failure>> => {
  if (copy.place) {
    const updated = await slack.update(copy.place, message);
    return updated.ok ? ok(copy.place) : updated;
  }
  if (isChannel(copy.to)) return slack.post(copy.to, message);
  const dm = await slack.openDm(copy.to);
  // Opening a conversation sends nothing, whatever became of it.
  if (!dm.ok && dm.error.kind === 'unknown') return err({ kind: 'auth', code: dm.error.code });
  return dm.ok ? slack.post(dm.value, message) : dm;
};

/**
 * Sends a copy, or brings up to date what stands. The first message of each person comes at least once,
 * a reminder and a notice at most once.
 * @param inPerson has others asked in place of a channel that takes no message, and says whether that is on
 *   record: only then is the channel's copy let go of, so that nobody is left unasked
 */
export const sendCopy = async (
  shared: SharedPetitionPorts,
  seen: Copy,
  inPerson: (petitionId: string) => Promise<boolean>,
): Promise<void> => {
  const { store, copies, words, clock, log, leaseMs } = shared;
  const now = clock.now();
  const copy = await copies.take(seen, now, now + leaseMs);
  // Someone else is at it.
  if (!copy) return;
  const later = (atLeast = 0): Promise<void> => {
    const wait = Math.max(atLeast, backOff(copy.tries, FIRST_WAIT));
    return copies.notSent(copy, clock.now() + wait);
  };
  const giveUp = async (why: string): Promise<void> => {
    const { petitionId, kind } = copy;
    log.warn('copy_given_up', { petition: petitionId, kind, code: why });
    if (kind === 'channel' && !(await inPerson(petitionId))) return later();
    return copies.notSent(copy, null);
  };
  const once = AT_MOST_ONCE.includes(copy.kind) && copy.place === null;
  if (once && copy.open) return giveUp('interrupted');
  const petition = await store.find(copy.petitionId);
  if (!petition) return giveUp('no_petition');
  // What was to be reminded of is over.
  const reminds = REMINDS[copy.kind];
  if (reminds && copy.place === null && petition.state !== reminds) {
    return giveUp('over');
  }
  const asked = askedIn(await copies.ofPetition(petition.id));
  const ports = portsOf(shared, petition);
  const workspace = await ports.workspace();
  const facts = { petition, asked, reader: copy.to, workspace };
  const message = words(copy.kind, facts, copy.language);
  const sent = await put(ports, copy, message);
  if (sent.ok) {
    await copies.drawn(copy, sent.value, clock.now());
    return;
  }
  const { kind, code } = sent.error;
  const late = clock.now() - copy.since >= GIVE_UP_AFTER;
  if (CERTAIN.has(code) || late || (once && kind === 'unknown')) return giveUp(code);
  await later(sent.error.kind === 'rate_limited' ? sent.error.retryAfterMs : 0);
};
