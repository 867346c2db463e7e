import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

let folder: string;
let t: TestPlatform;
const INDEX = '<!doctype html><title>Cockpit</title>';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-pages-'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  const cockpitDir = join(folder, 'cockpit');
  await mkdir(join(cockpitDir, 'assets'), { recursive: true });
  await writeFile(join(cockpitDir, 'index.html'), INDEX);
  await writeFile(join(cockpitDir, 'favicon.svg'), '<svg/>');
  await writeFile(join(cockpitDir, 'assets', 'index-a1b2.js'), 'export {};');
  await writeFile(join(cockpitDir, 'assets', 'index-a1b2.css'), 'body {}');
  t = await startTestPlatform({ cockpitDir });
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const HOST = 'nord.localhost';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

describe('the cockpit', () => {
  it.each([
    '/',
    '/administration',
    '/administration/tenant',
    '/administration/tenant/api/create',
    '/?a=1',
  ])('is the page at %s of a tenant’s URL', async (path) => {
    for (const host of [HOST, 'hafen.nord.localhost', 'sol.localhost']) {
      const { status, text, headers } = await t.call('GET', path, { host });
      expect([status, text]).toEqual([200, INDEX]);
      expect(headers['content-type']).toMatch(/^text\/html; charset=utf-8/i);
      expect(headers['content-security-policy']).toBe(POLICY);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it.each([
    ['/assets/index-a1b2.js', /^text\/javascript/, 'public, max-age=31536000, immutable'],
    ['/assets/index-a1b2.css', /^text\/css/, 'public, max-age=31536000, immutable'],
    ['/favicon.svg', /^image\/svg\+xml/, 'no-cache'],
  ])('loads %s', async (path, type, caching) => {
    const { status, headers } = await t.call('GET', path, { host: HOST });
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(type);
    expect(headers['cache-control']).toBe(caching);
  });

  it.each([
    '/assets/index-old.js',
    '/elsewhere',
    '/index.html',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//evil.example/',
  ])('does not serve %s', async (path) => {
    const answer = await t.call('GET', path, { host: HOST });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('outside');
  });

  it.each(['api.nord.localhost', '127.0.0.1'])('is not at %s', async (host) => {
    for (const path of ['/administration/tenant', '/assets/index-a1b2.js']) {
      expect((await t.call('GET', path, { host })).status).toBe(404);
    }
  });

  it('is missed politely where it was not built', async () => {
    const bare = await startTestPlatform();
    const { status, text } = await bare.call('GET', '/', { host: HOST });
    expect([status, text]).toEqual([200, expect.stringContaining('without its cockpit')]);
    await bare.close();
  });
});
