import { expect } from 'vitest';
import { perform } from '../../../../shared/flow/perform.ts';
import type { Effect, FlowState, Operation } from '../../../../shared/flow/state.ts';
import { fromStored, toStored } from '../../../../extension/channel/stored-flow.ts';
import { type FlowEvent, transition } from '../../../../shared/flow/transition.ts';
import { err, type Result } from '../../../../shared/result.ts';
import type { ApiError, Session, TenantApi } from '../../../../shared/tenant-api/port.ts';
import { NOW, session } from '../examples.ts';
import { createPlatform, type ModelPlatform } from '../model-platform.ts';
import { form } from './states.ts';

/** What becomes of one call on its way to the platform and back. */
export const FATES = [
  'arrives',
  'arrives twice',
  'answer lost',
  'answer garbled',
  'request lost',
  'request delayed',
  'turned away',
  'page moved on',
  'worker dies before',
  'worker dies after',
  'worker dies, request delayed',
  'someone else signs in before',
  'signed out after',
] as const;

export type Fate = (typeof FATES)[number];

export const ADA = session();
export const BEN = session({
  user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' },
});

class WorkerDeath extends Error {}

/** A browser with one flow in it, its network, and the platform. */
export interface FlowWorld {
  state: FlowState;
  now: number;
  signedIn: Session | null;
  underWay: Effect | undefined;
  keys: number;
  readonly platform: ModelPlatform;
  /** Requests that left, and will arrive some day. */
  readonly delayed: (() => Promise<unknown>)[];
  /** Token values that the person copied. */
  readonly copied: Set<string>;
  /** Ids of tokens that the person chose to save without a copy, and has not cancelled since. */
  readonly chosen: Set<string>;
  /** Ids of tokens whose fate was said to be unknown, on a screen that the person chose to leave. */
  readonly left: Set<string>;
  /** Ids that the flow has told the person to be discarded or dead. */
  readonly saidDead: Set<string>;
}

/** Ada in front of an empty form. */
export const createFlowWorld = (): FlowWorld => {
  const world: FlowWorld = {
    state: form(),
    now: NOW,
    signedIn: ADA,
    underWay: undefined,
    keys: 0,
    platform: createPlatform(() => world.now),
    delayed: [],
    copied: new Set(),
    chosen: new Set(),
    left: new Set(),
    saidDead: new Set(),
  };
  return world;
};

/** The port as the worker sees it: each call meets the next fate, then the rest arrive. */
const overNetwork = (world: FlowWorld, fates: readonly Fate[]): TenantApi => {
  const left = [...fates];
  const carry = async <T>(
    call: (api: TenantApi) => Promise<Result<T, ApiError>>,
  ): Promise<Result<T, ApiError>> => {
    const fate = left.shift() ?? 'arrives';
    if (fate === 'someone else signs in before') world.signedIn = BEN;
    // A request carries the session of the moment in which it left.
    const api = world.platform.as(world.signedIn);
    switch (fate) {
      case 'arrives':
      case 'someone else signs in before':
        return call(api);
      case 'arrives twice': {
        const first = await call(api);
        await call(api);
        return first;
      }
      case 'answer lost':
        await call(api);
        return err({ code: 'timeout' });
      case 'answer garbled':
        await call(api);
        return err({ code: 'malformed' });
      case 'request lost':
        return err({ code: 'unreachable' });
      case 'request delayed':
        world.delayed.push(() => call(api));
        return err({ code: 'timeout' });
      case 'turned away':
        return err({ code: 'rate_limited', retryAfterSeconds: 1 });
      case 'page moved on':
        return err({ code: 'other_origin' });
      case 'signed out after': {
        const answer = await call(api);
        world.signedIn = null;
        return answer;
      }
      case 'worker dies before':
        throw new WorkerDeath();
      case 'worker dies after':
        await call(api);
        throw new WorkerDeath();
      case 'worker dies, request delayed':
        world.delayed.push(() => call(api));
        throw new WorkerDeath();
    }
  };
  return {
    capabilities: world.platform.as(null).capabilities,
    whoAmI: () => carry((api) => api.whoAmI()),
    tenants: (search) => carry((api) => api.tenants(search)),
    next: (request, options) => carry((api) => api.next(request, options)),
    save: (id, generation) => carry((api) => api.save(id, generation)),
    cancel: (id) => carry((api) => api.cancel(id)),
  };
};

const idOf = (state: FlowState): string | undefined =>
  'record' in state ? state.record?.id : undefined;

/** One event, what it starts, and what the person is told. */
export const happen = (world: FlowWorld, event: FlowEvent): void => {
  const before = world.state;
  const { state, effects } = transition(before, event);
  for (const effect of effects) {
    expect(world.underWay).toBeUndefined();
    world.underWay = effect;
  }
  world.state = state;
  const id = idOf(before);
  if (state.step === 'failed' && state.record) world.saidDead.add(state.record.id);
  if (state.step === 'form' && state.notice?.code === 'discarded' && id) world.saidDead.add(id);
};

/** The worker is gone: what it had stored is read, and its effect is not known to have ended. */
export const restart = (world: FlowWorld): void => {
  world.underWay = undefined;
  const { step } = world.state;
  if (
    ['loading', 'form', 'not_tenant', 'signed_out', 'not_allowed', 'unavailable'].includes(step)
  ) {
    return;
  }
  const stored: unknown = JSON.parse(JSON.stringify(toStored(world.state as Operation)));
  const state = fromStored(stored);
  expect(state).toBeDefined();
  if (!state) return;
  happen(world, { type: 'resumed', state });
  happen(world, { type: 'time', now: world.now });
  happen(world, { type: 'interrupted' });
};

/** Runs the effect that is under way, with what becomes of its calls. */
export const runEffect = async (world: FlowWorld, fates: readonly Fate[]): Promise<void> => {
  const effect = world.underWay;
  if (!effect) return;
  const api = overNetwork(world, fates);
  try {
    const event = await perform(api, effect, () => world.now);
    world.underWay = undefined;
    happen(world, event);
  } catch (error) {
    if (!(error instanceof WorkerDeath)) throw error;
    restart(world);
  }
};

const UNDOING: readonly string[] = ['cancelling', 'unconfirmed'] satisfies Operation['step'][];

/** What must hold at every moment. */
export const check = (world: FlowWorld): void => {
  const { tokens } = world.platform;
  const active = tokens.filter(({ record }) => record.state === 'active');
  for (const { record, secret } of active) {
    const wanted = world.copied.has(secret) || world.chosen.has(record.id);
    // A Cancel after a Save that nobody has heard of: until it is answered, the screen says so.
    const asked = idOf(world.state) === record.id && UNDOING.includes(world.state.step);
    expect(wanted || asked || world.left.has(record.id)).toBe(true);
    expect(world.saidDead).not.toContain(record.id);
  }
  const keys = tokens.map(({ key, record }) => `${key} ${record.createdBy}`);
  expect(new Set(keys).size).toBe(keys.length);
  const { state } = world;
  if (state.step === 'saved') expect(active.map(({ record }) => record.id)).toContain(idOf(state));
};

export const PRESSES = ['next', 'copied', 'save', 'cancel', 'ask_again', 'again'] as const;

export type Press = (typeof PRESSES)[number];

/** A button, pressed by the person. */
export const press = (world: FlowWorld, type: Press): void => {
  const { state } = world;
  if (state.step === 'token') {
    if (type === 'copied') world.copied.add(state.token.reveal());
    if (type === 'save' && state.confirming) world.chosen.add(state.record.id);
    if (type === 'cancel') world.chosen.delete(state.record.id);
  }
  if (state.step === 'unconfirmed' && type === 'again') world.left.add(state.record.id);
  if (type === 'next') {
    world.keys += 1;
    happen(world, { type, now: world.now, key: `key ${world.keys}` });
  } else happen(world, { type });
};
