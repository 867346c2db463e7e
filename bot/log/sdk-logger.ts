import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './log.ts';
import { errorFields } from './error-fields.ts';

const MOST = 500;

/** A secret is known by its whole: none is cut in two. */
const cut = (text: string): string =>
  text.length > MOST ? text.slice(0, MOST).replace(/\S*$/, '…') : text;

const said = (words: readonly unknown[]): string =>
  cut(
    words
      .map((word) =>
        word instanceof Error ? (errorFields(word)['error'] ?? 'Error') : String(word),
      )
      .join(' '),
  );

/**
 * The log as Slack's libraries use it. Their debug output holds whole messages, acks and payloads
 * (measured: Bolt 5.1, web-api 8.2, socket-mode 3.1), so it goes nowhere, whatever our own level is,
 * and they are never told that anyone listens to it.
 */
export const createSdkLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: (...words) => log.debug('slack_sdk', { said: said(words) }),
  warn: (...words) => log.warn('slack_sdk', { said: said(words) }),
  error: (...words) => log.error('slack_sdk', { said: said(words) }),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
