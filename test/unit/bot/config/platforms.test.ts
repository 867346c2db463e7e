import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../../bot/config/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'platforms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WORKS = { name: 'works', url: 'https://works.example.com', keyFrom: 'WORKS_API_KEY' };
const PLANT = { name: 'plant', url: 'https://plant.example.com/', keyFrom: 'PLANT_API_KEY' };

const read = (file: unknown, env: Readonly<Record<string, string>> = {}) => {
  const path = join(folder, 'the file: is not JSON');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1-2-three',
    SLACK_SIGNING_SECRET: 'c0ffee00c0ffee00',
    POLICY_FILE: 'policy.json',
    PLATFORMS_FILE: path,
    WORKS_API_KEY: 'key-of-the-works',
    ...env,
  });
};

const faultsOf = (...args: Parameters<typeof read>): readonly string[] => {
  const config = read(...args);
  return config.ok ? [] : config.error;
};

describe('the file of the platforms', () => {
  it('is read in its order, with each key from its variable or its file', () => {
    const keyFile = join(folder, 'plant.key');
    writeFileSync(keyFile, 'key-of-the-plant\n');
    const config = read({ platforms: [WORKS, PLANT] }, { PLANT_API_KEY_FILE: keyFile });
    expect(
      config.ok && config.value.platforms?.map(({ key, ...each }) => [each, key.reveal()]),
    ).toEqual([
      [{ name: 'works', url: 'https://works.example.com' }, 'key-of-the-works'],
      [{ name: 'plant', url: 'https://plant.example.com' }, 'key-of-the-plant'],
    ]);
    expect(inspect(config, { depth: 9 })).not.toContain('key-of-the');
  });

  it.each([
    ['is no JSON', '{', 'the file: is not JSON'],
    ['has no platform', { platforms: [] }, 'names no platform'],
    ['names two alike', { platforms: [WORKS, { ...PLANT, name: 'works' }] }, 'two platforms alike'],
    [
      'has a name that is none',
      { platforms: [{ ...WORKS, name: 'The works' }] },
      'platforms[0].name: is not a short name',
    ],
    [
      'sends a key in the clear',
      { platforms: [{ ...WORKS, url: 'http://works.example.com' }] },
      'platforms[0].url: is not',
    ],
    [
      'has a path in a URL',
      { platforms: [{ ...WORKS, url: 'https://a.example/api/v1' }] },
      'platforms[0].url: is an origin',
    ],
    [
      'holds a key itself',
      { platforms: [{ ...WORKS, key: 'secret' }] },
      'platforms[0].key: there is no such member',
    ],
    ['names a key that is not set', { platforms: [WORKS, PLANT] }, 'PLANT_API_KEY: is not set'],
  ])('that %s is refused with the place of the fault', (_, file, said) => {
    expect(faultsOf(file).join('\n')).toContain(said);
  });

  it.each(['TENANT_API_KEY', 'SLACK_BOT_TOKEN', 'ENCRYPTION_KEY', 'TENANT_API_KEY_FILE'])(
    'that has a key from %s, a setting of the bot itself, is refused, set or not',
    (keyFrom) => {
      for (const env of [{}, { [keyFrom]: 'secret' }]) {
        const said = faultsOf({ platforms: [{ ...WORKS, keyFrom }] }, env).join('\n');
        expect(said).toContain('platforms[0].keyFrom: is a setting of the bot itself');
        expect(said).not.toContain('is not set');
      }
    },
  );

  it('is refused where a key’s file is, or both are set, as for any other secret', () => {
    const platforms = { platforms: [WORKS] };
    expect(faultsOf(platforms, { WORKS_API_KEY_FILE: join(folder, 'works.key') })).toEqual([
      'WORKS_API_KEY: set either WORKS_API_KEY or WORKS_API_KEY_FILE, not both.',
    ]);
    const missing = { WORKS_API_KEY: '', WORKS_API_KEY_FILE: join(folder, 'nowhere.key') };
    expect(faultsOf(platforms, missing)).toEqual([
      expect.stringMatching(/^WORKS_API_KEY_FILE: the file .*nowhere\.key" cannot be read\.$/),
    ]);
  });

  it('stands in the place of the one platform’s variables', () => {
    const faults = faultsOf(
      { platforms: [WORKS] },
      { TENANT_API_KEY: 'k', TENANT_API_URL: 'https://a.example' },
    );
    expect(faults).toEqual([
      expect.stringMatching(/^TENANT_API_URL: stands in PLATFORMS_FILE/),
      expect.stringMatching(/^TENANT_API_KEY: stands in PLATFORMS_FILE/),
    ]);
  });
});
