import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPROVE } from '../../../bot/messages/action-ids.ts';
import { type Bot, startBot } from '../../../bot/start-bot.ts';
import { type BotClock, createBotClock } from '../../support/bot-clock.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { eventually } from '../../support/eventually.ts';
import { APPROVAL_POLICY, askToWrite, inDm, openForm } from '../../support/petitions.ts';
import { testLog } from '../../support/test-log.ts';

const DAY = 24 * 60 * 60_000;

/** Two bots as two processes are: each its own clock, connections and memory; Slack's envelopes go to both in turn. */
describe('two bots over Socket Mode, on one PostgreSQL', () => {
  let database: TestDatabase;
  let world: BotWorld;
  let second: Bot;
  let clocks: readonly BotClock[];
  const logged: string[] = [];

  beforeAll(async () => {
    database = await ENGINES[1].fresh();
    clocks = [createBotClock(), createBotClock()];
    const [one, other] = clocks as [BotClock, BotClock];
    world = await startBotWorld('socket', {
      rateLimits: false,
      databaseUrl: database.url,
      clock: one,
      policy: APPROVAL_POLICY,
    });
    const log = testLog((line) => logged.push(line), other.now);
    const started = await startBot(world.config, log, other);
    if (!started.ok) throw new Error(started.error.join('\n'));
    second = started.value;
    await eventually(() => world.slack.sockets() === 2);
  });
  afterAll(async () => {
    await second.stop(5000);
    await world.close();
    await database.close();
  });

  /** Both sweep at the same moment. */
  const sweep = async (): Promise<void> => {
    await Promise.all(clocks.map((clock) => clock.sweep()));
  };
  const advance = (ms: number): void => {
    for (const clock of clocks) clock.advance(ms);
  };
  const count = async (from: string): Promise<unknown> =>
    (await database.sql(`SELECT count(*) AS n FROM ${from}`))[0]?.['n'];

  /** What someone reads about some requests in their conversation with the bot, each message once. */
  const read = (person: string, names: readonly string[]): readonly string[] => {
    const window = world.slack.asPerson(person);
    return window
      .messages(window.directMessage())
      .map(({ words }) => words)
      .filter((words) => names.some((name) => words.includes(name)));
  };

  it('open a form by one and take it by the other, and make one token of a form that both get', async () => {
    const worked = (lines: readonly string[]) => lines.some((line) => line.includes('"flow"'));
    const bothHave = (): boolean => worked(world.logged) && worked(logged);
    const names: string[] = [];
    // Which of them is the first to take a form that both get is chance.
    while (names.length < 4 || (!bothHave() && names.length < 40)) {
      const name = `Both ${names.length + 1}`;
      names.push(name);
      const ivo = await openForm(world.slack, 'ivo', `"${name}" --tenant Nord`);
      const outcomes = await Promise.all([ivo.submit(), ivo.submit()]);
      expect(outcomes).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
      await inDm(world.slack, 'ivo', name, 'gespeichert und funktioniert');
    }
    expect(await count('flows')).toBe(names.length);
    expect(world.faults.count('POST', /\/api_tokens$/)).toBe(names.length);
    expect(bothHave()).toBe(true);
  });

  it('take the answer of whoever approves by either, once where both hear one at once', async () => {
    const names = ['Yes 1', 'Yes 2', 'Yes 3'];
    for (const name of names) {
      await askToWrite(world.slack, 'ivo', name);
      const [asked, also] = await Promise.all([
        inDm(world.slack, 'ada', name, 'asks for'),
        inDm(world.slack, 'mia', name, 'chiede'),
      ]);
      await Promise.all([
        world.slack.asPerson('ada').press(asked, APPROVE),
        world.slack.asPerson('mia').press(also, APPROVE),
      ]);
      await inDm(world.slack, 'ivo', name, 'genehmigt, erstellt und zugestellt');
    }
    expect(await count("audit_lines WHERE event = 'approved'")).toBe(names.length);
    expect(await count("petitions WHERE state = 'delivered'")).toBe(names.length);
  });

  it('remind once, and say once that a request has lapsed', async () => {
    const names = ['Open 1', 'Open 2', 'Open 3', 'Open 4', 'Open 5'];
    for (const name of names) await askToWrite(world.slack, 'ivo', name);
    for (const name of names) {
      await inDm(world.slack, 'mia', name, 'chiede');
      await inDm(world.slack, 'ada', name, 'asks for');
      await inDm(world.slack, 'ivo', name, 'Wartet');
    }
    await world.slack.idle();
    const before = { ada: read('ada', names).length, ivo: read('ivo', names).length };
    // A weekend may be in between.
    for (let days = 0; days < 6; days += 1) {
      advance(DAY);
      await sweep();
    }
    await eventually(async () => (await count('copies WHERE due_at IS NOT NULL')) === 0);
    const events = async (event: string) => count(`audit_lines WHERE event = '${event}'`);
    const reminded = await events('reminded');
    expect(await events('lapsed')).toBe(names.length);
    const [ada, ivo] = [read('ada', names), read('ivo', names)];
    expect(ada).toHaveLength(before.ada + Number(reminded));
    expect(new Set(ivo).size).toBe(ivo.length);
    expect(ivo.length).toBeGreaterThan(before.ivo);
  });

  it('say once each word that is owed', async () => {
    const names = ['Word 1', 'Word 2', 'Word 3', 'Word 4'];
    const fault = world.slack.fault({ method: 'chat.postMessage', status: 503, times: Infinity });
    for (const name of names) {
      const ivo = await openForm(world.slack, 'ivo', `"${name}" --tenant Nord`);
      await ivo.submit();
      await ivo.until(() => ivo.ephemerals().some(({ words }) => words.includes(name)));
    }
    await eventually(async () => (await count('flows WHERE lease_owner IS NOT NULL')) === 0);
    expect(await count('flows WHERE word_at IS NOT NULL')).toBe(names.length);
    expect(read('ivo', names)).toEqual([]);
    expect(fault.hits()).toBeGreaterThan(0);
    world.slack.clearFaults();
    advance(60 * 60_000);
    await sweep();
    await eventually(async () => (await count('flows WHERE word_at IS NOT NULL')) === 0);
    expect(read('ivo', names)).toHaveLength(names.length);
  });
});
