import type { DeliveryEvent } from '../../../bot/delivery/event.ts';
import type { SlackRoutes } from '../../../bot/slack/routes.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';

/** What needs a second process at the same moment, or a platform that does other than it is asked. */
type Elsewhere = 'unusable' | 'elsewhere' | 'said_late' | 'person_gone';

// Each as a record, so that a write or a call that is added and not listed here does not compile.
const WRITES: Record<Exclude<DeliveryEvent['kind'], Elsewhere> | 'claimed', true> = {
  claimed: true,
  generated: true,
  next_failed: true,
  trying: true,
  delivered: true,
  undeliverable: true,
  delivery_unknown: true,
  save_answered: true,
  cancel_answered: true,
  said: true,
  unsaid: true,
  revoke: true,
  recovered: true,
  resumed: true,
};

const CALLS: Record<
  Exclude<keyof SlackRoutes, 'remove'> | keyof Pick<TenantApi, 'next' | 'save' | 'cancel'>,
  true
> = {
  next: true,
  ephemeral: true,
  respond: true,
  openDm: true,
  post: true,
  update: true,
  save: true,
  cancel: true,
};

/** A write, a call, or the ack. */
export type Step = `write ${keyof typeof WRITES}` | `call ${keyof typeof CALLS}` | 'ack';

/** A place at which the process may die: before or after a write, a call, or the ack. */
export type CrashPoint = `${'before' | 'after'} ${Step}`;

const STEPS = [
  ...Object.keys(WRITES).map((name) => `write ${name}`),
  ...Object.keys(CALLS).map((name) => `call ${name}`),
  'ack',
] as Step[];

/** All of them. */
export const CRASH_POINTS: readonly CrashPoint[] = STEPS.flatMap((step): CrashPoint[] => [
  `before ${step}`,
  `after ${step}`,
]);
