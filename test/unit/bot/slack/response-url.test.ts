import { describe, expect, it } from 'vitest';
import { responseUrlSchema } from '../../../../bot/slack/response-url.ts';

const accepts = (url: string, slackApiUrl: string): boolean =>
  responseUrlSchema(slackApiUrl).safeParse(url).success;

const REAL = 'https://slack.com/api/';
const HERE = 'http://127.0.0.1:4500/api/';

describe('a response_url', () => {
  it.each([
    ['https://hooks.slack.com/commands/T1/2/3', REAL, true],
    ['http://hooks.slack.com/commands/T1/2/3', REAL, false],
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
