import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
beforeAll(async () => {
  world = await startSlackWithPlainApp();
});
afterAll(() => world.close());

const statusFor = async (headers: Record<string, string>, path = '/api/api.test') => {
  const asked = request({
    host: '127.0.0.1',
    port: world.slack.port,
    path,
    method: 'POST',
    headers,
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume: () => void }];
  answer.resume();
  return answer.statusCode;
};

it('answers for this machine by number and by name, and for no other', async () => {
  const { port } = world.slack;
  expect(await statusFor({ host: `127.0.0.1:${port}` })).toBe(200);
  expect(await statusFor({ host: `LOCALHOST:${port}` })).toBe(200);
  expect(await statusFor({ host: `slack.example:${port}` })).toBe(421);
  expect(await statusFor({ host: '127.0.0.1' })).toBe(421);
});

it('answers no page of another origin', async () => {
  const host = `127.0.0.1:${world.slack.port}`;
  expect(await statusFor({ host, origin: `http://${host}` })).toBe(200);
  expect(await statusFor({ host, origin: 'https://evil.example' })).toBe(403);
  expect(await statusFor({ host, origin: 'null' })).toBe(403);
  expect(await statusFor({ host, origin: `http://localhost:${world.slack.port}` })).toBe(403);
});

it('refuses a body of several megabytes', async () => {
  const answer = await fetch(`${world.slack.apiUrl}api.test`, {
    method: 'POST',
    body: 'x'.repeat(2_000_001),
  });
  expect(answer.status).toBe(413);
});

it('keeps a connection longer than those who use it do, so that none ends as it is used again', async () => {
  const { headers } = await fetch(`${world.slack.apiUrl}api.test`, { method: 'POST' });
  expect(headers.get('keep-alive')).toBe('timeout=65');
});
