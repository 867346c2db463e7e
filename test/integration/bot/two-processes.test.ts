import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { botEnvironment, type BotProcess, startBotProcess } from '../../support/bot-process.ts';
import { type BotWorld, startBotWorld, USUAL_POLICY } from '../../support/bot-world.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { eventually } from '../../support/eventually.ts';
import { judge, type Verdict } from '../../support/guarantee.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import { type Spread, startSpread } from '../../support/spread.ts';
import { told } from '../../support/told.ts';

const PEOPLE = ['ada', 'ivo', 'mia'] as const;
const EACH = 4;
const ALL = PEOPLE.length * EACH;
/** Slack does not wait for a machine that is busy, nor for a bot that is dead; people try again. */
const TRIES = 20;
const PATIENCE_MS = 20_000;

describe.each(ENGINES)('two bot processes on one $engine', ({ engine, fresh }) => {
  const folder = mkdtempSync(join(tmpdir(), 'two-processes-'));
  const running = new Set<BotProcess>();
  let world: BotWorld;
  let database: TestDatabase;
  let spread: Spread;

  beforeAll(async () => {
    // For its workspace and its platform: the bot of this world is stopped.
    world = await startBotWorld('http', { rateLimits: false });
    await world.bot.stop(5000);
    spread = await startSpread();
    world.slack.setRequestUrl(spread.url);
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(USUAL_POLICY(world.slack)));
  });
  beforeEach(async () => {
    database = await fresh();
  });
  afterEach(async () => {
    for (const each of running) await each.kill();
    running.clear();
    await database.close();
  });
  afterAll(async () => {
    await spread.close();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  const start = (): BotProcess => {
    const env = { ...botEnvironment(world, folder), DATABASE_URL: database.withPassword };
    const bot = startBotProcess(env);
    running.add(bot);
    return bot;
  };

  /** Lets it finish what is under way. */
  const stop = async (bot: BotProcess): Promise<void> => {
    bot.terminate();
    expect(await bot.ended).toBe(0);
    running.delete(bot);
  };

  /** @returns `accepted`, or how it was not */
  const ask = async (person: string, name: string): Promise<string> => {
    const window = world.slack.asPerson(person);
    window.reload();
    const { kind } = await window.command('operations', `${COMMAND} create "${name}"`);
    if (kind !== 'acknowledged') return `command ${kind}`;
    try {
      await window.until(() => window.modal()?.submit, PATIENCE_MS);
    } catch {
      return 'no form';
    }
    const submitted = await window.submit();
    return submitted.kind === 'closed' ? 'accepted' : `form ${submitted.kind}`;
  };

  /** Everybody asks for one thing after another. @param between told how many have been answered */
  const load = async (title: string, between: (answered: number) => void) => {
    const counts = new Map<string, number>();
    let answered = 0;
    const askUntilAccepted = async (person: string, name: string): Promise<void> => {
      for (let tried = 0; tried < TRIES; tried += 1) {
        // A form that Slack gave up may have been taken all the same: each is told by its name.
        const outcome = await ask(person, `${name} ${tried}`);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        if (outcome === 'accepted') return;
      }
    };
    await Promise.all(
      PEOPLE.map(async (person) => {
        for (let each = 0; each < EACH; each += 1) {
          await askUntilAccepted(person, `${title} ${person} ${each}`);
          answered += 1;
          between(answered);
        }
      }),
    );
    return counts;
  };

  const rest = async (): Promise<void> => {
    const open = `SELECT count(*) AS n FROM flows
      WHERE step_at IS NOT NULL OR word_at IS NOT NULL OR lease_owner IS NOT NULL`;
    await eventually(async () => (await database.sql(open))[0]?.['n'] === 0);
  };

  const verdictOf = async (): Promise<Verdict> => {
    const store = await openFlowStore(database.url);
    const ids = await database.sql('SELECT id FROM flows');
    const found = await Promise.all(ids.map(({ id }) => store.find(String(id))));
    await store.close();
    const flows = found.filter((flow) => flow !== undefined);
    const key = world.config.tenantApiKey.reveal();
    return judge({ slack: told(world.slack), call: world.platform.call, key }, flows);
  };

  const report = (title: string, counts: ReadonlyMap<string, number>, verdict: Verdict): void => {
    const { requests, accepted, active, announced } = verdict;
    const sizes = { requests, accepted, active, announced };
    const became = Object.entries(sizes).map(([name, { size }]) => `${size} ${name}`);
    console.log(`${engine}, ${title}: ${JSON.stringify([...counts])}; ${became.join(', ')}`);
  };

  it('of which one is killed under load keep the guarantee for all that was accepted', async () => {
    const first = start();
    const second = start();
    spread.lead(...(await Promise.all([first.port(), second.port()])));
    let killed: Promise<void> | undefined;
    const counts = await load('Killed', (answered) => {
      if (answered === 4) killed = second.kill();
    });
    await killed;
    running.delete(second);
    await stop(first);
    // What is held now is held by the dead one: its leases run out.
    const left = await database.sql('SELECT id FROM flows WHERE lease_owner IS NOT NULL');
    await database.sql('UPDATE flows SET lease_until = 0 WHERE lease_owner IS NOT NULL');
    const next = start();
    await next.port();
    await rest();
    const verdict = await verdictOf();
    report(`SIGKILL with ${left.length} in its hands`, counts, verdict);
    expect(verdict.broken).toEqual([]);
    expect(counts.get('accepted')).toBe(ALL);
    expect(verdict.requests.size).toBeGreaterThanOrEqual(ALL);
  });

  // On one machine a restart is rarely worth a second process.
  if (engine === 'PostgreSQL') {
    it('restarted one after the other under load lose nothing, and do everything once', async () => {
      const first = start();
      const second = start();
      const ports = await Promise.all([first.port(), second.port()]);
      spread.lead(...ports);
      const lost = spread.lost();
      let restarted: Promise<void> | undefined;
      const roll = async (): Promise<void> => {
        // Whoever stands before them leads on to the other from now on, and what is under way is finished.
        spread.lead(ports[1]);
        await stop(first);
        const third = await start().port();
        spread.lead(third);
        await stop(second);
        spread.lead(third, await start().port());
      };
      const counts = await load('Rolled', (answered) => {
        if (answered === 4) restarted = roll();
      });
      await restarted;
      await rest();
      const verdict = await verdictOf();
      report('rolling restart', counts, verdict);
      expect(spread.lost()).toBe(lost);
      expect(counts.get('accepted')).toBe(ALL);
      expect(verdict.broken).toEqual([]);
      expect(verdict.active).toEqual(verdict.requests);
      const receipts = told(world.slack)
        .history()
        .flatMap(({ text }) => /^receipt active (\S+)$/.exec(text)?.[1] ?? [])
        .filter((id) => verdict.requests.has(id));
      expect(receipts.toSorted()).toEqual([...verdict.requests].toSorted());
      for (const port of ports) expect(spread.answered.get(port)).toBeGreaterThan(0);
      for (const each of running) expect(each.out() + each.err()).not.toContain(database.password);
    });
  }
});
