import { expect } from 'vitest';
import type { Config } from '../../bot/config/config.ts';
import { COMMAND } from '../../bot/manifest/manifest.ts';
import { TEXTS } from '../../bot/messages/texts.ts';
import { type Limits, startBot } from '../../bot/start-bot.ts';
import type { Submission } from '../../sandbox/slack/handle/person-window.ts';
import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import { type BotClock, createBotClock } from './bot-clock.ts';
import { type BotWorld, type PolicyFor, startBotWorld } from './bot-world.ts';
import { LOADING } from './command-form.ts';
import { ENGINES, type TestDatabase } from './databases.ts';
import { judge, type Verdict } from './guarantee.ts';
import { type PetitionOnRecord, petitionsIn } from './petitions.ts';
import { openStoredFlows } from './stored-flows.ts';
import { told } from './told.ts';
import { testLog } from './test-log.ts';

const MINUTE = 60_000;
const ROUNDS = 90;

/** What answers a press of Revoke may come late, and answers no command. */
const OF_REVOKE = new Set(Object.values(TEXTS).flatMap(({ revoking }) => Object.values(revoking)));

/** How a person was answered: by a word of the bot's, or as the form's client has it. */
type Answered = 'told' | Submission['kind'];

/** The whole bot, on a clock of the test's, with its flows to look at from outside. */
export interface BotStage {
  readonly world: BotWorld;
  readonly clock: BotClock;
  /** Types the command, and submits the form if there is one. ada in #operations unless said. */
  readonly ask: (
    name: string,
    options?: {
      readonly channel?: string;
      readonly person?: string;
      /** What happens between the form and its submission. */
      readonly meanwhile?: () => void;
    },
  ) => Promise<Answered>;
  /** Waits until nobody works, then has the bot sweep until nothing is left to do. */
  readonly settle: () => Promise<void>;
  readonly flow: (name: string) => Promise<StoredFlow | undefined>;
  /** A request for which approval was asked, as it is on record now. */
  readonly petition: (name: string) => Promise<PetitionOnRecord | undefined>;
  /** Settles, and judges the flows that have not been judged yet. Counts them. */
  readonly judge: () => Promise<Verdict>;
  /** Stops the bot, in order, and starts it anew on the same database. */
  readonly restart: (changes?: Partial<Config>) => Promise<void>;
  /** Prints how many were judged, and fails where a set of the guarantee has stayed empty. */
  readonly report: (title: string) => void;
  readonly close: () => Promise<void>;
}

/** A transport, and a way to a database. */
interface Pairing {
  readonly transport: 'http' | 'socket';
  readonly engine: string;
  readonly fresh: () => Promise<TestDatabase>;
}

/**
 * Both transports and both databases. Neither knows of the other: who tries these has tried each of the
 * four, at half the price of all their pairs.
 */
export const PAIRINGS: readonly Pairing[] = [
  { transport: 'http', ...ENGINES[1] },
  { transport: 'socket', ...ENGINES[0] },
];

/** @param on a transport, with a SQLite file unless said */
export const startBotStage = async (
  on: 'http' | 'socket' | Pairing,
  limits?: Limits,
  policy?: PolicyFor,
  settings?: Partial<Config>,
): Promise<BotStage> => {
  const { transport, fresh } =
    typeof on === 'string' ? { transport: on, fresh: ENGINES[0].fresh } : on;
  const database = await fresh();
  const clock = createBotClock();
  const world = await startBotWorld(transport, {
    rateLimits: false,
    databaseUrl: database.url,
    clock,
    ...(limits ? { limits } : {}),
    ...(policy ? { policy } : {}),
    ...(settings ? { settings } : {}),
  });
  const { slack, platform } = world;
  const flows = await openStoredFlows(database);
  const judged = new Set<string>();
  const sizes = { requests: 0, accepted: 0, active: 0, announced: 0, revoked: 0 };
  let { bot } = world;

  const settle = async (): Promise<void> => {
    await slack.idle();
    await flows.untouched();
    for (let round = 0; await flows.due(); round += 1) {
      if (round === ROUNDS) throw new Error('Something is still due after ninety sweeps.');
      clock.advance(MINUTE);
      await clock.sweep();
      await flows.untouched();
    }
  };

  const lastEntry = (): number => slack.journal().at(-1)?.number ?? 0;
  /** Whether a form came too late for Slack, since an entry of its journal. */
  const wasLate = (since: number): boolean =>
    slack.journal().some(({ number, error }) => number > since && error === 'expired_trigger_id');

  return {
    world,
    clock,
    settle,
    ask: async (name, { channel = 'operations', person = 'ada', meanwhile } = {}) => {
      const window = slack.asPerson(person);
      const toldWhy = (): boolean => {
        const modal = window.modal();
        const inModal = modal && !modal.submit && !LOADING.has(modal.words);
        return inModal || window.ephemerals().some(({ words }) => !OF_REVOKE.has(words));
      };
      let since: number;
      do {
        since = lastEntry();
        window.reload();
        await window.command(channel, `${COMMAND} create "${name}"`);
        await window.until(() => window.modal()?.submit ?? toldWhy());
        // Where a busy machine missed the moment in which Slack lets a form open, people try again.
      } while (!window.modal()?.submit && wasLate(since));
      if (!window.modal()?.submit) return 'told';
      meanwhile?.();
      return (await window.submit()).kind;
    },
    flow: async (name) =>
      (await flows.all()).find(({ submission }) => submission.request.name === name),
    petition: petitionsIn(database),
    judge: async () => {
      await settle();
      const fresh = await flows.all(judged);
      for (const { id } of fresh) judged.add(id);
      const key = world.config.tenantApiKey.reveal();
      const verdict = await judge({ slack: told(slack), call: platform.call, key }, fresh);
      for (const name of ['requests', 'accepted', 'active', 'announced', 'revoked'] as const) {
        sizes[name] += verdict[name].size;
      }
      return verdict;
    },
    restart: async (changes = {}) => {
      // Not before it has left: on a busy machine, what is under way can take its time.
      await bot.stop(60_000);
      const log = testLog(() => undefined, clock.now);
      const started = await startBot(
        { ...world.config, ...settings, ...changes },
        log,
        clock,
        limits,
      );
      if (!started.ok) throw new Error(started.error.join('\n'));
      bot = started.value;
      if (transport === 'http') slack.setRequestUrl(`http://127.0.0.1:${bot.port}/slack/events`);
    },
    report: (title) => {
      console.log(`${title}:`, JSON.stringify(sizes));
      for (const [name, size] of Object.entries(sizes)) expect(size, name).toBeGreaterThan(0);
    },
    close: async () => {
      await flows.close();
      await bot.stop(5000);
      await world.close();
      await database.close();
    },
  };
};
