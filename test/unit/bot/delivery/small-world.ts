import type { WorkPorts } from '../../../../bot/delivery/record.ts';
import { createTokenFlows } from '../../../../bot/delivery/token-flows.ts';
import type { Failure } from '../../../../bot/slack/outcome.ts';
import type { SlackRoutes } from '../../../../bot/slack/routes.ts';
import type { Change, FlowStore } from '../../../../bot/store/flow-store.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { TenantApi } from '../../../../shared/tenant-api/port.ts';
import type { StoredFlow } from '../../../../bot/flow/stored-flow.ts';
import type { Submission } from '../../../../bot/flow/submission.ts';
import type { Clock } from '../../../../bot/time/clock.ts';
import { submission } from '../../../support/bot-submission.ts';
import { PLAIN_WORDS } from '../../../support/plain-words.ts';
import { NORTH, NOW, request, session } from '../../shared/examples.ts';
import { createPlatform } from '../../shared/model-platform.ts';
import { testLog } from '../../../support/test-log.ts';

export const LEASE_MS = 60_000;
export const OWNER = { teamId: 'T0001', userId: 'U0001' };

type Method = keyof SlackRoutes;

/** What a call of Slack's came to, in place of success. */
type Answers = Partial<Record<Method, Failure[]>>;

export const routeFailure = (code = 'not_in_channel'): Failure => ({ kind: 'route', code });

/** A store in memory, as the real one behaves, with what was written to look at. */
const createStore = () => {
  const flows = new Map<string, StoredFlow>();
  const notes: (Change['note'] & { readonly flow: string })[] = [];
  const keep = (flow: StoredFlow, { note }: Change): StoredFlow => {
    flows.set(flow.id, flow);
    notes.push({ ...note, flow: flow.id });
    return flow;
  };
  const store: FlowStore = {
    claim: async (id, given, change) => {
      const taken = [...flows.values()].some(
        ({ submission: { teamId, viewId } }) => teamId === given.teamId && viewId === given.viewId,
      );
      if (taken) return undefined;
      const { progress, lease } = change;
      return keep({ id, submission: given, progress, lease, version: 1 }, change);
    },
    isTaken: async ({ teamId, viewId }) =>
      [...flows.values()].some(
        ({ submission: form }) => form.teamId === teamId && form.viewId === viewId,
      ),
    write: async (seen, change) => {
      if (flows.get(seen.id)?.version !== seen.version) return undefined;
      const { progress, lease } = change;
      return keep({ ...seen, progress, lease, version: seen.version + 1 }, change);
    },
    find: async (id) => flows.get(id),
    due: async (now, limit) =>
      [...flows.values()]
        .filter(({ progress: { stepAt, wordAt } }) =>
          [stepAt, wordAt].some((at) => at !== null && at <= now),
        )
        .filter(({ lease }) => lease === null || lease.until <= now)
        .slice(0, limit),
    eraseUrls: async () => undefined,
    answers: async () => true,
    close: async () => undefined,
  };
  return { store, flows, notes };
};

/** The bot's flows between a platform and a Slack that do as they are told, on a clock of its own. */
export const createSmallWorld = (changes: Partial<WorkPorts> = {}) => {
  let now = NOW;
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
  };
  const { store, flows, notes } = createStore();
  const platform = createPlatform(clock.now);
  const calls: string[] = [];
  const answers: Answers = {};
  const meanwhile: Partial<Record<Method | 'save' | 'cancel', () => Promise<void>>> = {};
  let messages = 0;

  const call = async <T>(method: Method, what: string, value: T): Promise<Result<T, Failure>> => {
    calls.push(`${method} ${what}`);
    const then = meanwhile[method];
    delete meanwhile[method];
    await then?.();
    const failure = answers[method]?.shift();
    return failure ? err(failure) : ok(value);
  };
  const slack: SlackRoutes = {
    ephemeral: (channel, user, { text }) =>
      call('ephemeral', `${channel} ${user} ${text}`, undefined),
    respond: (url, { text }) => call('respond', `${url} ${text}`, undefined),
    openDm: (user) => call('openDm', user, 'D1'),
    post: (channel, { text }) => {
      messages += 1;
      return call('post', `${channel} ${text}`, { channel, ts: `${messages}` });
    },
    update: ({ channel, ts }, { text }) => call('update', `${channel} ${ts} ${text}`, undefined),
    remove: ({ channel, ts }) => call('remove', `${channel} ${ts}`, undefined),
  };
  const by = platform.as(session());
  const api: TenantApi = {
    ...by,
    save: async (...args) => {
      const then = meanwhile.save;
      delete meanwhile.save;
      await then?.();
      return by.save(...args);
    },
    cancel: async (...args) => {
      const then = meanwhile.cancel;
      delete meanwhile.cancel;
      await then?.();
      return by.cancel(...args);
    },
  };
  const logged: Record<string, unknown>[] = [];
  const log = testLog(
    (line) => logged.push(JSON.parse(line) as Record<string, unknown>),
    clock.now,
  );
  const ports: WorkPorts = {
    store,
    api,
    pressing: changes.api ?? api,
    slack,
    words: PLAIN_WORDS,
    clock,
    log,
    leaseMs: LEASE_MS,
    ...changes,
  };
  const form = (given: Partial<Submission> = {}): Submission =>
    submission({ request: request(), anchorTenantId: NORTH.id, ...given });
  /** Another process on the same store, platform and Slack. */
  const another = (its: Partial<WorkPorts> = {}) => {
    const all = { ...ports, ...(its.api ? { pressing: its.api } : {}), ...its };
    return createTokenFlows({
      ...all,
      slackOf: () => all.slack,
      turns: { patient: (work) => work() },
    });
  };
  const flow = (id: string): StoredFlow => {
    const found = flows.get(id);
    if (!found) throw new Error('There is no such flow.');
    return found;
  };
  /** @returns the flow's id */
  const claim = async (given: Partial<Submission> = {}, process = another()): Promise<string> => {
    const claimed = await process.claim(form(given));
    if (!claimed.ok) throw new Error(`The claim failed: ${claimed.error}.`);
    return claimed.value.flowId;
  };
  return {
    ports,
    clock,
    flows,
    flow,
    claim,
    notes,
    platform,
    calls,
    answers,
    meanwhile,
    logged,
    sleeps,
    form,
    another,
    later: (ms: number) => {
      now += ms;
    },
    /** The events that were written down for a flow, with what they rest on. */
    story: (id: string): string[] =>
      notes
        .filter(({ flow }) => flow === id)
        .map(({ event, detail }) => (detail === null ? event : `${event} ${detail}`)),
    /** Claims and runs. @returns the flow's id */
    make: async (given: Partial<Submission> = {}, process = another()): Promise<string> => {
      const id = await claim(given, process);
      await process.run(id);
      return id;
    },
    progress: (id: string) => flow(id).progress,
  };
};

export type SmallWorld = ReturnType<typeof createSmallWorld>;

/** The story of a request that goes well. */
export const GOOD = [
  'claimed',
  'generated',
  'trying channel',
  'delivered',
  'save_answered works',
  'said active',
];

/** What the platform says of each token that was made. */
export const stateAt = ({ platform }: SmallWorld): (string | undefined)[] =>
  platform.tokens.map(({ record }) => record.state);
