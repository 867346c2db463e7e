import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../bot/config/config.ts';
import lock from '../../../package-lock.json' with { type: 'json' };
import { botEnvironment } from '../../support/bot-process.ts';
import { type BotWorld, startBotWorld, USUAL_POLICY } from '../../support/bot-world.ts';
import { ROOT } from '../../support/checkout.ts';
import { eventually } from '../../support/eventually.ts';
import { freshKey } from '../../support/install-world.ts';

const DOCKERFILE = readFileSync(join(ROOT, 'bot/operating/Dockerfile'), 'utf8');

const listIn = (start: RegExp): readonly string[] => {
  const [, text = '[]'] = DOCKERFILE.match(start) ?? [];
  return JSON.parse(text) as string[];
};

/** What is copied from the checkout, and where to. */
const COPIES = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+)$/gm)].map(([, words = '']) => {
  const names = words.split(' ');
  return { from: names.slice(0, -1), to: names.at(-1) ?? '' };
});

/** Nobody but root may do more than this one, where root runs the tests. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

let world: BotWorld;
const folder = mkdtempSync(join(tmpdir(), 'bot-image-'));
const app = join(folder, 'app');
const data = join(folder, 'data');

/** The packages that `npm ci --omit=dev --omit=optional` installs, as links. */
const linkPackages = (): void => {
  const places = createRequire(join(ROOT, 'package.json')).resolve.paths('x') ?? [];
  for (const [path, about] of Object.entries(lock.packages)) {
    const name = path.replace(/^node_modules\//, '');
    if (path === '' || name.includes('node_modules/')) continue;
    if ('dev' in about || 'optional' in about || 'devOptional' in about) continue;
    const from = places.map((place) => join(place, name)).find((each) => existsSync(each));
    if (from === undefined) throw new Error(`${name} is not installed.`);
    mkdirSync(dirname(join(app, path)), { recursive: true });
    symlinkSync(from, join(app, path));
  }
};

beforeAll(async () => {
  // For its workspace and its platform: the bot of this world is stopped.
  world = await startBotWorld('http', { rateLimits: false });
  await world.bot.stop(5000);
  for (const { from, to } of COPIES) {
    for (const each of from) {
      const file = to === './' ? join(app, each) : join(app, to);
      cpSync(join(ROOT, each), file, { recursive: true });
    }
  }
  linkPackages();
  mkdirSync(data);
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(USUAL_POLICY(world.slack)));
  chmodSync(folder, 0o755);
  const { uid, gid } = NOBODY;
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const run = ([, ...args]: readonly string[], env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, args, { cwd: app, env, ...NOBODY });

describe('the image', () => {
  it('gets nothing but what the bot needs', () => {
    const ignored = readFileSync(join(ROOT, 'bot/operating/Dockerfile.dockerignore'), 'utf8');
    const letIn = ignored
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(ignored.startsWith('*\n')).toBe(true);
    expect(COPIES.flatMap(({ from }) => from).toSorted()).toEqual(letIn.toSorted());
    expect(DOCKERFILE).toMatch(/^USER node$/m);
  });

  it('sets nothing that stands in the way of a bot for one workspace, or of one for many', () => {
    const [, set = ''] = DOCKERFILE.match(/^ENV (.+)$/m) ?? [];
    const image = Object.fromEntries(
      set.split(' ').map((each) => each.split('=') as [string, string]),
    );
    const everywhere = {
      ...image,
      SLACK_SIGNING_SECRET: 'a-signing-secret',
      TENANT_API_URL: 'https://nord.example.com',
      TENANT_API_KEY: 'a-key',
    };
    const one = { SLACK_BOT_TOKEN: 'xoxb-1', POLICY_FILE: '/policy/policy.json' };
    const many = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'a-client-secret',
      ENCRYPTION_KEY: freshKey().reveal(),
      POLICY_DIR: '/policy',
    };
    for (const each of [one, many]) expect(readConfig({ ...everywhere, ...each }).ok).toBe(true);
  });

  it('gets none of the secrets and policies that are put beside the compose file', () => {
    const [compose = '', ignored = '', ofGit = ''] = [
      'bot/operating/compose.yaml',
      'bot/operating/Dockerfile.dockerignore',
      '.gitignore',
    ].map((file) => readFileSync(join(ROOT, file), 'utf8'));
    const beside = new Set(
      [...compose.matchAll(/\.\/([\w-]+)/g)].map(([, name]) => `bot/operating/${name}`),
    );
    expect([...beside].toSorted()).toEqual(['bot/operating/policy', 'bot/operating/secrets']);
    const lines = ignored.split('\n');
    for (const folder of beside) {
      // Of the lines that fit, the last one counts.
      expect(lines.indexOf(folder)).toBeGreaterThan(lines.indexOf('!bot'));
      expect(ofGit.split('\n')).toContain(`${folder}/`);
    }
  });

  it('runs on what it gets, as nobody in particular, says that it is well, and ends at SIGTERM', async () => {
    const env = {
      ...botEnvironment(world, folder),
      DATABASE_URL: `file:${join(data, 'tenant-token.sqlite')}`,
    };
    const bot = run(listIn(/^CMD (\[.+\])$/m), env);
    let out = '';
    bot.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    bot.stderr.setEncoding('utf8').on('data', (text: string) => (out += text));
    const ended = once(bot, 'close');
    await eventually(() => out.includes('"started"') || bot.exitCode !== null);
    const port = /"started","port":(\d+)/.exec(out)?.[1] ?? out;
    const healthy = async (): Promise<number | null> => {
      const check = run(listIn(/^HEALTHCHECK .*CMD (\[.+\])$/m), { PORT: port });
      await once(check, 'close');
      return check.exitCode;
    };
    expect(await healthy()).toBe(0);
    bot.kill('SIGTERM');
    await ended;
    expect(bot.exitCode).toBe(0);
    expect(await healthy()).toBe(1);
  });
});
