import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { respond, responseUrlSchema } from '../../../../bot/slack/response-url.ts';
import { listenLocally } from '../../../support/listen-locally.ts';

const accepts = (url: string, slackApiUrl: string): boolean =>
  responseUrlSchema(slackApiUrl).safeParse(url).success;

const REAL = 'https://slack.com/api/';
const HERE = 'http://127.0.0.1:4500/api/';

describe('a response_url', () => {
  it.each([
    ['https://hooks.slack.com/commands/T1/2/3', REAL, true],
    ['http://hooks.slack.com/commands/T1/2/3', REAL, false],
    ['https://hooks.slack-gov.com/commands/T1/2/3', REAL, true],
    ['https://hooks.slack.com.evil.example/commands', REAL, false],
    ['https://hooksslack.com/commands', REAL, false],
    ['https://user@hooks.slack.com/commands', REAL, false],
    ['http://127.0.0.1:4500/commands/T1/2/3', REAL, false],
    ['https://localhost/commands', REAL, false],
    ['http://127.0.0.1:4500/commands/T1/2/3', HERE, true],
    ['http://[::1]:4500/commands', HERE, true],
    ['http://hooks.slack.com/commands', HERE, false],
    ['ftp://127.0.0.1/commands', HERE, false],
    ['javascript:alert(1)', HERE, false],
    ['not a URL', HERE, false],
    [`https://hooks.slack.com/${'x'.repeat(2000)}`, REAL, false],
  ])('%s, with Slack at %s: %s', (url, slackApiUrl, expected) => {
    expect(accepts(url, slackApiUrl)).toBe(expected);
  });
});

describe('an answer from a response_url', () => {
  const answeredWith = async (status: number, body: string) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    const port = await listenLocally(server);
    try {
      return await respond(`http://127.0.0.1:${port}/`, { text: 'Hello', blocks: [] }, 5000);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  };

  it.each([
    [200, 'ok', undefined],
    [200, '{"ok":true}', undefined],
    [200, '<!doctype html>', { kind: 'unknown', code: 'malformed' }],
    [200, '', { kind: 'unknown', code: 'malformed' }],
    [200, '{"ok":false,"error":"used_url"}', { kind: 'route', code: 'used_url' }],
    [200, '{"ok":false,"error":"fatal_error"}', { kind: 'unknown', code: 'fatal_error' }],
    [404, 'ok', { kind: 'route', code: 'http_404' }],
    [500, '', { kind: 'unknown', code: 'http_500' }],
  ])('%d %j means %o', async (status, body, failure) => {
    expect(await answeredWith(status, body)).toEqual(failure);
  });
});
