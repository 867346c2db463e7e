import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { anyText, textLike } from '../../../support/matchers.ts';
import { tokenRequest } from '../../../support/platform-client.ts';
import {
  faults,
  newToken,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

let t: TestPlatform;
let key: string;
beforeAll(async () => {
  t = await startTestPlatform();
  key = t.key();
});
afterAll(() => t.close());

const PATH = '/api/v1/api_tokens';
const LIMIT = 64 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };

const sized = (bytes: number): string => {
  const start = '{"name":"';
  return `${start}${'a'.repeat(bytes - start.length - 2)}"}`;
};

const STRANGER = '00000000-0000-4000-8000-000000000000';

/** Sends a body in pieces, without saying how long it is. @returns the status */
const chunked = (method: string, path: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = t.platform;
    const headers = { 'api-key': key, ...JSON_TYPE, 'transfer-encoding': 'chunked' };
    const outgoing = request({ method, host: '127.0.0.1', port, path, headers }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    for (let at = 0; at < body.length; at += 8 * 1024)
      outgoing.write(body.slice(at, at + 8 * 1024));
    outgoing.end();
  });

describe('bodies', () => {
  it.each([
    ['of 64 KiB is read', LIMIT, 422],
    ['of a byte more is not', LIMIT + 1, 413],
    ['of a megabyte is not', 1024 * 1024, 413],
  ])('one %s', async (_name, bytes, status) => {
    expect(
      (await t.call('POST', PATH, { key, headers: JSON_TYPE, raw: sized(bytes) })).status,
    ).toBe(status);
  });

  it.each([
    ['Next', 'POST', PATH, JSON.stringify(tokenRequest('all')), 201],
    ['a new device', 'POST', '/api/v1/devices', '{"name":"a","serial":"b"}', 201],
    ['Save', 'POST', `${PATH}/${STRANGER}/save`, '{"generation":1}', 404],
    ['an edit', 'PUT', `${PATH}/${STRANGER}`, '{}', 404],
    ['64 KiB', 'POST', PATH, sized(LIMIT), 422],
    ['a byte more', 'POST', PATH, sized(LIMIT + 1), 413],
    ['a megabyte', 'POST', PATH, sized(1024 * 1024), 413],
    ['a megabyte where none is needed', 'DELETE', `${PATH}/${STRANGER}`, sized(LIMIT + 1), 413],
    ['little where none is needed', 'DELETE', `${PATH}/${STRANGER}`, '{}', 404],
    ['nothing', 'POST', PATH, '', 400],
  ])(
    'that come chunked are answered by what they hold: %s',
    async (_, method, path, raw, status) => {
      expect(await chunked(method, path, raw)).toBe(status);
    },
  );

  it.each([
    [
      'Next',
      'POST',
      PATH,
      '{"name":"a","name":"b","tenant_id":"x","tenant_id":"all",' +
        '"permissions":["delete"],"permissions":["read"]}',
      { name: 'b', permissions: ['read'] },
    ],
    [
      'a new device',
      'POST',
      '/api/v1/devices',
      '{"name":"a","serial":"s","name":"b"}',
      { name: 'b' },
    ],
  ])(
    'of members given twice count the last one: %s',
    async (_name, method, path, raw, expected) => {
      const answer = await t.call(method, path, { key, headers: JSON_TYPE, raw });
      expect(answer.status).toBe(201);
      expect(answer.json).toMatchObject(expected);
    },
  );

  it('of generations given twice counts the last one', async () => {
    const { record } = newToken(await t.call('POST', PATH, { key, json: tokenRequest('all') }));
    const save = (raw: string) =>
      t.call('POST', `${PATH}/${record.id}/save`, { key, headers: JSON_TYPE, raw });
    expect((await save('{"generation":1,"generation":9}')).status).toBe(409);
    expect((await save('{"generation":9,"generation":1}')).status).toBe(200);
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/jsonp', 415],
    ['application/json; charset=iso-8859-1', 415],
    ['', 415],
    ['application/json', 201],
    ['APPLICATION/JSON; Charset="UTF-8"', 201],
  ])('of the type "%s" are answered with %i', async (type, status) => {
    const answer = await t.call('POST', PATH, {
      key,
      headers: { 'content-type': type },
      raw: JSON.stringify(tokenRequest('all')),
    });
    expect(answer.status).toBe(status);
  });

  it('that are packed are refused', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect((await t.call('POST', PATH, { key, headers, raw: '{}' })).status).toBe(415);
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"name":'],
    ['single quotes', "{'name': 'a'}"],
    ['two objects', '{}{}'],
    ['what is no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('with %s are malformed', async (_name, raw) => {
    const answer = await t.call('POST', PATH, { key, headers: JSON_TYPE, raw });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ error: anyText, code: 400 });
  });

  it.each(['null', '1', '"text"', '[]', '[{"name":"a"}]', 'true'])(
    'that are JSON but no object (%s) have a wrong type',
    async (raw) => {
      const answer = await t.call('POST', PATH, { key, headers: JSON_TYPE, raw });
      expect(answer.status).toBe(422);
      expect(faults(answer)).toEqual([' wrong_type']);
    },
  );

  it.each([
    [
      '__proto__',
      '{"__proto__":{"name":"a"},"tenant_id":"all","permissions":["read"]}',
      'name required',
    ],
    [
      'constructor',
      '{"constructor":1,"name":"a","tenant_id":"all","permissions":["read"]}',
      'constructor unknown_member',
    ],
  ])('a member called %s is unknown like any other', async (_name, raw, fault) => {
    const answer = await t.call('POST', PATH, { key, headers: JSON_TYPE, raw });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toContain(fault);
  });

  it.each([
    ['POST', '/api/v1/api_tokens/some-id/save', { generation: 1, foo: 1 }, ['foo unknown_member']],
    ['POST', '/api/v1/api_tokens/some-id/save', {}, ['generation required']],
    ['POST', '/api/v1/api_tokens/some-id/save', { generation: '1' }, ['generation wrong_type']],
    ['POST', '/api/v1/api_tokens/some-id/save', { generation: 1.5 }, ['generation wrong_type']],
    ['POST', '/api/v1/api_tokens/some-id/save', { generation: -1 }, ['generation unknown']],
    ['POST', '/api/v1/devices', { name: 'a', serial: 'b', foo: 1 }, ['foo unknown_member']],
    ['POST', '/api/v1/devices', { name: ' ' }, ['name required', 'serial required']],
    [
      'POST',
      '/api/v1/devices',
      { name: 'a'.repeat(101), serial: 1 },
      ['name too_long', 'serial wrong_type'],
    ],
  ])('%s %s with %j is refused by its fields', async (method, path, json, expected) => {
    const answer = await t.call(method, path, { key, json });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
  });

  it.each([
    ['GET', '/api/v1/devices?foo=1', ['foo unknown_member']],
    ['GET', '/api/v1/api_tokens?tenant=1', ['tenant unknown_member']],
    ['GET', '/api/v1/tenants?page_size=1&page_size=2', ['page_size duplicate']],
    ['GET', '/api/v1/events/by_id', ['id required']],
  ])('%s %s is refused by its parameters', async (method, path, expected) => {
    const answer = await t.call(method, path, { key });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
  });

  it.each([
    ['that says its length', 'content-length: 100\r\n\r\n{"name":'],
    ['that comes chunked', 'transfer-encoding: chunked\r\n\r\n8\r\n{"name":\r\n'],
    ['of which nothing came', 'content-length: 100\r\n\r\n'],
  ])('one %s and breaks off harms nobody, and is no failure', async (_name, rest) => {
    const before = t.log.length;
    const socket = createConnection(t.platform.port, '127.0.0.1');
    const head = `POST ${PATH} HTTP/1.1\r\nhost: 127.0.0.1:${t.platform.port}\r\napi-key: ${key}`;
    socket.write(`${head}\r\ncontent-type: application/json\r\n${rest}`);
    expect((await t.call('GET', '/api/v1/session', { key })).status).toBe(200);
    socket.destroy();
    const own = () => t.log.slice(before).filter((line) => line.startsWith('POST'));
    await expect.poll(own).toEqual([textLike(/^POST \/api\/v1\/api_tokens 400 \S+$/)]);
    expect(t.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
