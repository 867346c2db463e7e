import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSealing } from '../../../bot/installs/sealing.ts';
import { unreadable } from '../../../bot/installs/seal-anew.ts';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { openStore } from '../../../bot/store/open-store.ts';
import type { Slack } from '../../../sandbox/slack/handle/slack.ts';
import { eventually } from '../../support/eventually.ts';
import {
  ENTERPRISE,
  freshKey,
  type InstallWorld,
  startInstallWorld,
} from '../../support/install-world.ts';
import { findLeaks, readPlaces, textPlace } from '../../support/leak-search.ts';

const withWorld = async (
  options: Parameters<typeof startInstallWorld>[0],
  work: (world: InstallWorld) => Promise<void>,
): Promise<void> => {
  const world = await startInstallWorld(options);
  try {
    await work(world);
  } finally {
    await world.close();
  }
};

const leaked = async (world: InstallWorld): Promise<readonly unknown[]> => {
  const places = [...(await readPlaces(world.folder)), textPlace('log', world.logged.join('\n'))];
  return world.harbour
    .issuedTokens()
    .flatMap((each) => findLeaks(each.replace(/^(?:xoxe\.)?xox\w-(?:1\w+-)?/, ''), places));
};

const command = async (slack: Slack, person: string): Promise<string> => {
  const window = slack.asPerson(person);
  const before = window.ephemerals().length;
  await window.command('operations', `${COMMAND} create`);
  return (await window.until(() => window.ephemerals()[before])).words;
};

describe('tokens that rotate', () => {
  it('are exchanged before they end, and none is asked for with one that is over', async () => {
    // Less than the two hours before its end in which Bolt exchanges a token: each call needs a new one.
    await withWorld({ tokenLifetime: 7000 }, async (world) => {
      const { harbour } = world;
      await world.install(harbour.teamId);
      await world.make(harbour, 'ivo', 'Rotating');
      await eventually(() => harbour.history().some(({ words }) => words.includes('Rotating')));
      expect(harbour.issuedTokens().length).toBeGreaterThan(4);
      const failed = harbour.journal().filter(({ error }) => /auth|token/.test(error ?? ''));
      expect(failed).toEqual([]);
      expect(await leaked(world)).toEqual([]);
    });
  });
});

describe('an organisation that installs the app in all of its workspaces', () => {
  it('has it in each of them, and takes it out of each', async () => {
    await withWorld({ inOrganisation: true }, async (world) => {
      const { harbour, mountain } = world;
      const said = await (await world.install(ENTERPRISE.id)).text();
      expect(said).toContain(`all workspaces of the organisation ${ENTERPRISE.id}`);
      for (const [slack, name] of [
        [harbour, 'By the harbour'],
        [mountain, 'On the mountain'],
      ] as const) {
        await world.make(slack, 'ivo', name);
        // The receipt comes without a request that says whose it is.
        await eventually(() => slack.history().some(({ words }) => words.includes(name)));
      }
      expect(harbour.history().some(({ words }) => words.includes('mountain'))).toBe(false);
      expect(await harbour.uninstall()).toBe('acknowledged');
      await eventually(() => world.logged.some((line) => line.includes('"uninstalled"')));
      expect(await command(mountain, 'ivo')).toContain('not installed in your workspace');
    });
  });
});

const tool = promisify(execFile);
const TOOL = 'bot/installs/tool/main.ts';

describe('a new key', () => {
  it.each(['list', 're-encrypt'])(
    'is not called needless by a database that is not the bot’s, and none is made: %s',
    async (task) => {
      const none = join(tmpdir(), `none-${randomUUID()}.sqlite`);
      const env = {
        PATH: process.env['PATH'],
        DATABASE_URL: `file:${none}`,
        ENCRYPTION_KEY: freshKey().reveal(),
      };
      await expect(tool(process.execPath, [TOOL, task], { env })).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^DATABASE_URL: .+ cannot be used \(ENOENT\)/) as unknown,
      });
      expect(existsSync(none)).toBe(false);
      writeFileSync(none, '');
      await expect(tool(process.execPath, [TOOL, task], { env })).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^DATABASE_URL: .+ cannot be used/) as unknown,
      });
      rmSync(none);
    },
  );

  it('comes into use while the bot runs, after which the old one is not needed', async () => {
    await withWorld({}, async (world) => {
      const { harbour, mountain, databaseUrl } = world;
      const [first, second] = [freshKey(), freshKey()];
      await world.restart({ encryptionKey: first });
      await world.install(harbour.teamId);
      await world.install(mountain.teamId);
      expect(await world.restart({ encryptionKey: second, oldKeys: [first] })).toEqual([]);
      await world.make(harbour, 'ivo', 'With the old key');
      const run = async (...args: readonly string[]) =>
        tool(process.execPath, [TOOL, ...args], {
          env: {
            PATH: process.env['PATH'],
            DATABASE_URL: databaseUrl,
            ENCRYPTION_KEY: second.reveal(),
            ENCRYPTION_KEYS_OLD: first.reveal(),
          },
        });
      const [sealed] = await Promise.all([
        run('re-encrypt'),
        world.make(harbour, 'ada', 'Meanwhile'),
      ]);
      expect(sealed.stdout).toMatch(/^2 sealed with ENCRYPTION_KEY, 0 were before, 0 cannot be\./);
      expect((await run('re-encrypt')).stdout).toMatch(/^0 sealed with ENCRYPTION_KEY, 2 were/);
      const listed = await run('list');
      expect(listed.stdout).toContain(`${mountain.teamId} "Mountain Works"`);
      expect(listed.stdout + listed.stderr).not.toMatch(/xox|1\.[0-9a-f]{12}\./);
      await world.make(harbour, 'mia', 'After it was sealed anew');
      const { installations, flows } = await openStore(databaseUrl);
      expect(await unreadable(installations, createSealing(second, []))).toEqual([]);
      await flows.close();
      expect(await world.restart({ encryptionKey: second })).toEqual([]);
      await world.make(mountain, 'ivo', 'With the new key alone');
      expect(await leaked(world)).toEqual([]);
    });
  });
});
