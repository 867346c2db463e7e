import { expect, it } from 'vitest';
import { factsOf } from '../../../../bot/delivery/facts.ts';
import { submission } from '../../../support/bot-submission.ts';
import { delivered, intended, token } from './deliveries.ts';

it('a message names the token by its hint, as soon as there is one', () => {
  const flow = { id: 'f', submission: submission(), lease: null, version: 1 };
  expect(factsOf({ ...flow, progress: intended }).hint).toBeNull();
  expect(factsOf({ ...flow, progress: delivered }).hint).toBe(token.hint);
});
