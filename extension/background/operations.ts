import { anchorOf } from '../../shared/flow/place.ts';
import { perform } from '../../shared/flow/perform.ts';
import type { Effect, FlowState, Form, Operation, Place } from '../../shared/flow/state.ts';
import { effectLeft } from '../../shared/flow/effect-left.ts';
import { type FlowEvent, transition } from '../../shared/flow/transition.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import { defaultDraft, type Draft } from '../../shared/token-request.ts';
import { operationKey, type Person, personAt } from '../channel/session-keys.ts';
import type { Settings } from '../settings/settings.ts';
import type { Watched } from './attention.ts';
import { fitDraft } from './fit-draft.ts';
import { heldBack, type PlainEvent } from './held-back.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { OpenMarks } from './open-marks.ts';
import type { SessionStore } from './session-store.ts';
import { isLosable } from './update-gate.ts';

/** What the operations need of the outside. */
export interface OperationPorts {
  readonly store: SessionStore;
  readonly marks: OpenMarks;
  readonly inTurn: OneAtATime;
  /** The API that carries out what is asked at a place, through a tab's page. */
  readonly platform: (tabId: number, place: Place) => TenantApi;
  /**
   * What a person is to hear before Save or Cancel, where neither can be carried out from this tab;
   * undefined where nothing is known against it.
   */
  readonly outOfReach: (tabId: number, place: Place) => Promise<string | undefined>;
  readonly preferred: () => Promise<Pick<Settings, 'expiry' | 'permissions'>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly freshKey: () => string;
  /** Keeps this process from being put to sleep until the work has ended. */
  readonly stayAwake: <T>(work: Promise<T>) => Promise<T>;
  /** Called after each write of what is kept: badge, alarm and update gate follow it. */
  readonly changed: () => Promise<void>;
}

type FormOrOperation = Form | Operation;

/**
 * Next, Save and Cancel, which belong to an origin and its signed-in person and outlive any popup.
 * All that happens to one person's operation happens in turn; its state is kept before an effect
 * starts and after it has ended, so that a stopped process leaves behind what it was doing.
 */
export const createOperations = (ports: OperationPorts) => {
  const { store, marks, now } = ports;
  /** How many effects of this process are under way, by whose they are. */
  const running = new Map<string, number>();

  const inTurn = <T>(person: Person, task: () => Promise<T>): Promise<T> =>
    ports.inTurn(operationKey(person), task);

  const isOpenAt = async (origin: string): Promise<boolean> =>
    (await store.all()).some(({ flow }) => flow.place.origin === origin && isLosable(flow));

  const dropMark = async ({ origin }: Person): Promise<void> => {
    if (!(await isOpenAt(origin))) await marks.drop(origin);
  };

  const keep = async (person: Person, before: FormOrOperation, state: FlowState): Promise<void> => {
    if (state === before) return;
    if (state.step === 'form') {
      if (state.place !== before.place) await store.keepPlace(state.place);
      await store.keepDraft(person, state.draft, anchorOf(state.place));
      const toBeSaid = state.notice !== undefined || state.errors.length > 0;
      await (toBeSaid ? store.keep(person, { flow: state, seen: false }) : store.forget(person));
    } else {
      await store.keep(person, { flow: state as Operation, seen: false });
      // After that, lest what never began be called forgotten; and before anything is done about it.
      if (isLosable(state)) await marks.put(person.origin);
      if (state.step === 'saved') await store.forgetDraft(person);
    }
    if (!isLosable(state)) await dropMark(person);
    await ports.changed();
  };

  const start = (person: Person, tabId: number, place: Place, effect: Effect): void => {
    const name = operationKey(person);
    const count = (by: number): void => void running.set(name, (running.get(name) ?? 0) + by);
    const work = async (): Promise<void> => {
      try {
        const event = await perform(ports.platform(tabId, place), effect, now);
        await inTurn(person, async () => {
          const kept = await store.kept(person);
          if (kept) await step(person, tabId, kept.flow, event);
        });
        count(-1);
      } catch {
        // What was kept before the effect stands: the next opening finds it interrupted.
        count(-1);
        await ports.changed();
      }
    };
    count(1);
    void ports.stayAwake(work());
  };

  const step = async (
    person: Person,
    tabId: number,
    before: FormOrOperation,
    event: FlowEvent,
  ): Promise<FormOrOperation> => {
    const { state, effects } = transition(before, event);
    await keep(person, before, state);
    for (const effect of effects) start(person, tabId, before.place, effect);
    // From a form or an operation, the machine leads to nothing else.
    return state as FormOrOperation;
  };

  /** What is kept, after the clock has had its say. */
  const current = async (person: Person): Promise<FormOrOperation | undefined> => {
    const kept = await store.kept(person);
    if (!kept) return undefined;
    const { state } = transition(kept.flow, { type: 'time', now: now() });
    await keep(person, kept.flow, state);
    return state as FormOrOperation;
  };

  /** The form as it is now, with what an operation left to be said, where it did. */
  const formAt = async (person: Person, place: Place, kept: Form | undefined): Promise<Form> => {
    const { session } = place;
    const first = defaultDraft(session.tenant.id, session.permissions, await ports.preferred());
    const fresh = fitDraft(first, place).draft;
    await store.keepFirstDraft(person, fresh);
    const typed = await store.keptDraft(person);
    const { draft, errors: unfit } = typed
      ? fitDraft(typed.draft, place, typed.anchorId)
      : { draft: fresh, errors: [] };
    const errors = [...(kept?.errors ?? []), ...unfit];
    return { step: 'form', place, draft, errors, notice: kept?.notice };
  };

  /** Says what the memory held when it went, once somebody sees it. */
  const sayForgotten = async (person: Person, place: Place): Promise<Form | undefined> => {
    const { origin } = person;
    if (!(await marks.has(origin)) || (await isOpenAt(origin))) return undefined;
    const form = await formAt(person, place, undefined);
    const flow: Form = { ...form, notice: { code: 'forgotten' } };
    await store.keep(person, { flow, seen: false });
    return flow;
  };

  const isUnderWay = (person: Person): boolean => (running.get(operationKey(person)) ?? 0) > 0;

  return {
    /** What is kept, and whether it is being worked on. */
    watched: async (): Promise<Watched[]> =>
      (await store.all()).map((kept) => {
        const person = personAt(kept.flow.place);
        return { ...kept, underWay: person !== undefined && isUnderWay(person) };
      }),

    /**
     * At the opening of a popup: what waits for the person, else the form. What a stopped process
     * left half done becomes known as such; what is unconfirmed is asked again, once an opening.
     */
    resume: (person: Person, tabId: number, place: Place): Promise<FormOrOperation> =>
      inTurn(person, async () => {
        const kept = await store.kept(person);
        if (kept?.flow.step === 'saved' && kept.seen) await store.forget(person);
        let state = (await current(person)) ?? (await sayForgotten(person, place));
        const isRunning = isUnderWay(person);
        const left = state && !isRunning ? effectLeft(state) : undefined;
        if (left && state?.place.capabilities.resumes) start(person, tabId, state.place, left);
        else if (state && !isRunning) {
          state = await step(person, tabId, state, { type: 'interrupted' });
          if (state.step === 'unconfirmed') {
            state = await step(person, tabId, state, { type: 'ask_again' });
          }
        }
        if (state) state = await step(person, tabId, state, { type: 'opened' });
        return state?.step === 'form' || !state ? formAt(person, place, state) : state;
      }),

    /** Asked by a popup that is open: the state as it is, without doing anything about it. */
    look: (person: Person, place: Place): Promise<FormOrOperation> =>
      inTurn(person, async () => {
        const state = await current(person);
        return state?.step === 'form' || !state ? formAt(person, place, state) : state;
      }),

    /** Next, for what stands in the form, and stood there when it was drawn. */
    next: (
      person: Person,
      tabId: number,
      place: Place,
      draft: Draft,
      drawnAt?: number,
    ): Promise<FormOrOperation> =>
      inTurn(person, async () => {
        const state = await current(person);
        const kept = await store.kept(person);
        const fresh = state === undefined || state.step === 'form' || kept?.seen === true;
        const before: FormOrOperation = fresh ? { step: 'form', place, draft, errors: [] } : state;
        const pressed = { type: 'next', now: now(), drawnAt, key: ports.freshKey() } as const;
        return step(person, tabId, before, pressed);
      }),

    /** What else a person does; undefined where there is nothing to do it to. */
    event: (
      person: Person,
      tabId: number,
      type: PlainEvent,
    ): Promise<FormOrOperation | undefined> =>
      inTurn(person, async () => {
        const state = await current(person);
        if (!state) return undefined;
        const held = await heldBack(state, type, () => ports.outOfReach(tabId, state.place));
        if (!held) {
          const after = await step(person, tabId, state, { type });
          if (after.step !== 'form') return after;
          // The page may be another tenant's by now.
          return formAt(person, (await store.place(person.origin)) ?? after.place, after);
        }
        await keep(person, state, held);
        return held;
      }),

    /**
     * Called when the popup has drawn an outcome: a form's need not be said again, a saved one goes at
     * the next opening, and what failed stays until its owner goes on.
     */
    seen: (person: Person): Promise<void> =>
      inTurn(person, async () => {
        const kept = await store.kept(person);
        if (kept?.flow.step === 'form') {
          // Who is signed in is to be asked before anything else.
          if (kept.flow.notice?.code === 'other_person') await store.forgetPlace(person.origin);
          await store.forget(person);
          await dropMark(person);
        } else if (kept?.flow.step === 'saved' || kept?.flow.step === 'failed') {
          await store.keep(person, { ...kept, seen: true });
        }
        await ports.changed();
      }),

    /** Erases every token whose time has run out. */
    expire: async (): Promise<void> => {
      for (const person of (await store.all()).flatMap(({ flow }) => personAt(flow.place) ?? [])) {
        await inTurn(person, async () => {
          const state = await current(person);
          // Half done by a process that is gone: known as such here too, lest nobody ever asks.
          if (!state || isUnderWay(person)) return;
          if (state.place.capabilities.resumes) return;
          await keep(person, state, transition(state, { type: 'interrupted' }).state);
        });
      }
      await ports.changed();
    },
  };
};

export type Operations = ReturnType<typeof createOperations>;
