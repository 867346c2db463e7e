import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import {
  NOW,
  MINUTE,
  RECOVERED,
  intended,
  generated,
  delivering,
  delivered,
  saved,
} from './deliveries.ts';

describe('a flow that goes well', () => {
  it.each([
    ['intended', intended, 'next'],
    ['generated', generated, 'deliver'],
    ['delivered', delivered, 'save'],
    ['saved', saved, 'say'],
  ] as const)('is %s, and then has %#', (state, progress, step) => {
    expect(progress.state).toBe(state);
    expect(todo(progress, NOW)).toBe(step);
  });

  it('owes a receipt once the token works, and nothing once that is said', () => {
    expect(saved.owed).toBe('active');
    const receipt = { channel: 'D1', ts: '1.2' };
    const told = advance(saved, { kind: 'said', word: 'active', receipt }, NOW);
    expect(told).toMatchObject({ owed: null, said: 'active', receipt, stepAt: null, wordAt: null });
    expect(todo(told, NOW + MINUTE)).toBeUndefined();
  });

  it('says what it owes when the time for it has come, whatever else is left of its steps', () => {
    expect(todo({ ...saved, wordAt: NOW + 1 }, NOW)).toBeUndefined();
    expect(todo({ ...saved, wordAt: NOW + 1 }, NOW + 1)).toBe('say');
    expect(todo({ ...saved, stepAt: NOW }, NOW)).toBe('say');
  });
});

describe('a worker that is gone', () => {
  it.each([
    ['before Next was answered', intended, 'discarded', 'swallowed'],
    ['before delivery', generated, 'discarding', 'swallowed'],
    ['during delivery', delivering, 'discarding', 'delivery_unknown'],
  ] as const)('%s leaves nothing that works, and a word', (_when, progress, state, reason) => {
    expect(advance(progress, RECOVERED, NOW)).toMatchObject({ state, owed: reason });
  });

  it('after delivery leaves a Save to be asked, whose first answer may be lost', () => {
    const recovered = advance(delivered, RECOVERED, NOW);
    expect(recovered).toMatchObject({ state: 'delivered', works: 'maybe' });
    expect(todo(recovered, NOW)).toBe('save');
  });
});
