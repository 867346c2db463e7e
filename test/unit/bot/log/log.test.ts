import { LogLevel as SdkLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorFields } from '../../../../bot/log/error-fields.ts';
import { createLog, LOG_LEVELS, type LogLevel } from '../../../../bot/log/log.ts';
import { createRedaction } from '../../../../bot/log/redact.ts';
import { createSdkLogger } from '../../../../bot/log/sdk-logger.ts';
import { secret } from '../../../../shared/secret.ts';
import { tokenValue } from '../../shared/examples.ts';

const open = (level: LogLevel = 'debug', known: string[] = []) => {
  const lines: string[] = [];
  const log = createLog({
    level,
    redact: createRedaction(known.map(secret)),
    write: (line) => lines.push(line),
    now: () => Date.parse('2026-03-10T12:00:00Z'),
  });
  return { log, lines };
};

describe('the log', () => {
  it('writes one JSON object a line', () => {
    const { log, lines } = open();
    log.info('policy_loaded', { rules: 2, file: 'a\nb' });
    expect(lines).toEqual([
      '{"time":"2026-03-10T12:00:00.000Z","level":"info","event":"policy_loaded","rules":2,"file":"a\\nb"}',
    ]);
  });

  it.each(LOG_LEVELS)('writes at %s that and what is graver', (level) => {
    const { log, lines } = open(level);
    for (const each of LOG_LEVELS) log[each](each);
    expect(lines).toHaveLength(LOG_LEVELS.length - LOG_LEVELS.indexOf(level));
  });

  it('lets no token through, wherever it stands in a text', () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), fc.string(), fc.string(), (n, before, after) => {
        const { log, lines } = open();
        const token = tokenValue(n);
        log.error('fault', {
          a: `${before} ${token} ${after}`,
          b: `"${token}"`,
          c: encodeURIComponent(token),
        });
        const { time, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, string>;
        const written = Object.values(rest).join('\n');
        for (let at = 0; at + 16 <= token.length - 1; at += 1) {
          expect(written).not.toContain(token.slice(at, at + 16));
        }
        expect(time).toBeDefined();
      }),
    );
  });

  it.each([
    ['Slack’s tokens', 'xoxb-12-34-abc and xapp-1-A-b', '[redacted] and [redacted]'],
    [
      'a response_url',
      'POST https://hooks.slack.com/commands/T1/2/abc failed',
      'POST [redacted] failed',
    ],
    ['what the process was given', 'key is c0ffee00c0ffee00!', 'key is [redacted]!'],
    ['nothing else', 'C012AB3CD https://slack.com/api/', 'C012AB3CD https://slack.com/api/'],
  ])('takes out %s', (_, text, clean) => {
    const { log, lines } = open('debug', ['c0ffee00c0ffee00']);
    log.info('text', { text });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ text: clean });
  });
});

describe('what is written of an error', () => {
  it('is its codes and where it arose, and neither what was sent nor what came back', () => {
    const error = new WebAPIPlatformError({
      ok: false,
      error: 'channel_not_found',
      response_metadata: { messages: ['a body'] },
    });
    const fields = errorFields(error);
    expect(fields).toMatchObject({
      slack: 'channel_not_found',
      code: 'slack_webapi_platform_error',
    });
    expect(JSON.stringify(fields)).not.toContain('a body');
    expect(fields['at']).toMatch(/log\.test\.ts/);
  });

  it('is no code where an answer that is no JSON came as one', () => {
    const error = new WebAPIPlatformError({
      ok: false,
      error: `<html>${tokenValue(1)}</html>`,
      response_metadata: {},
    });
    expect(errorFields(error)).toMatchObject({ slack: 'malformed' });
  });

  it('holds what was thrown that is no error', () => {
    expect(errorFields(undefined)).toEqual({ error: 'undefined' });
    expect(errorFields('a text that someone threw')).toEqual({ error: 'string' });
  });
});

describe('the log of Slack’s libraries', () => {
  it('says nothing at debug and never lets them think that anyone listens', () => {
    const { log, lines } = open('debug');
    const sdk = createSdkLogger(log);
    sdk.setLevel(SdkLevel.DEBUG);
    sdk.debug('a whole message with', tokenValue(1));
    expect(sdk.getLevel()).toBe('info');
    expect(lines).toEqual([]);
  });

  it('has no half of a secret, however long their words are', () => {
    const SECRET = 'sesame-open-1234567890';
    for (let before = 470; before < 502; before += 1) {
      const { log, lines } = open('debug', [SECRET]);
      createSdkLogger(log).warn(`${'x'.repeat(before)} ${SECRET} and more`);
      const { said } = JSON.parse(lines[0] ?? '') as { said: string };
      expect(said).not.toContain('sesame');
      expect(said.length).toBeLessThan(520);
    }
  });

  it('passes their warnings on, an error as its name alone', async () => {
    const { log, lines } = open('debug');
    const sdk = createSdkLogger(log);
    sdk.warn('could not', new TypeError('a body'));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      said: 'could not TypeError',
    });
    // The client really uses it.
    const client = new WebClient('xoxb-x', {
      logger: sdk,
      retryConfig: { retries: 0 },
      fetch: () => Promise.reject(new TypeError('down')),
    });
    await expect(client.auth.test()).rejects.toThrow();
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join()).not.toContain('xoxb-x');
  });
});
