import type { TokenRequest } from '../token-request.ts';
import type { ApiToken, Session, TenantApi } from '../tenant-api/port.ts';
import { cancelMeans, nextMeans } from './meaning.ts';
import type { NextOutcome, Place } from './state.ts';

/** Whether a session is still that of the person and the tenant on the screen. */
const isStill = ({ user, tenant }: Session, { session }: Place): boolean =>
  user?.email === session.user?.email && tenant.id === session.tenant.id;

/**
 * Undoes a token that nobody is to see.
 * @returns the outcome, or that the token is left where it works all the same
 */
const discard = async (
  api: TenantApi,
  record: ApiToken,
  outcome: NextOutcome,
): Promise<NextOutcome> => {
  const { state } = record;
  if (state !== 'pending' && state !== 'active') return outcome;
  const meaning = cancelMeans(await api.cancel(record.id));
  // A pending token dies by itself. One that works already must not be left behind in silence.
  return meaning.kind === 'gone' || state === 'pending'
    ? outcome
    : { kind: 'left', record, otherwise: outcome.kind !== 'unseen', error: meaning.error };
};

/**
 * Next, for the person and the tenant that were on the screen. A page's session can change between
 * two calls, so it is asked before. Where the record does not name the same person, which may be the
 * platform's own way of naming people, it is asked once more, and who is signed in then decides. A
 * token made in someone else's name, other than asked, or without its secret is discarded unseen.
 * @param api the platform through the open page
 * @param key the idempotency key, the same for every attempt at one token
 * @returns how it ended; never throws for what a page or platform does
 */
export const nextAsPerson = async (
  api: TenantApi,
  request: TokenRequest,
  key: string,
  place: Place,
): Promise<NextOutcome> => {
  const { user, tenant } = place.session;
  const now = await api.whoAmI();
  if (!now.ok) return { kind: 'refused', error: now.error };
  if (!isStill(now.value, place)) return { kind: 'other_person' };
  const answer = await api.next(request, { idempotencyKey: key });
  const asked = {
    told: { ...request, anchorTenantId: tenant.id },
    capabilities: api.capabilities,
    // How many attempts there were, the flow itself counts: see `answered`.
    mayBeMade: false,
    maker: user?.email ?? null,
    keyOf: 'one_token',
  } as const;
  let meaning = nextMeans(answer, asked);
  if (meaning.kind === 'someone_elses') {
    const then = await api.whoAmI();
    const { record } = meaning;
    if (!then.ok) return discard(api, record, { kind: 'refused', error: then.error });
    if (!isStill(then.value, place)) return discard(api, record, { kind: 'other_person' });
    meaning = nextMeans(answer, { ...asked, maker: null });
  }
  switch (meaning.kind) {
    case 'made':
      return meaning;
    case 'unknown':
      return { kind: 'unknown', error: meaning.error };
    case 'refused':
    case 'later':
      // Whoever stands there asks again when they like.
      return { kind: 'refused', error: meaning.error };
    case 'unseen':
    case 'elsewhere':
      return discard(api, meaning.record, { kind: 'unseen', record: meaning.record });
    case 'otherwise':
    case 'someone_elses':
      return discard(api, meaning.record, { kind: 'otherwise' });
  }
};
