import { codePoints, MAX_ON_BEHALF_OF } from '../../shared/token-request.ts';
import type { TokenFacts } from '../messages/facts.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';

/** What the messages say about a flow's token. */
export const factsOf = ({ id, submission, progress }: StoredFlow): TokenFacts => ({
  ...submission.request,
  requestId: id,
  tenantName: submission.tenantName,
  timeZone: submission.timeZone,
  apiUrl: submission.apiUrl,
  hint: progress.token?.hint ?? null,
});

// What `on_behalf_of` refuses: a name in Slack may hold it all the same.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** How the platform's log names the person: the ids cannot be chosen, so they come first, and whole. */
export const onBehalfOf = ({ userName, teamId, userId }: Submission): string => {
  const ids = `Slack ${teamId}/${userId}`;
  const name = Array.from(userName.replaceAll(UNPRINTABLE, ''))
    .slice(0, MAX_ON_BEHALF_OF - codePoints(ids) - 3)
    .join('');
  return name === '' ? ids : `${ids} (${name})`;
};
