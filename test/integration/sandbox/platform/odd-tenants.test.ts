import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listSchema } from '../../../../shared/tenant-api/contract.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

// A zone that this runtime does not know, none at all, and a name as long as the contract allows.

const PATH = '/api/v1/api_tokens';
const LONG = '長'.repeat(200);
const folder = mkdtempSync(join(tmpdir(), 'odd-tenants-'));
let t: TestPlatform;
let key: string;
beforeAll(async () => {
  const dataFile = join(folder, 'platform.sqlite');
  t = await startTestPlatform({ dataFile });
  key = t.key();
  const other = new DatabaseSync(dataFile);
  const update = other.prepare('UPDATE tenants SET time_zone = ?, name = ? WHERE slug = ?');
  update.run('Mars/Olympus_Mons', 'Nord Hafen', 'hafen');
  update.run('', LONG, 'labor');
  other.close();
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

it('stand in the list beside the others, as they are', async () => {
  const { json } = await t.call('GET', '/api/v1/tenants', { key });
  const tenant = z.object({ name: z.string(), time_zone: z.string() });
  expect(listSchema(tenant).parse(json).items).toEqual([
    { name: 'Nord', time_zone: 'Europe/Berlin' },
    { name: 'Nord Hafen', time_zone: 'Mars/Olympus_Mons' },
    { name: LONG, time_zone: '' },
  ]);
});

it.each(['hafen', 'labor'] as const)(
  'their days are counted in UTC, where nobody knows their zone: %s',
  async (slug) => {
    const next = (expiresOn: string) =>
      t.call('POST', PATH, {
        key,
        json: tokenRequest(t.platform.tenants[slug].id, { expires_on: expiresOn }),
      });
    expect(faults(await next('2026-06-14'))).toEqual(['expires_on in_the_past']);
    const { record } = newToken(await next('2026-06-15'));
    expect(record.expires_at).toBe('2026-06-16T00:00:00.000Z');
    const path = `${PATH}/${record.id}`;
    await t.call('POST', `${path}/save`, { key, json: { generation: 1 } });
    const edited = await t.call('PUT', path, {
      key,
      headers: { 'if-match': '2' },
      json: { name: 'n', description: '', permissions: ['read'], expires_on: '2026-06-20' },
    });
    expect(edited.json).toMatchObject({ expires_at: '2026-06-21T00:00:00.000Z' });
  },
);

it.each(['hafen', 'labor'] as const)('a key of theirs is told who it is: %s', async (tenant) => {
  const answer = await t.call('GET', '/api/v1/session', { key: t.key({ tenant }) });
  expect(answer.json).toMatchObject({ tenant: { id: t.platform.tenants[tenant].id } });
});
