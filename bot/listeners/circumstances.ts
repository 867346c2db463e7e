import type { Asker } from '../../shared/policy/asker.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Circumstances } from '../modal/fill-form.ts';
import type { Person } from '../people/people.ts';
import { groupsNamed, type Known, knowAsker } from '../policy/access.ts';
import type { Failure } from '../slack/outcome.ts';
import type { World } from '../tenants/tenant-directory.ts';
import { inTime } from '../time/in-time.ts';
import { FOR_DECIDING, type ListenerDeps } from './ports.ts';

/** Why nothing can be said yet: which side does not answer. The words for it are under `problems`. */
export type Problem = 'slack' | 'platform' | 'key' | 'often';

/** All that a form and a decision are made from. */
export interface Around {
  readonly person: Person;
  readonly circumstances: Circumstances;
  /** Whether Slack did not give the user groups, so that the person may be granted more. */
  readonly unsure: boolean;
}

const LONGEST_MS = 10_000;

const LATE = { kind: 'unknown', code: 'late' } as const;

/** How long both sides have where Slack waits for the answer: less than its three seconds. */
export const HURRY_MS = 1900;

const slackIsSilent = (
  { log }: ListenerDeps,
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
  deps: ListenerDeps,
  userId: string,
  channel: string | null,
  maxAge: { readonly person: number; readonly groups: number | 'unasked' },
  patience: number,
): Promise<Result<Known, Problem>> => {
  const known = await inTime(patience, knowAsker(deps, userId, channel, maxAge), err(LATE));
  return known.ok ? known : slackIsSilent(deps, userId, known.error);
};

/** The same person, with the groups that were left unasked: as Slack has them now. */
export const withGroups = async (
  deps: ListenerDeps,
  asker: Asker,
  patience: number,
): Promise<Result<Asker, Problem>> => {
  const groups = await inTime(
    patience,
    groupsNamed(deps, asker.id, FOR_DECIDING.groups),
    err(LATE),
  );
  return groups.ok
    ? ok({ ...asker, groups: groups.value })
    : slackIsSilent(deps, asker.id, groups.error);
};

/** Of the time that there is, what is left to a list of tenants of which nothing is known yet. */
const LIST_SHARE = 0.6;

/**
 * What the platform offers, as it is known.
 * @param patience how long to wait where nothing is known yet, in milliseconds
 */
export const whatIsOffered = async (
  deps: ListenerDeps,
  patience: number,
): Promise<Result<World, Problem>> => {
  const world = await inTime(
    patience,
    deps.tenants.world(patience * LIST_SHARE),
    err({ code: 'timeout' }),
  );
  if (world.ok) return world;
  const { code, requestId } = world.error;
  deps.log.warn('platform_unknown', { code, reference: requestId });
  return err(code === 'signed_out' || code === 'forbidden' ? 'key' : 'platform');
};

/** Gathers who asks and what the platform offers, side by side. */
export const lookAround = async (
  deps: ListenerDeps,
  userId: string,
  channel: string | null,
  maxAge: { readonly person: number; readonly groups: number },
  patience = LONGEST_MS,
): Promise<Result<Around, Problem>> => {
  const [known, world] = await Promise.all([
    whoAsks(deps, userId, channel, maxAge, patience),
    whatIsOffered(deps, patience),
  ]);
  if (!known.ok) return known;
  if (!world.ok) return world;
  const { person, asker, unsure } = known.value;
  if (unsure) deps.log.warn('groups_unknown', { user: userId, code: unsure.code });
  const circumstances = { policy: deps.policy(), asker, world: world.value, now: deps.now() };
  return ok({ person, circumstances, unsure: unsure !== undefined });
};
