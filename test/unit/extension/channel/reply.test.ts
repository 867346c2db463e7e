import { expect, test } from 'vitest';
import { fromPlain, type PlainState, toPlain } from '../../../../extension/channel/reply.ts';
import { draft, place, record, tokenSecret, tokenValue } from '../../shared/examples.ts';

const filled = { place: place(), draft: draft() };

test('a token crosses to the popup, where it cannot be printed by accident again', () => {
  const crossed = JSON.parse(
    JSON.stringify(
      toPlain({
        step: 'token',
        ...filled,
        record: record(),
        token: tokenSecret(),
        copied: false,
        confirming: false,
        saveTried: false,
      }),
    ),
  ) as PlainState;
  expect(crossed).toMatchObject({ token: tokenValue(1) });
  const state = fromPlain(crossed);
  expect(JSON.stringify(state)).not.toContain(tokenValue(1));
  expect(state.step === 'token' && state.token.reveal()).toBe(tokenValue(1));
});

test('a state without a token crosses as it is', () => {
  const form = { step: 'form', ...filled, errors: [] } as const;
  expect(fromPlain(JSON.parse(JSON.stringify(toPlain(form))) as PlainState)).toEqual(form);
  const saving = { step: 'saving', ...filled, record: record(), token: null } as const;
  expect(fromPlain(toPlain({ ...saving, copied: true, saveTried: false }))).toMatchObject({
    token: null,
  });
});
