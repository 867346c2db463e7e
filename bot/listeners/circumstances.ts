import type { Asker } from '../../shared/policy/asker.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import type { Circumstances } from '../policy/circumstances.ts';
import { groupsNamed, knowAsker } from '../policy/access.ts';
import type { Failure } from '../slack/outcome.ts';
import type { Offer } from '../tenants/tenant-directory.ts';
import { inTime } from '../time/in-time.ts';
import { FOR_DECIDING, type ListenerPorts } from './ports.ts';

/** Why nothing can be said yet: which side does not answer. The words for it are under `problems`. */
export type Problem = 'slack' | 'platform' | 'key' | 'often';

const LONGEST_MS = 10_000;

const LATE = { kind: 'unknown', code: 'late' } as const;

/** How long both sides have where Slack waits for the answer: less than its three seconds. */
export const HURRY_MS = 1900;

/** Puts on record that Slack does not say who someone is. */
export const slackIsSilent = (
  { log }: ListenerPorts,
  user: string,
  { code }: Pick<Failure, 'code'>,
): Result<never, Problem> => {
  log.warn('person_unknown', { user, code });
  return err('slack');
};

/**
 * Asks Slack who asks.
 * @param maxAge how old the answers may be, in milliseconds; `unasked` leaves the groups out
 * @param patience how long to wait, in milliseconds
 */
export const whoAsks = async (
  ports: ListenerPorts,
  userId: string,
  channel: string | null,
  maxAge: { readonly person: number; readonly groups: number | 'unasked' },
  patience: number,
): Promise<Result<Pick<Circumstances, 'person' | 'asker' | 'unsure'>, Problem>> => {
  const known = await inTime(patience, knowAsker(ports, userId, channel, maxAge), err(LATE));
  return known.ok ? known : slackIsSilent(ports, userId, known.error);
};

/** The same person, with the groups that were left unasked: as Slack has them now. */
export const withGroups = async (
  ports: ListenerPorts,
  asker: Asker,
  patience: number,
): Promise<Result<Asker, Problem>> => {
  const groups = await inTime(
    patience,
    groupsNamed(ports, asker.id, FOR_DECIDING.groups),
    err(LATE),
  );
  return groups.ok
    ? ok({ ...asker, groups: groups.value })
    : slackIsSilent(ports, asker.id, groups.error);
};

/** Of the time that there is, what is left to a list of tenants of which nothing is known yet. */
const LIST_SHARE = 0.6;

/**
 * What the platform offers, as it is known.
 * @param patience how long to wait where nothing is known yet, in milliseconds
 */
export const whatIsOffered = async (
  ports: ListenerPorts,
  patience: number,
): Promise<Result<Offer, Problem>> => {
  const offer = await inTime(
    patience,
    ports.tenants.offer(patience * LIST_SHARE),
    err({ code: 'timeout' }),
  );
  if (offer.ok) return offer;
  const { code, requestId } = offer.error;
  ports.log.warn('platform_unknown', { code, reference: requestId });
  return err(code === 'signed_out' || code === 'forbidden' ? 'key' : 'platform');
};

/**
 * A tenant by its id, as the platform has it now; undefined where it has none.
 * @param name under which it was offered
 * @param patience how long to wait, in milliseconds
 */
export const tenantOf = async (
  { tenants }: Pick<ListenerPorts, 'tenants'>,
  offer: Offer,
  id: string,
  name: string,
  patience: number,
): Promise<Result<Tenant | undefined, 'platform'>> => {
  const found = await inTime(patience, tenants.find(offer, id, name), err({ code: 'timeout' }));
  return found.ok ? found : err('platform');
};

/** Gathers who asks and what the platform offers, side by side. */
export const lookAround = async (
  ports: ListenerPorts,
  userId: string,
  channel: string | null,
  maxAge: { readonly person: number; readonly groups: number },
  patience = LONGEST_MS,
): Promise<Result<Circumstances, Problem>> => {
  const [known, offer] = await Promise.all([
    whoAsks(ports, userId, channel, maxAge, patience),
    whatIsOffered(ports, patience),
  ]);
  if (!known.ok) return known;
  if (!offer.ok) return offer;
  const { asker, unsure } = known.value;
  if (unsure) ports.log.warn('groups_unknown', { user: asker.id, code: unsure.code });
  return ok({ ...known.value, policy: ports.policy(), offer: offer.value, now: ports.now() });
};
