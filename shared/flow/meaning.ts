import { REQUEST_FIELDS } from '../each-field.ts';
import type { RequestField, TokenRequest } from '../request-fields.ts';
import type { Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import {
  type ApiError,
  type ApiToken,
  type Capabilities,
  mayHaveHappened,
  type NewToken,
} from '../tenant-api/port.ts';

/** What a person was told of a token. */
export interface Told extends TokenRequest {
  /** Whose descendants "all tenants" are; null where it was not written down. */
  readonly anchorTenantId: string | null;
}

/**
 * What a call that failed left behind. `refused`: certainly nothing, and asking again changes nothing.
 * `later`: certainly nothing, and it may be asked again when the time has come. `unknown`: perhaps all
 * that was asked for.
 */
export type FailureKind = 'refused' | 'later' | 'unknown';

interface Failure {
  readonly kind: FailureKind;
  readonly error: ApiError;
}

/** @param mayBeDone whether an earlier attempt at the same may have had its effect: no refusal of a later one undoes it */
export const failureMeans = (error: ApiError, mayBeDone = false): Failure => {
  if (mayHaveHappened(error)) return { kind: 'unknown', error };
  if (error.code === 'rate_limited') return { kind: 'later', error };
  return { kind: mayBeDone ? 'unknown' : 'refused', error };
};

const MALFORMED: Failure = failureMeans({ code: 'malformed' });

const sameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const sameSet = (some: readonly string[], others: readonly string[]): boolean => {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && [...one].every((each) => other.has(each));
};

/** A field with which a token can do neither more nor less: a platform may write it as it likes. */
const anyhow = (): boolean => true;

/** Of each field, whether a token that was made so is the one that its owner was told. */
const AS_TOLD: {
  readonly [Field in RequestField]: (made: TokenRequest, told: TokenRequest) => boolean;
} = {
  name: anyhow,
  description: anyhow,
  tenantId: (made, told) => sameId(made.tenantId, told.tenantId),
  permissions: (made, told) => sameSet(made.permissions, told.permissions),
  expiresOn: (made, told) => made.expiresOn === told.expiresOn,
};

const DAY = 86_400_000;

/**
 * Whether a token is dead once its last day is over. In what zone that is may be unknown here, but none
 * is a day away from UTC. A platform that names no instant is believed; one that ends sooner gives less.
 */
const outlivesNoDay = ({ expiresOn, expiresAt }: ApiToken): boolean => {
  if (expiresOn === null || expiresAt === null) return true;
  const overInUtc = Date.parse(`${expiresOn}T00:00:00Z`) + DAY;
  return Date.parse(expiresAt) <= overInUtc + DAY;
};

/** Whether a token is the one that its owner was told: no other tenants, no other rights, no later end. */
const isAsTold = (told: Told, record: ApiToken): boolean =>
  (told.anchorTenantId === null || sameId(record.anchorTenantId, told.anchorTenantId)) &&
  REQUEST_FIELDS.every((field) => AS_TOLD[field](record, told)) &&
  outlivesNoDay(record);

/** Whether a new token waits for Save, and for how long, on a platform that lets it. */
const waits = (record: ApiToken, { pending }: Capabilities): boolean =>
  pending !== true || (record.state === 'pending' && record.pendingUntil !== null);

/** What Next was asked for, and by whom. The faces differ in the last three. */
export interface AskedNext {
  readonly told: Told;
  readonly capabilities: Capabilities;
  /** An earlier attempt under this key may have made the token. */
  readonly mayBeMade: boolean;
  /**
   * The person's e-mail address: a page's session can change between two calls. Null where nothing can:
   * a worker has one key, and a page's session has been asked again.
   */
  readonly maker: string | null;
  /**
   * Who else may have asked under this key. A popup draws it for one token, so what was made under it
   * and never seen has no owner. A worker derives it from the form, and another process that was sent
   * the same form may have brought the token to its owner long ago.
   */
  readonly keyOf: 'one_token' | 'one_form';
}

export type NextMeaning =
  | { readonly kind: 'made'; readonly record: ApiToken; readonly token: Secret }
  /** Made, but not as told, or not held back: to be undone unseen. */
  | { readonly kind: 'otherwise'; readonly record: ApiToken }
  /** The record names another person or tenant: perhaps someone else's. */
  | { readonly kind: 'someone_elses'; readonly record: ApiToken }
  /** Made before, and its secret went with an answer that nobody has: to be undone. */
  | { readonly kind: 'unseen'; readonly record: ApiToken }
  /** Made before by another process, which answers for it. */
  | { readonly kind: 'elsewhere'; readonly record: ApiToken }
  | Failure;

/** What an answer to Next means. */
export const nextMeans = (
  answer: Result<NewToken, ApiError>,
  { told, capabilities, mayBeMade, maker, keyOf }: AskedNext,
): NextMeaning => {
  if (!answer.ok) return failureMeans(answer.error, mayBeMade);
  const { record, token } = answer.value;
  const elsewhere =
    told.anchorTenantId !== null && !sameId(record.anchorTenantId, told.anchorTenantId);
  if (maker !== null && (record.createdBy !== maker || elsewhere)) {
    return { kind: 'someone_elses', record };
  }
  if (token === undefined) {
    const taken = keyOf === 'one_form' && record.state !== 'pending';
    return { kind: taken ? 'elsewhere' : 'unseen', record };
  }
  return isAsTold(told, record) && waits(record, capabilities)
    ? { kind: 'made', record, token }
    : { kind: 'otherwise', record };
};

export type SaveMeaning =
  | { readonly kind: 'works'; readonly record: ApiToken }
  /** It does not work, and never will. */
  | { readonly kind: 'dead' }
  /** It works, and is not what its owner was told. */
  | { readonly kind: 'otherwise'; readonly record: ApiToken }
  | Failure;

/**
 * What an answer to Save means. A 404 is a refusal like any other, in both faces: it says what this
 * caller may see, and not what has become of the token. Of a token that the answer calls pending
 * nobody knows whether it is being saved; of one that it calls ended everybody does.
 */
export const saveMeans = (
  answer: Result<ApiToken, ApiError>,
  { id, told }: { readonly id: string; readonly told: Told },
): SaveMeaning => {
  if (!answer.ok) {
    return answer.error.code === 'conflict' ? { kind: 'dead' } : failureMeans(answer.error);
  }
  const record = answer.value;
  if (!sameId(record.id, id)) return MALFORMED;
  switch (record.state) {
    case 'active':
      return { kind: isAsTold(told, record) ? 'works' : 'otherwise', record };
    case 'pending':
      return MALFORMED;
    case 'expired':
    case 'discarded':
    case 'revoked':
      return { kind: 'dead' };
  }
};

export type CancelMeaning =
  | { readonly kind: 'gone' }
  /** The platform shows this caller no such token, now or later: whatever it is, it stays as it is. */
  | { readonly kind: 'out_of_sight'; readonly error: ApiError }
  | Failure;

/**
 * What an answer to Cancel, or to Revoke, means. It may be repeated, and then says the same, so a 404
 * is no sign that it was done before.
 */
export const cancelMeans = (answer: Result<void, ApiError>): CancelMeaning => {
  if (answer.ok) return { kind: 'gone' };
  const { error } = answer;
  return error.code === 'not_found' ? { kind: 'out_of_sight', error } : failureMeans(error);
};
