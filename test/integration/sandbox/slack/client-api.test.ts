import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
let ada: string;
beforeAll(async () => {
  world = await startSlackWithPlainApp();
  ada = `/client-api/windows/${world.slack.person('ada').id}/page-1`;
});
afterAll(() => world.close());

const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(world.slack.origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as object) : {} };
};
const general = () => world.slack.channel('general').id;

/** Listens as a page does. @returns what ends it */
const listen = async (path: string) => {
  const abort = new AbortController();
  const answer = await fetch(`${world.slack.origin}${path}/changes`, { signal: abort.signal });
  const reader = answer.body?.getReader();
  await reader?.read();
  return () => abort.abort();
};

describe('what the page asks for', () => {
  it('names the workspace, the app’s commands and the people one can be', async () => {
    const { body } = await ask('/client-api/workspace');
    expect(body).toMatchObject({
      workspace: 'Harbour Works',
      commands: [{ command: '/example' }],
      people: [
        { name: 'ada' },
        { name: 'ivo' },
        { name: 'mia' },
        { name: 'gus' },
        { name: 'stella', workspace: 'Lakeside Supplies' },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/xox|xapp|signing/);
  });

  it('shows a guest only where they are', async () => {
    const gus = `/client-api/windows/${world.slack.person('gus').id}/page-1`;
    const names = async (path: string) => {
      const { body } = await ask(path);
      return (body as { channels: { name: string }[] }).channels.map(({ name }) => name);
    };
    expect(await names(gus)).toEqual(['general', 'kitchen', 'Example App']);
    expect(await names(ada)).toContain('suppliers');
  });

  it('does what a person does, and tells what the app made of it', async () => {
    expect(await ask(ada, { do: 'command', channel: general(), text: '/example' })).toEqual({
      status: 200,
      body: {},
    });
    expect(await ask(ada, { do: 'command', channel: general(), text: '/other' })).toEqual({
      status: 200,
      body: { shown: '/other is not a valid command.' },
    });
    expect((await ask(ada, { do: 'say', channel: general(), text: 'Hello' })).status).toBe(200);
    expect(world.slack.asPerson('ivo').messages('general')).toMatchObject([{ text: 'Hello' }]);
  });

  it.each([
    [{ do: 'dance' }, 400],
    [{ do: 'submit' }, 409],
    [{ do: 'press', place: { channel: 'C1', ts: '1.2' }, button: 'x' }, 409],
    ['not an object', 400],
  ])('cannot be asked for %j', async (deed, status) => {
    expect((await ask(ada, deed)).status).toBe(status);
    expect((await ask('/client-api/windows/U404/page-1', deed)).status).toBe(400);
  });

  it('keeps a window open as long as its page listens', async () => {
    const path = `${ada}-listening`;
    const end = await listen(path);
    const say = () =>
      world.client.chat.postEphemeral({
        channel: general(),
        user: world.slack.person('ada').id,
        text: 'psst',
      });
    await say();
    const shown = async () => {
      const { body } = await ask(`${path}?channel=${general()}`);
      return (body as { messages: { text: string }[] }).messages.map(({ text }) => text);
    };
    expect(await shown()).toContain('psst');
    end();
    await expect.poll(shown).not.toContain('psst');
  });

  it('is not for pages elsewhere', async () => {
    const there = { 'sec-fetch-site': 'cross-site' };
    expect((await ask('/client-api/workspace', undefined, there)).status).toBe(403);
    const origin = { origin: 'https://evil.example' };
    expect((await ask('/client-api/panel', { set: 'noFaults' }, origin)).status).toBe(403);
  });
});

describe('the panel', () => {
  it('switches transport, limits and faults', async () => {
    const { body } = await ask('/client-api/panel', { set: 'rateLimits', on: false });
    expect(body).toMatchObject({ rateLimits: false, transport: 'http', faults: 0 });
    expect((await ask('/client-api/panel', { set: 'transport', to: 'socket' })).body).toMatchObject(
      {
        transport: 'socket',
        sockets: 0,
      },
    );
    await ask('/client-api/panel', { set: 'transport', to: 'http' });
    const fault = { set: 'callFault', fault: { method: 'users.info', error: 'fatal_error' } };
    expect((await ask('/client-api/panel', fault)).body).toMatchObject({ faults: 1 });
    const user = world.slack.person('ada').id;
    await expect(world.client.users.info({ user })).rejects.toMatchObject({
      data: { error: 'fatal_error' },
    });
    const lost = { set: 'requestFault', fault: { request: 'command', signature: 'stale' } };
    expect((await ask('/client-api/panel', lost)).body).toMatchObject({ faults: 1 });
    expect((await ask('/client-api/panel', { set: 'noFaults' })).body).toMatchObject({ faults: 0 });
    expect((await ask('/client-api/panel', { set: 'requestUrl', url: 'file:///etc' })).status).toBe(
      400,
    );
  });
});
