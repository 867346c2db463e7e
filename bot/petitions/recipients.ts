import type { Language } from '../../shared/messages/language.ts';
import { mayApprove } from '../../shared/policy/decide.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { NewCopy } from '../flow/copy.ts';
import type { Petition } from '../flow/petition.ts';
import type { Log } from '../log/log.ts';
import type { MembersOf } from '../people/groups.ts';
import type { People, Person } from '../people/people.ts';
import type { Failure } from '../slack/outcome.ts';

const MINUTE = 60_000;
/** Their messages go out soon after; whether someone may approve is asked when they do. */
const MAX_AGE = 5 * MINUTE;

/** What Slack says of an id that is nobody's, or whose account it does not give away. */
const UNKNOWN: readonly string[] = [
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'malformed',
];

/** So many are written to one by one; a larger circle has a channel. */
const MAX_APPROVERS = 25;

/** How Slack's people and groups are asked about. */
export interface RecipientPorts {
  readonly people: People;
  readonly membersOf: MembersOf;
  readonly log: Log;
}

/** Someone who may approve. */
type Approver = Pick<Person, 'id' | 'language'>;

/** Those who may approve a petition now, the ones named by id first. */
const approversOf = async (
  { people, membersOf, log }: RecipientPorts,
  { id, submission, approvals }: Petition,
): Promise<Result<readonly Approver[], Failure>> => {
  const groups = [...new Set(approvals.flatMap(({ by }) => by.groups))];
  const members =
    groups.length === 0
      ? ok(new Map<string, readonly string[]>())
      : await membersOf(groups, MAX_AGE);
  if (!members.ok) return members;
  const named = approvals.flatMap(({ by }) => [
    ...by.users,
    ...by.groups.flatMap((group) => members.value.get(group) ?? []),
  ]);
  const candidates = [...new Set(named)];
  const found: Approver[] = [];
  for (const candidate of candidates) {
    if (found.length === MAX_APPROVERS) {
      log.warn('approvers_too_many', { petition: id, count: candidates.length });
      break;
    }
    // Who certainly may not is not even asked about.
    const inGroups = groups.filter((group) => members.value.get(group)?.includes(candidate));
    const may = (kind: Person['kind']): boolean =>
      approvals.some((approval) =>
        mayApprove(approval, { id: candidate, kind, groups: inGroups }, submission.userId),
      );
    if (!may('member')) continue;
    const person = await people(candidate, MAX_AGE);
    if (person.ok) {
      if (may(person.value.kind)) found.push(person.value);
      continue;
    }
    // One odd id costs that one; where Slack is silent, it is asked again later.
    if (!UNKNOWN.includes(person.error.code)) return person;
    log.warn('approver_unknown', { petition: id, user: candidate, code: person.error.code });
  }
  return ok(found);
};

/** The language that most of some people read. */
const commonLanguage = (people: readonly Approver[]): Language => {
  const counts = new Map<Language, number>();
  for (const { language } of people) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? 'en';
};

/**
 * The messages with which a petition is put to those who may approve it; none where there is nobody.
 * @param inPerson whether to write to each, also where the policy names a channel
 */
export const putTo = async (
  ports: RecipientPorts,
  petition: Petition,
  inPerson: boolean,
): Promise<Result<readonly NewCopy[], Failure>> => {
  const approvers = await approversOf(ports, petition);
  if (!approvers.ok) return approvers;
  if (approvers.value.length === 0) return ok([]);
  const channels = new Set(
    petition.approvals.flatMap(({ channel }) => (channel === null ? [] : [channel])),
  );
  const everyWayHasOne = petition.approvals.every(({ channel }) => channel !== null);
  const toEach = inPerson || !everyWayHasOne;
  return ok([
    ...(inPerson
      ? []
      : [...channels].map((to): NewCopy => ({
          kind: 'channel',
          to,
          language: commonLanguage(approvers.value),
        }))),
    ...(toEach
      ? approvers.value.map(({ id: to, language }): NewCopy => ({ kind: 'approver', to, language }))
      : []),
  ]);
};
