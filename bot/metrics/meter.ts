import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Result } from '../../shared/result.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import type { Note } from '../audit/note.ts';
import type { TokenFlows } from '../delivery/token-flows.ts';
import type { Log, LogFields } from '../log/log.ts';
import type { Pace } from '../slack/pace.ts';
import type { FlowStore } from '../store/flow-store.ts';
import type { PetitionStore } from '../store/petition-store.ts';
import type { TenantsApi } from '../tenants/tenant-directory.ts';
import { type Span, untraced } from '../tracing/tracing.ts';

/** The same ports, each counted, timed and traced as it is used. */
export interface Meter {
  readonly registry: Registry;
  readonly log: (log: Log) => Log;
  readonly note: (note: Note) => Note;
  /** Every call of Slack's goes by its pace. */
  readonly pace: (pace: Pace) => Pace;
  readonly api: (api: TenantApi) => TenantApi;
  readonly tenants: (api: TenantsApi) => TenantsApi;
  readonly flowStore: (store: FlowStore) => FlowStore;
  readonly petitionStore: (store: PetitionStore) => PetitionStore;
  readonly flows: (flows: TokenFlows) => TokenFlows;
  /** Shows whether calls of one of several platforms are refused without being sent; to be called once. */
  readonly watch: (platforms: { readonly down: () => ReadonlyMap<string, boolean> }) => void;
}

/** From what a busy disk takes to what a dead platform does, in seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20];

const ENDS: readonly string[] = ['saved', 'discarded', 'dead', 'revoked'];

type Outcome = Result<unknown, { readonly kind?: string; readonly code: string }>;

const outcomeOf = (result: Outcome): string =>
  result.ok ? 'ok' : (result.error.kind ?? result.error.code);

/** @param result undefined where somebody else wrote meanwhile */
const writtenOf = (result: unknown): string => (result === undefined ? 'late' : 'ok');

/**
 * Counts and times what the bot does. Labels are words of this code and the codes of failures, never a
 * name, an id or a text: there are as many series after a year as after a day.
 * @param now milliseconds by a clock that nobody sets
 * @param span what is traced, by the same words
 */
export const createMeter = (now: () => number, span: Span = untraced): Meter => {
  const registry = new Registry();
  const registers = [registry];
  const calls = new Histogram({
    name: 'tenant_token_call_seconds',
    help: 'How long Slack, the platform and the database take to answer a step, by outcome.',
    labelNames: ['to', 'call', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const events = counter('tenant_token_flow_events_total', 'What happened to flows.', ['event']);
  const ended = counter('tenant_token_flows_total', 'Flows by outcome, with why they failed.', [
    'outcome',
    'reason',
  ]);
  const petitions = counter('tenant_token_petition_events_total', 'What happened to petitions.', [
    'event',
  ]);
  const denied = counter('tenant_token_denied_total', 'What people were refused.', ['role']);
  const lines = counter('tenant_token_log_lines_total', 'Lines of the log.', ['level']);
  const inFlight = new Gauge({
    name: 'tenant_token_flows_in_flight',
    help: 'Flows that this process works on now.',
    registers,
  });
  let swept = now();
  const age: Gauge = new Gauge({
    name: 'tenant_token_sweep_age_seconds',
    help: 'How long ago the last sweep came to its end.',
    registers: [],
    collect: () => age.set((now() - swept) / 1000),
  });
  registry.registerMetric(age);

  const observe = (labels: { to: string; call: string; outcome: string }, began: number): void =>
    calls.observe(labels, (performance.now() - began) / 1000);

  const timed =
    <
      Args extends readonly unknown[],
      T,
      E extends { readonly kind?: string; readonly code: string },
    >(
      to: string,
      call: string,
      work: (...args: Args) => Promise<Result<T, E>>,
    ) =>
    async (...args: Args): Promise<Result<T, E>> => {
      const began = performance.now();
      const result = await span(`${to} ${call}`, () => work(...args), outcomeOf);
      observe({ to, call, outcome: outcomeOf(result) }, began);
      return result;
    };

  const written = async <T>(call: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    let outcome = 'failed';
    try {
      const result = await span(`store ${call}`, work, writtenOf);
      outcome = writtenOf(result);
      return result;
    } finally {
      observe({ to: 'store', call, outcome }, began);
    }
  };

  const counted = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    inFlight.inc();
    try {
      return await span(`flow ${what}`, work);
    } finally {
      inFlight.dec();
    }
  };

  return {
    registry,
    log: (log) => {
      const at =
        (level: keyof Log) =>
        (event: string, fields?: LogFields): void => {
          lines.inc({ level });
          log[level](event, fields);
        };
      return { debug: log.debug, info: at('info'), warn: at('warn'), error: at('error') };
    },
    note: (note) => (line) => {
      if (line.event === 'denied') denied.inc({ role: line.role });
      return note(line);
    },
    pace: ({ run }) => ({
      run: (method, call) => timed('slack', method, () => run(method, call))(),
    }),
    api: (api) => ({
      ...api,
      next: timed('platform', 'next', api.next),
      save: timed('platform', 'save', api.save),
      cancel: timed('platform', 'cancel', api.cancel),
    }),
    tenants: (api) => ({
      whoAmI: timed('platform', 'session', api.whoAmI),
      tenants: timed('platform', 'tenants', api.tenants),
    }),
    flowStore: (store) => ({
      ...store,
      claim: async (...args) => {
        const flow = await written('claim', () => store.claim(...args));
        if (flow) events.inc({ event: 'claimed' });
        return flow;
      },
      write: async (seen, change) => {
        const flow = await written('write', () => store.write(seen, change));
        if (!flow) return flow;
        events.inc({ event: change.note.event });
        const { state, reason } = flow.progress;
        if (ENDS.includes(state) && state !== seen.progress.state) {
          ended.inc({ outcome: state, reason: reason ?? 'none' });
        }
        return flow;
      },
      eraseUrls: async (before) => {
        await store.eraseUrls(before);
        // The last of each round.
        swept = now();
      },
    }),
    petitionStore: (store) => ({
      ...store,
      submit: async (...args) => {
        const put = await written('submit', () => store.submit(...args));
        petitions.inc({ event: put });
        return put;
      },
      write: async (seen, next, change) => {
        const done = await written('answer', () => store.write(seen, next, change));
        if (done) petitions.inc({ event: change.note.event });
        return done;
      },
    }),
    watch: ({ down }) => {
      const gauge: Gauge<'platform'> = new Gauge({
        name: 'tenant_token_platform_down',
        help: 'Whether one of several platforms was given up, so that nothing is sent to it.',
        labelNames: ['platform'],
        registers,
        collect: () => {
          for (const [platform, is] of down()) gauge.set({ platform }, is ? 1 : 0);
        },
      });
    },
    flows: (flows) => ({
      ...flows,
      run: (id) => counted('run', () => flows.run(id)),
      carryOn: (flow) => counted('carry_on', () => flows.carryOn(flow)),
      revoke: (...args) => counted('revoke', () => flows.revoke(...args)),
    }),
  };
};
