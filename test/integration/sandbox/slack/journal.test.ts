import { afterEach, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../sandbox/slack/handle/slack.ts';
import { SLACK_ACCESS } from '../../../support/slack-app.ts';
import {
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
afterEach(() => world.close());

const useEverything = async (): Promise<void> => {
  const { slack, client } = world;
  const ada = slack.asPerson('ada');
  await ada.command('general', '/example a-word-of-mine');
  const payload = world.requests[0]?.payload ?? {};
  await fetch(String(payload['response_url']), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'a-word-of-the-app' }),
  });
  await client.chat.postEphemeral({
    channel: slack.channel('general').id,
    user: ada.personId,
    text: 'a-word-of-the-app',
  });
  await fetch(`${slack.apiUrl}${SLACK_ACCESS.botToken}`, { method: 'POST' });
};

it('tells what was called, by whom and how it ended, and nothing that anybody said or holds', async () => {
  world = await startSlackWithPlainApp();
  await useEverything();
  const { slack } = world;
  const entries = slack.journal();
  expect(
    entries.map(({ number, direction, what, status }) => [number, direction, what, status]),
  ).toEqual([
    [1, 'to-app', 'command', 200],
    [2, 'from-app', 'response_url', 200],
    [3, 'from-app', 'chat.postEphemeral', 200],
    [4, 'from-app', 'unknown_method', 200],
  ]);
  const user = slack.person('ada').id;
  expect(entries[2]).toMatchObject({ user, channel: slack.channel('general').id });
  const written = JSON.stringify(entries);
  const payload = world.requests[0]?.payload ?? {};
  for (const secret of [
    ...Object.values(SLACK_ACCESS),
    'a-word-of',
    String(payload['trigger_id']),
    new URL(String(payload['response_url'])).pathname,
  ]) {
    expect(written).not.toContain(secret);
  }
});

it('keeps the last entries, and tells an observer of all', async () => {
  const seen: JournalEntry[] = [];
  world = await startSlackWithPlainApp(undefined, {
    journalLength: 2,
    observe: (entry) => seen.push(entry),
  });
  await useEverything();
  expect(seen.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(world.slack.journal()).toEqual(seen.slice(-2));
});
