import { expect, it } from 'vitest';
import { createSparingWarning } from '../../../../bot/log/sparing.ts';
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
