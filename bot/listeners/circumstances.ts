import { err, ok, type Result } from '../../shared/result.ts';
import type { Circumstances } from '../modal/fill-form.ts';
import type { Person } from '../people/people.ts';
import { groupsNamed, knowAsker } from '../policy/access.ts';
import type { Failure } from '../slack/outcome.ts';
import type { ListenerDeps } from './deps.ts';
import { inTime } from './in-time.ts';

/** Why nothing can be said yet: which side does not answer. The words for it are under `problems`. */
export type Problem = 'slack' | 'platform' | 'key';

/** All that a form and a decision are made from. */
export interface Around {
  readonly person: Person;
  readonly circumstances: Circumstances;
}

const LONGEST_MS = 20_000;

const LATE = { kind: 'unknown', code: 'late' } as const;

/** How long both sides have where Slack waits for the answer: less than its three seconds. */
export const HURRY_MS = 1900;

const unknownPerson = (
  { log }: ListenerDeps,
  user: string,
  { code }: Pick<Failure, 'code'>,
): Result<never, Problem> => {
  log.warn('person_unknown', { user, code });
  return err('slack');
};

/**
 * Gathers who asks and what the platform offers, side by side.
 * @param maxAge how old each may be, in milliseconds
 * @param patience how long to wait for each, in milliseconds
 */
export const lookAround = async (
  deps: ListenerDeps,
  userId: string,
  channel: string | null,
  maxAge: {
    readonly person: number;
    readonly groups: number | 'unasked';
    readonly world: number;
  },
  patience = LONGEST_MS,
): Promise<Result<Around, Problem>> => {
  const [known, world] = await Promise.all([
    inTime(patience, knowAsker(deps, userId, channel, maxAge), err(LATE)),
    inTime(patience, deps.tenants.world(maxAge.world), err({ code: 'timeout' })),
  ]);
  if (!known.ok) return unknownPerson(deps, userId, known.error);
  if (!world.ok) {
    const { code, requestId } = world.error;
    deps.log.warn('platform_unknown', { code, reference: requestId });
    return err(code === 'signed_out' || code === 'forbidden' ? 'key' : 'platform');
  }
  const { person, asker } = known.value;
  const circumstances = {
    policy: deps.policy(),
    asker,
    world: world.value,
    now: deps.now(),
  };
  return ok({ person, circumstances });
};

/** The same, with the groups that were left unasked: as Slack has them now. */
export const withGroups = async (
  deps: ListenerDeps,
  circumstances: Circumstances,
  patience: number,
): Promise<Result<Circumstances, Problem>> => {
  const { asker } = circumstances;
  const groups = await inTime(patience, groupsNamed(deps, asker.id, 0), err(LATE));
  if (!groups.ok) return unknownPerson(deps, asker.id, groups.error);
  return ok({ ...circumstances, asker: { ...asker, groups: groups.value } });
};
