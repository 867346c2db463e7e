import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../../../sandbox/platform/settings.ts';
import { startPlatform } from '../../../../sandbox/platform/start-platform.ts';
import { eventually } from '../../../support/eventually.ts';
import { createCall } from '../../../support/platform-client.ts';
import { startPlatformProcess } from '../../../support/platform-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-process-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the settings', () => {
  it('have their defaults', () => {
    expect(readSettings({})).toEqual({ port: 4400, dataFile: '.sandbox/platform.sqlite' });
  });

  it.each([
    [{ SANDBOX_PORT: '0' }, { port: 0 }],
    [{ SANDBOX_PORT: '65535' }, { port: 65_535 }],
    [{ SANDBOX_DATA: ':memory:' }, { dataFile: ':memory:' }],
  ])('take %j', (env, expected) => {
    expect(readSettings(env)).toMatchObject(expected);
  });

  it.each([
    [{ SANDBOX_PORT: '' }, /^SANDBOX_PORT must be a port .*, not ""\.$/],
    [{ SANDBOX_PORT: '65536' }, /^SANDBOX_PORT must be/],
    [{ SANDBOX_PORT: '-1' }, /^SANDBOX_PORT must be/],
    [{ SANDBOX_PORT: '44OO' }, /^SANDBOX_PORT must be/],
    [{ SANDBOX_PORT: '4400.5' }, /^SANDBOX_PORT must be/],
    [{ SANDBOX_DATA: '' }, /^SANDBOX_DATA must be a file/],
  ])('refuse %j by the variable’s name', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });
});

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says what runs where, and ends with %s',
    async (signal) => {
      const running = await startPlatformProcess({
        SANDBOX_PORT: '0',
        SANDBOX_DATA: join(folder, 'new', 'folder', `${signal}.sqlite`),
      });
      const output = running.output();
      expect(output.split('\n').length).toBeLessThan(15);
      for (const word of [
        `http://nord.localhost:${running.port}`,
        `http://api.nord.localhost:${running.port}`,
        `http://sol.localhost:${running.port}`,
        'ada@nord.example',
        'demo-ada',
        'carla@sol.example',
        `${signal}.sqlite`,
      ]) {
        expect(output).toContain(word);
      }
      const call = createCall(running.port);
      const page = await call('GET', '/administration/tenant', { host: 'nord.localhost' });
      expect(page.text).toContain('<script type="module"');
      // Its output comes by a way of its own.
      const line = /GET \/administration\/tenant 200 [0-9a-f-]{36}/;
      await eventually(() => line.test(running.output()));
      expect(await running.end(signal)).toBe(0);
      call.close();
    },
  );

  it('listens on loopback only', async () => {
    const running = await startPlatformProcess({ SANDBOX_PORT: '0', SANDBOX_DATA: ':memory:' });
    const others = Object.values(networkInterfaces())
      .flatMap((addresses = []) => addresses)
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    for (const host of process.platform === 'linux' ? ['127.0.0.2', ...others] : others) {
      const error = await new Promise((resolve) => {
        const socket = createConnection(running.port, host, () => resolve('connected'));
        socket.once('error', resolve);
      });
      expect(error, host).toMatchObject({ code: 'ECONNREFUSED' });
    }
    await running.end('SIGTERM');
  });

  it.each([
    [{ SANDBOX_PORT: 'many' }, /SANDBOX_PORT must be/],
    [{ SANDBOX_PORT: '0', SANDBOX_DATA: '/dev/null/data.sqlite' }, /\/dev\/null/],
  ])('ends with a sentence for %j', async (env, message) => {
    await expect(startPlatformProcess(env)).rejects.toThrow(message);
  });
});

describe('starting in process', () => {
  it('fails plainly where the port is taken', async () => {
    const first = await startPlatform({ port: 0, dataFile: ':memory:' });
    await expect(startPlatform({ port: first.port, dataFile: ':memory:' })).rejects.toThrow(
      /EADDRINUSE/,
    );
    await first.close();
  });

  it('lets a test stand before and after each request', async () => {
    const seen: string[] = [];
    const platform = await startPlatform({
      port: 0,
      dataFile: ':memory:',
      intercept: async (request, next) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/lost') return new Response('no', { status: 503 });
        const response = await next();
        seen.push(`${request.method} ${pathname} ${response.status}`);
        return response;
      },
    });
    const call = createCall(platform.port);
    expect((await call('GET', '/lost')).status).toBe(503);
    expect((await call('POST', '/api/v1/api_tokens', { json: {} })).status).toBe(401);
    expect(seen).toEqual(['POST /api/v1/api_tokens 401']);
    call.close();
    await platform.close();
  });
});
