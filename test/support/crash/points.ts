import type { DeliveryEvent } from '../../../bot/delivery/event.ts';
import type { PetitionEvent } from '../../../bot/petitions/machine.ts';
import type { PetitionPorts } from '../../../bot/petitions/ports.ts';
import type { SlackRoutes } from '../../../bot/slack/routes.ts';
import type { CopyStore } from '../../../bot/store/copy-store.ts';
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

/** What is no way to a token, and which `petition-crash.test.ts` has die in one process. */
type NoToken = 'not_addressed' | 'reminded' | 'lapsed' | 'refused' | 'withdrawn' | 'void';

const PETITION_WRITES: Record<Exclude<PetitionEvent['kind'], NoToken> | 'submitted', true> = {
  submitted: true,
  addressed: true,
  approved: true,
  made: true,
  handed_in: true,
  brought: true,
  not_brought: true,
};

/** Opening a conversation changes nothing that anybody sees. */
const PETITION_CALLS: Record<Exclude<keyof PetitionPorts['slack'], 'openDm'>, true> = {
  ephemeral: true,
  post: true,
  update: true,
};

const COPY_WRITES: Record<keyof Pick<CopyStore, 'take' | 'drawn'>, true> = {
  take: true,
  drawn: true,
};

/** Of the flow that an approval begins, where the token is; the rest is as after a claim. */
const BEGUN = ['call ephemeral', 'call save'] as const;

const steps = <const Kind extends string, const Name extends string>(
  kind: Kind,
  names: Record<Name, true>,
) => Object.keys(names).map((name) => `${kind} ${name as Name}` as const);

const FLOW_STEPS = [...steps('write', WRITES), ...steps('call', CALLS), 'ack'] as const;

const PETITION_STEPS = [
  ...steps('petition write', PETITION_WRITES),
  ...steps('petition call', PETITION_CALLS),
  ...steps('copy', COPY_WRITES),
  ...BEGUN,
  'petition ack',
  'token ack',
] as const;

/** A write, a call, or an ack. */
export type Step = (typeof FLOW_STEPS | typeof PETITION_STEPS)[number];

/** A place at which the process may die: before or after a write, a call, or an ack. */
export type CrashPoint = `${'before' | 'after'} ${Step}`;

const around = (step: Step): CrashPoint[] => [`before ${step}`, `after ${step}`];

/** All of a token that is made at once. */
export const CRASH_POINTS: readonly CrashPoint[] = FLOW_STEPS.flatMap(around);

/** All of one that someone has to approve: made by a call, or by the approver, who hands it in. */
export const PETITION_POINTS: readonly CrashPoint[] = PETITION_STEPS.flatMap(around);
