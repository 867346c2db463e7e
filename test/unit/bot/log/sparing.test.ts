import { expect, it } from 'vitest';
import { createSparingLog, createSparingWarning } from '../../../../bot/log/sparing.ts';
import type { LogFields } from '../../../../bot/log/log.ts';

const MINUTE = 60_000;

const listen = () => {
  let now = 0;
  const heard: [string, LogFields | undefined][] = [];
  const warn = createSparingWarning(
    { warn: (event, fields) => void heard.push([event, fields]) },
    () => now,
  );
  return { heard, warn, later: (ms: number) => (now += ms) };
};

it('says at once what is new, then once a minute, with how many came before', () => {
  const { heard, warn, later } = listen();
  for (let count = 0; count < 4; count += 1) warn('refused', { reason: 'form', at: 'view.hash' });
  expect(heard).toEqual([['refused', { reason: 'form', at: 'view.hash' }]]);
  later(MINUTE - 1);
  warn('refused', { reason: 'form', at: 'view.hash' });
  expect(heard).toHaveLength(1);
  later(1);
  warn('refused', { reason: 'form', at: 'view.hash' });
  expect(heard[1]).toEqual(['refused', { reason: 'form', at: 'view.hash', before: 4 }]);
  later(MINUTE);
  warn('refused', { reason: 'form', at: 'view.hash' });
  expect(heard[2]).toEqual(['refused', { reason: 'form', at: 'view.hash' }]);
});

it('tells kinds apart, and does not grow without an end', () => {
  const { heard, warn } = listen();
  warn('refused', { reason: 'form', at: 'view.hash' });
  warn('refused', { reason: 'form', at: 'view.id' });
  warn('not_reached', { host: 'nord.example.com' });
  expect(heard).toHaveLength(3);
  for (let kind = 0; kind < 1000; kind += 1) warn('refused', { reason: String(kind) });
  expect(heard).toHaveLength(1003);
  // The first of them has been forgotten, so it is new again.
  warn('refused', { reason: '0' });
  expect(heard).toHaveLength(1004);
});

it('says of what anybody can cause that it was, and never that it is an error', () => {
  const heard: string[] = [];
  const say =
    (level: string) =>
    (event: string): void =>
      void heard.push(`${level} ${event}`);
  const [debug, info, warn, error] = (['debug', 'info', 'warn', 'error'] as const).map(say);
  if (!debug || !info || !warn || !error) throw new Error('no log');
  const log = createSparingLog({ debug, info, warn, error }, () => 0);
  for (let n = 0; n < 5; n += 1) {
    log.error('install_failed');
    log.warn('install_refused', { code: 'slack_oauth_missing_state' });
    log.info('install_cancelled');
  }
  expect(heard).toEqual(['warn install_failed', 'warn install_refused', 'info install_cancelled']);
});
