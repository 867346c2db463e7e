import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { ROOT } from '../../support/checkout.ts';

const names = z.record(z.string(), z.string());
const manifest = z
  .object({
    scripts: names,
    dependencies: names,
    devDependencies: names,
    optionalDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.optional(z.string()),
      integrity: z.optional(z.string()),
      hasInstallScript: z.optional(z.boolean()),
      optionalDependencies: z.optional(names),
    }),
  ),
});
const TOOLKITS = 'test/support/cockpits/toolkits';
const LOCKS = [
  'package-lock.json',
  'test/mutants/package-lock.json',
  `${TOOLKITS}/package-lock.json`,
];
/** What a lock file has npm fetch: all but the project itself. */
const fetched = async (lock: string) =>
  Object.entries(lockSchema.parse(JSON.parse(await read(lock))).packages).filter(
    ([path]) => path !== '',
  );
const LOCALES = 'extension/public/_locales';
const documents = ['README.md', 'CONTRIBUTING.md'];

describe('the documents agree with the repository', () => {
  it.each(documents)('every npm script that %s names exists', async (document) => {
    const named = [...(await read(document)).matchAll(/npm run ([\w:-]+)/g)].map(
      ([, script]) => script,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((script) => !Object.hasOwn(manifest.scripts, script ?? ''))).toEqual([]);
  });

  it.each(documents)('every file that %s links to is there', async (document) => {
    const links = [...(await read(document)).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) await expect(stat(join(ROOT, link))).resolves.toBeDefined();
  });

  it('CONTRIBUTING gives a reason for every dependency, in a line of its own', async () => {
    const text = await read('CONTRIBUTING.md');
    const toolkits = z
      .object({ dependencies: names })
      .parse(JSON.parse(await read(`${TOOLKITS}/package.json`)));
    const all = Object.keys({
      ...toolkits.dependencies,
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    const missing = all.filter(
      (name) => !text.split('\n').some((line) => line.includes(`\`${name}\``)),
    );
    expect(missing).toEqual([]);
  });

  it('the map in CONTRIBUTING names every folder of the first and the second level', async () => {
    const [, map = ''] = (await read('CONTRIBUTING.md')).split(/^## /m);
    expect(map.startsWith('The map')).toBe(true);
    const inGit = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT });
    const folders = new Set(
      inGit
        .toString()
        .split('\n')
        .filter((path) => path.includes('/') && !path.startsWith('.'))
        .flatMap((path) => {
          const [first = '', second = '', third] = path.split('/');
          return third === undefined ? [`${first}/`] : [`${first}/`, `${first}/${second}/`];
        }),
    );
    expect(folders.size).toBeGreaterThan(40);
    expect([...folders].filter((folder) => !map.includes(folder))).toEqual([]);
  });

  it('every file that CONTRIBUTING names by its whole path is there', async () => {
    const named = [
      ...(await read('CONTRIBUTING.md')).matchAll(
        /`((?:bot|docs|extension|sandbox|shared|test)\/[^\s`*{}]+)`/g,
      ),
    ].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(80);
    for (const path of named) await expect(stat(join(ROOT, path))).resolves.toBeDefined();
  });

  it('the borders know every room of the bot', async () => {
    const rooms = (await readdir(join(ROOT, 'bot'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `  '${name}',`);
    const borders = await read('.dependency-cruiser.cjs');
    expect(rooms.filter((room) => !borders.includes(room))).toEqual([]);
  });

  it('an editor finds every project whose types are checked', async () => {
    const referencesSchema = z.object({ references: z.array(z.object({ path: z.string() })) });
    const { references } = referencesSchema.parse(JSON.parse(await read('tsconfig.json')));
    const checked = [...(manifest.scripts['check:types'] ?? '').matchAll(/-p (\S+)/g)].map(
      ([, project]) => `./${project}`,
    );
    expect(checked.length).toBeGreaterThan(0);
    expect(references.map(({ path }) => path)).toEqual(checked);
  });

  it('the workflow and the hook run what a person runs', async () => {
    expect(await read('.github/workflows/ci.yml')).toContain('run: .ci/run');
    for (const file of ['.ci/run', '.githooks/pre-commit']) {
      expect((await stat(join(ROOT, file))).mode & 0o111).not.toBe(0);
      expect(await read(file)).toMatch(/npm run (--silent )?check\b/);
    }
  });

  it('the browser’s own texts of the extension are there in every language, and complete', async () => {
    const keysIn = async (language: string): Promise<string[]> =>
      Object.keys(
        z
          .record(z.string(), z.object({ message: z.string().check(z.minLength(1)) }))
          .parse(JSON.parse(await read(`${LOCALES}/${language}/messages.json`))),
      );
    expect((await readdir(join(ROOT, LOCALES))).toSorted()).toEqual(LANGUAGES.toSorted());
    const english = await keysIn('en');
    expect(english.length).toBeGreaterThan(0);
    for (const language of LANGUAGES) expect(await keysIn(language)).toEqual(english);
  });

  // `npm ci` fails on an optional dependency that the lock leaves out, as npm leaves out what a
  // registry does not have for another platform.
  it('the lock file pins every optional dependency, for every platform', async () => {
    const { packages } = lockSchema.parse(JSON.parse(await read('package-lock.json')));
    const optional = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(0);
    const locked = Object.keys(packages).map((path) => path.split('node_modules/').at(-1));
    expect(optional.filter((name) => !locked.includes(name))).toEqual([]);
  });

  it.each(LOCKS)('%s has a hash for all that is fetched', async (lock) => {
    const entries = await fetched(lock);
    expect(entries.length).toBeGreaterThan(100);
    const without = entries.filter(
      ([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it('every install script is named in allowScripts, with yes or no', async () => {
    const names = (await Promise.all(LOCKS.map(fetched)))
      .flat()
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !Object.hasOwn(manifest.allowScripts, name))).toEqual([]);
  });

  it('the Node that runs this is the one whose hash the lock file has, where it has one', async () => {
    const path = `node_modules/node-${process.platform}-${process.arch}`.replace('win32', 'win');
    const locked = (await fetched('package-lock.json')).find(([each]) => each === path);
    if (locked) {
      expect(process.execPath.startsWith(join(ROOT, path))).toBe(true);
      expect(process.version).toBe(`v${locked[1].version}`);
    } else {
      expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
    }
  });
});
