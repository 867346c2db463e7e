import { createOneAtATime } from '../../../../extension/background/one-at-a-time.ts';
import { createOpenMarks } from '../../../../extension/background/open-marks.ts';
import { createOperations, type Operations } from '../../../../extension/background/operations.ts';
import { createSessionStore } from '../../../../extension/background/session-store.ts';
import { cockpitPlace } from '../../../../extension/background/wizard/cockpit-place.ts';
import { createWizardApi } from '../../../../extension/background/wizard/wizard-api.ts';
import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import { composeWords } from '../../../../extension/background/wizard/words/compose-words.ts';
import { operationKey, type Person } from '../../../../extension/channel/session-keys.ts';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { draft, NOW } from '../../shared/examples.ts';
import { createMemoryArea } from '../memory-area.ts';
import { createCockpit, type Made } from './cockpit.ts';

export const PLACE = cockpitPlace('https://cockpit.example');
const PERSON: Person = { origin: PLACE.origin, email: '' };

/** What a popup has shown. */
export interface Told {
  readonly step: FlowState['step'];
  /** Of the token that the screen is about, or of the one that was asked for. */
  readonly name: string | undefined;
  /** What the server had made of that name by then. */
  readonly made: Pick<Made, 'state' | 'value'> | undefined;
  readonly pressed: readonly string[];
  /** The token, where it can be read. */
  readonly value: string | undefined;
  readonly said: string;
  readonly code: string | undefined;
}

const toldBy = (state: FlowState, server: readonly Made[]): Told => {
  const notice = 'notice' in state ? state.notice : 'error' in state ? state.error : undefined;
  const name =
    'record' in state && state.record
      ? state.record.name
      : 'draft' in state
        ? state.draft.name
        : undefined;
  const made = server.find((each) => each.name === name);
  return {
    step: state.step,
    name,
    made: made && { ...made },
    pressed: [...(made?.pressed ?? [])],
    value: 'token' in state ? state.token?.reveal() : undefined,
    said: notice && 'said' in notice ? notice.said : '',
    code: notice?.code,
  };
};

/**
 * A person before a cockpit whose wizard is filled in for them, in a background that can be killed at
 * each call into the page and at each write.
 */
export const createDrivenPerson = () => {
  const cockpit = createCockpit();
  const memory = createMemoryArea();
  const disk = createMemoryArea();
  const told: Told[] = [];
  let clock = NOW;
  let calls = 0;
  let processes = 0;
  let keys = 0;
  let waitedAt: number | undefined;
  let works: Promise<unknown>[] = [];
  let trap: { at: number; when: 'before' | 'after'; spring: () => void } | undefined;
  let operations: Operations | undefined;
  let died = (): void => {};
  let death: Promise<void> = Promise.resolve();
  const never = new Promise<never>(() => {});

  const kill = (): void => {
    operations = undefined;
    processes += 1;
    works = [];
    died();
  };

  /** A step at which anything may happen: a killed process neither does it nor hears of it. */
  const stepped = async <T>(inProcess: number, work: () => Promise<T>): Promise<T> => {
    if (inProcess !== processes) return never;
    calls += 1;
    const here = trap?.at === calls ? trap : undefined;
    if (here?.when === 'before') here.spring();
    if (inProcess !== processes) return never;
    const result = await work();
    if (here?.when === 'after') here.spring();
    return inProcess === processes ? result : never;
  };

  const process = (): Operations => {
    if (operations) return operations;
    const own = processes;
    death = new Promise((resolve) => {
      died = resolve;
    });
    const area = {
      get: (key: string | null) => (own === processes ? memory.get(key) : never),
      set: (items: Record<string, unknown>) => stepped(own, () => memory.set(items)),
      remove: (key: string) => (own === processes ? memory.remove(key) : never),
    };
    const store = createSessionStore(area);
    const ask =
      (tab: number): AskWizardPage =>
      async (command) => {
        try {
          return await stepped(own, () => cockpit.ask(tab)(command));
        } catch {
          return { kind: 'page_gone' };
        }
      };
    const wizard = (tabId: number) =>
      createWizardApi({
        place: PLACE,
        tabId,
        ask,
        askAsItIs: ask,
        waitedAt: async () => waitedAt,
        kept: () => store.run(PERSON),
        keep: (record) => store.keepRun(PERSON, record),
        description: async () => null,
        ended: async () => undefined,
        words: async () => composeWords('en'),
        tell: (what) => void store.tell(PERSON, what).catch(() => undefined),
        now: () => clock,
        rest: async (ms) => {
          clock += ms * 20;
        },
      });
    operations = createOperations({
      store,
      marks: createOpenMarks(disk, '', () => clock),
      inTurn: createOneAtATime(),
      platform: wizard,
      outOfReach: (tabId) => wizard(tabId).outOfReach(),
      preferred: async () => ({ expiry: 'never', permissions: ['read'] }),
      now: () => clock,
      freshKey: () => `00000000-0000-4000-8000-${String((keys += 1)).padStart(12, '0')}`,
      stayAwake: (work) => {
        works.push(work);
        return work;
      },
      changed: async () => undefined,
    });
    return operations;
  };

  const settled = async (): Promise<void> => {
    while (works.length > 0) {
      const under = works;
      works = [];
      await Promise.race([Promise.all(under), death]);
    }
  };

  /** What the popup shows; undefined where the background died over it, and the popup is opened anew. */
  const shows = async (
    ask: (operations: Operations) => Promise<FlowState | undefined>,
  ): Promise<FlowState | undefined> => {
    const running = process();
    const dead = death;
    // A fault is said as such, and the popup opened anew.
    const answer = ask(running).catch(() => undefined);
    const state = await Promise.race([answer, dead.then(() => undefined)]);
    if (state) told.push(toldBy(state, cockpit.server));
    await settled();
    const look = process()
      .look(PERSON, PLACE)
      .catch(() => undefined);
    const after = await Promise.race([look, death.then(() => undefined)]);
    if (after) told.push(toldBy(after, cockpit.server));
    return after;
  };

  return {
    cockpit,
    told,
    /** How many calls into the page and writes there were. */
    calls: (): number => calls,
    /** Has something happen at one of them. */
    at: (call: number, when: 'before' | 'after', spring: () => void): void => {
      trap = { at: call, when, spring };
    },
    /** A run waited in a tab to be let into its next document. */
    waited: (tabId: number): void => {
      waitedAt = tabId;
    },
    /** The browser ends the background. */
    kill,
    /** The toolbar button is pressed over a tab. */
    open: (tabId: number): Promise<FlowState | undefined> => {
      cockpit.show(tabId);
      return shows(async (running) => running.resume(PERSON, tabId, PLACE));
    },
    next: (tabId: number, name: string): Promise<FlowState | undefined> =>
      shows((running) =>
        running.next(
          PERSON,
          tabId,
          PLACE,
          draft({
            name,
            tenantId: PLACE.session.tenant.id,
            expiry: 'never',
            permissions: ['read'],
          }),
        ),
      ),
    press: (
      tabId: number,
      what: 'save' | 'cancel' | 'again' | 'copied' | 'ask_again',
    ): Promise<FlowState | undefined> => shows((running) => running.event(PERSON, tabId, what)),
    /** All that is kept but the operation, as text. */
    besides: async (): Promise<string> => {
      const { [operationKey(PERSON)]: _operation, ...others } = await memory.get(null);
      return JSON.stringify(others) + disk.text();
    },
    /** The operation that is kept. */
    kept: async (): Promise<FlowState | undefined> =>
      (await createSessionStore(memory).kept(PERSON))?.flow,
    memory,
  };
};

export type DrivenPerson = ReturnType<typeof createDrivenPerson>;
