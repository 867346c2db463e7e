import type { WebClient } from '@slack/web-api';
import type { PersonKind } from '../../shared/policy/asker.ts';
import { approverGroupsIn } from '../../shared/policy/rules-by.ts';
import { mayApprove } from '../../shared/policy/decide.ts';
import { ok } from '../../shared/result.ts';
import { errorFields } from '../log/error-fields.ts';
import { brokenHome, type HomeFacts, homeView } from '../messages/home-view.ts';
import { spokenBy } from '../people/people.ts';
import { callViews } from './call-views.ts';
import { FOR_DRAWING, type ListenerPorts } from './ports.ts';

/** So many are looked at, and fewer shown: what cannot be answered by the reader is left out. */
const MAX_WAITING = 50;
const MAX_ASKED = 12;

const factsFor = async (
  { policy, groupsOf, home, teamId, workspace, now }: ListenerPorts,
  userId: string,
  kind: PersonKind,
): Promise<HomeFacts> => {
  const named = approverGroupsIn(policy());
  const inGroups = named.length === 0 ? ok([]) : await groupsOf(userId, named, FOR_DRAWING.groups);
  const groups = inGroups.ok ? inGroups.value : [];
  const reader = { id: userId, kind, groups };
  const [waiting, asked] = await Promise.all([
    home.waitingFor(teamId, [userId, ...groups], MAX_WAITING),
    home.askedBy({ teamId, userId }, MAX_ASKED),
  ]);
  const waits = waiting.filter(
    ({ state, decidedBy, approvals, submission }) =>
      (state === 'waiting' || (state === 'making' && decidedBy === userId)) &&
      approvals.some((approval) => mayApprove(approval, reader, submission.userId)),
  );
  const more = waiting.length === MAX_WAITING || asked.length === MAX_ASKED;
  const facts = { reader: userId, workspace: await workspace(), waits, asked, more };
  return { ...facts, groupsKnown: inGroups.ok, now: now() };
};

/** Draws someone's Home anew, from what is on record now. Never rejects. */
export const publishHome = async (
  ports: ListenerPorts,
  client: WebClient,
  userId: string,
): Promise<void> => {
  const person = await ports.people(userId, FOR_DRAWING.person);
  const language = spokenBy(person);
  // Of whom Slack says nothing, nobody knows what they may approve.
  const kind = person.ok ? person.value.kind : 'gone';
  const view = await factsFor(ports, userId, kind).then(
    (facts) => homeView(facts, language),
    (error: unknown) => {
      ports.log.error('home_unread', { user: userId, ...errorFields(error) });
      return brokenHome(language);
    },
  );
  const shown = await callViews(ports, 'views.publish', () =>
    client.views.publish({ user_id: userId, view }),
  );
  if (!shown.ok) ports.log.warn('home_not_shown', { user: userId, code: shown.error.code });
};
