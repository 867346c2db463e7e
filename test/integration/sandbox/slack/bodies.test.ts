import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SLACK_ACCESS } from '../../../support/slack-app.ts';
import {
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
beforeAll(async () => {
  world = await startSlackWithPlainApp();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => world.close());

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Sends a body in pieces, without saying how long it is. */
const chunked = async (path: string, type: string, body: string): Promise<[number, string]> => {
  const asked = request({
    host: '127.0.0.1',
    port: world.slack.port,
    path,
    method: 'POST',
    headers: {
      'content-type': type,
      authorization: `Bearer ${SLACK_ACCESS.botToken}`,
      'transfer-encoding': 'chunked',
    },
  });
  for (let at = 0; at < body.length; at += 8 * 1024) asked.write(body.slice(at, at + 8 * 1024));
  asked.end();
  const [answer] = (await once(asked, 'response')) as [
    NodeJS.ReadableStream & { statusCode: number },
  ];
  return [answer.statusCode, await text(answer)];
};

const posting = (words: string) => ({ channel: world.slack.channel('general').id, text: words });
const said = () =>
  world.slack
    .asPerson('ada')
    .messages('general')
    .map((message) => message.text);

describe('a body that comes chunked', () => {
  it('is a call of the Web API, as a form and as JSON', async () => {
    const form = new URLSearchParams(posting('by a form')).toString();
    const [, first] = await chunked('/api/chat.postMessage', FORM, form);
    expect(JSON.parse(first)).toMatchObject({ ok: true });
    const [, second] = await chunked(
      '/api/chat.postMessage',
      JSON_TYPE,
      JSON.stringify(posting('by JSON')),
    );
    expect(JSON.parse(second)).toMatchObject({ ok: true });
    expect(said()).toEqual(expect.arrayContaining(['by a form', 'by JSON']));
  });

  it('is an answer by a response_url', async () => {
    await world.slack.asPerson('ada').command('general', '/example');
    const url = new URL(String(world.requests.at(-1)?.payload['response_url']));
    const [status] = await chunked(url.pathname, JSON_TYPE, JSON.stringify({ text: 'by a url' }));
    expect(status).toBe(200);
    const shown = world.slack
      .asPerson('ada')
      .ephemerals('general')
      .map((message) => message.text);
    expect(shown).toContain('by a url');
  });

  it('is what the page sends', async () => {
    const [status] = await chunked('/client-api/panel', JSON_TYPE, '{"switch":"no such"}');
    expect(status).toBe(400);
  });

  it.each([
    [64 * 1024, 200],
    [2_000_000, 200],
    [2_000_001, 413],
  ])('of %i bytes is answered with %i', async (bytes, expected) => {
    const [status] = await chunked('/api/api.test', FORM, `x=${'x'.repeat(bytes - 2)}`);
    expect(status).toBe(expected);
  });
});

it.each([
  ['that says its length', 'content-length: 100\r\n\r\ntext='],
  ['that comes chunked', 'transfer-encoding: chunked\r\n\r\n5\r\ntext=\r\n'],
])('a body %s and breaks off harms nobody, and is no failure', async (_name, rest) => {
  const { port } = world.slack;
  const errors = vi.spyOn(console, 'error');
  onTestFinished(() => errors.mockRestore());
  const gone = createConnection(port, '127.0.0.1');
  gone.write(`POST /api/api.test HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${rest}`);
  await chunked('/api/api.test', FORM, 'a=b');
  gone.destroy();
  await once(gone, 'close');
  const [status] = await chunked('/api/api.test', FORM, 'a=b');
  expect(status).toBe(200);
  expect(errors).not.toHaveBeenCalled();
});

it('a request with two Host headers is refused, over a socket too', async () => {
  const { port } = world.slack;
  const own = `host: 127.0.0.1:${port}\r\n`;
  const foreign = 'host: evil.example\r\n';
  for (const hosts of [own + foreign, foreign + own, own + own]) {
    const socket = createConnection(port, '127.0.0.1');
    socket.end(`GET /api/api.test HTTP/1.1\r\n${hosts}connection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
  }
});
