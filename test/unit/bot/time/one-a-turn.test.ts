import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createOneATurn } from '../../../../bot/time/one-a-turn.ts';

describe('one a turn of the event loop', () => {
  it('begins the first at once, and each other in a turn of its own, in their order', async () => {
    const mayBegin = createOneATurn();
    const begun: number[] = [];
    for (const each of [0, 1, 2, 3]) void mayBegin().then(() => begun.push(each));
    await Promise.resolve();
    await Promise.resolve();
    const seen: number[] = [];
    while (begun.length < 4) {
      seen.push(begun.length);
      await setImmediate();
    }
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('begins at once again when nobody has for a turn', async () => {
    const mayBegin = createOneATurn();
    await mayBegin();
    await mayBegin();
    await setImmediate();
    await setImmediate();
    let begun = false;
    void mayBegin().then(() => (begun = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(begun).toBe(true);
  });
});
