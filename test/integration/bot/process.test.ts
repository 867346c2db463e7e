import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import type { Slack } from '../../../sandbox/slack/handle/slack.ts';
import { botEnvironment, type BotProcess, startBotProcess } from '../../support/bot-process.ts';
import { type BotWorld, startBotWorld, USUAL_POLICY } from '../../support/bot-world.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { SLACK_ACCESS } from '../../support/slack-app.ts';
import { eventually } from '../../support/eventually.ts';

let world: BotWorld;
let slack: Slack;
const folder = mkdtempSync(join(tmpdir(), 'bot-process-'));
const running: BotProcess[] = [];

beforeAll(async () => {
  // For its workspace and its platform: the bot of this world is stopped.
  world = await startBotWorld('http', { rateLimits: false });
  await world.bot.stop(5000);
  slack = world.slack;
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(USUAL_POLICY(slack)));
  writeFileSync(join(folder, 'key'), `${world.config.tenantApiKey.reveal()}\n`);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.kill();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const start = (
  changes?: Record<string, string>,
  command?: readonly [string, ...string[]],
): BotProcess => {
  const env = {
    ...botEnvironment(world, folder),
    TENANT_API_KEY: '',
    TENANT_API_KEY_FILE: join(folder, 'key'),
    ...changes,
  };
  const bot = startBotProcess(env, command);
  running.push(bot);
  return bot;
};

/** Has the code believe that it runs on another Node. */
const onNode = (version: string): readonly [string, ...string[]] => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const module = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return [process.execPath, '--import', module, 'bot/start.mjs'];
};

const NPM = ['npm', 'run', '--silent', 'bot'] as const;

describe('npm run bot', () => {
  it('has the limits that the sandbox’s bot and the README have', () => {
    const { bot } = packageJson.scripts;
    const limits = bot.match(/(?:--max[\w-]+=\d+ )+/)?.[0] ?? 'none';
    for (const file of ['bot/README.md', 'sandbox/team/bot-process.ts']) {
      const text = readFileSync(file, 'utf8');
      for (const limit of limits.trim().split(' ')) expect(text, file).toContain(limit);
    }
  });

  it('finishes what is under way when npm is told to end, and takes nothing more', async () => {
    const bot = start({ HOME: folder }, NPM);
    slack.setRequestUrl(`http://127.0.0.1:${await bot.port()}/slack/events`);
    const held = world.faults.hold('POST', /\/api_tokens$/, 'before');
    const ivo = await world.openForm('ivo', 'operations', '"In flight"');
    await ivo.submit();
    await held.arrived;
    bot.terminate();
    await eventually(() => bot.out().includes('"stopping"'));
    const refused = await ivo.command('operations', `${COMMAND} help`);
    expect(refused.kind).toBe('failed');
    held.release();
    expect(await bot.ended).toBe(0);
    const token = ivo.ephemerals().at(-1)?.preformatted[0] ?? '';
    const answer = await world.platform.call('GET', '/api/v1/devices', { key: token });
    expect(answer.status).toBe(200);
    expect(bot.out()).not.toContain(token);
    expect(bot.err()).toBe('');
  });

  it('does so by Socket Mode too', async () => {
    world.faults.clear();
    const bot = start({ SLACK_APP_TOKEN: SLACK_ACCESS.appToken });
    await bot.port();
    slack.setSocketMode(true);
    try {
      const held = world.faults.hold('POST', /\/api_tokens$/, 'before');
      const ivo = await world.openForm('ivo', 'operations', '"By socket"');
      await ivo.submit();
      await held.arrived;
      bot.terminate();
      await eventually(() => bot.out().includes('"stopping"'));
      held.release();
      expect(await bot.ended).toBe(0);
      await eventually(() => slack.sockets() === 0);
      const message = ivo.ephemerals().find((each) => each.words.includes('By socket'));
      expect(message?.preformatted[0]).toHaveLength(44);
    } finally {
      slack.setSocketMode(false);
    }
  });

  it('goes on when whoever reads its log goes away', async () => {
    const bot = start();
    slack.setRequestUrl(`http://127.0.0.1:${await bot.port()}/slack/events`);
    bot.stopReading();
    for (const word of ['help', 'help', 'help']) {
      const { kind } = await slack.asPerson('ivo').command('operations', `${COMMAND} ${word}`);
      expect(kind).toBe('acknowledged');
    }
    const ivo = await world.openForm('ivo', 'operations', '"Without a log"');
    expect((await ivo.submit()).kind).toBe('closed');
    await ivo.until(() => ivo.ephemerals().some(({ words }) => words.includes('Without a log')));
    bot.terminate();
    expect(await bot.ended).toBe(0);
  });

  it('ends at once when it is told to before it has started', async () => {
    const held = slack.fault({ method: 'auth.test', hold: true });
    const bot = start();
    await held.untilHit();
    bot.terminate();
    expect(await bot.ended).toBe(0);
    held.release();
  });

  it('on a Node that is too old ends with one sentence that says which it needs', async () => {
    const needed = /\d+/.exec(packageJson.engines.node)?.[0];
    const bot = start({}, onNode('22.12.0'));
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toMatch(
      new RegExp(`^Tenant Token needs Node ${needed} or later, and this is Node 22\\.12\\.0 .+\n$`),
    );
    expect(await start({ PORT: 'x' }, onNode(`${needed}.0.0`)).ended).toBe(1);
  });

  it.each([
    [
      'a variable that is missing',
      { SLACK_SIGNING_SECRET: '' },
      /^SLACK_SIGNING_SECRET: is not set/,
    ],
    [
      'a token that Slack refuses',
      { SLACK_BOT_TOKEN: 'xoxb-old' },
      /^SLACK_BOT_TOKEN: Slack .+ says invalid_auth\./,
    ],
    ['a policy that is broken', { POLICY_FILE: 'package.json' }, /^POLICY_FILE package\.json: /],
    [
      'an app token that Slack refuses',
      { SLACK_APP_TOKEN: 'xapp-old' },
      /^SLACK_APP_TOKEN: Slack does not open a socket \(invalid_auth\)/,
    ],
    [
      'a database that cannot be',
      { DATABASE_URL: 'file:/dev/null/bot.sqlite' },
      /^DATABASE_URL: file:\/dev\/null\/bot.sqlite cannot be used \(E/,
    ],
  ])('ends with one sentence for %s', async (_, changes, fault) => {
    const bot = start(changes);
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toMatch(fault);
    expect(bot.err()).not.toMatch(/^\s+at /m);
  });

  it('says which port is taken', async () => {
    const bot = start();
    const port = await bot.port();
    const second = start({ PORT: String(port), DATABASE_URL: 'file::memory:' });
    expect(await second.ended).toBe(1);
    expect(second.err()).toBe(`PORT: ${port} is taken. Set another, or 0 for any free one.\n`);
  });
});
