import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurns, type Turns } from '../../../../bot/time/turns.ts';
import { createPauses } from './pauses.ts';

/** Turns on a clock that stands still, with work that ends when it is told to. */
const stage = () => {
  const { pauses, sleep } = createPauses();
  const turns = createTurns({ sleep });
  const under: (() => void)[] = [];
  const work = (): Promise<void> =>
    turns.patient(() => new Promise((resolve) => under.push(resolve)));
  return { turns, work, under, pauses };
};

const many = (count: number, work: () => Promise<void>): Promise<void>[] =>
  Array.from({ length: count }, work);

describe('work without a deadline', () => {
  it('begins at once where little is under way', async () => {
    const { work, under, pauses } = stage();
    const done = work();
    await setImmediate();
    expect(under).toHaveLength(1);
    expect(pauses).toEqual([]);
    under[0]?.();
    await done;
  });

  it('is done eight at a time, the rest in the order of their coming', async () => {
    const { work, under } = stage();
    const begun: number[] = [];
    const all = Array.from({ length: 10 }, async (_, number) => {
      await work();
      begun.push(number);
    });
    await setImmediate();
    expect(under).toHaveLength(8);
    under[3]?.();
    await setImmediate();
    expect(under).toHaveLength(9);
    for (let next = 0; next < 10; next += 1) {
      under[next]?.();
      await setImmediate();
    }
    await Promise.all(all);
    expect(begun).toEqual([3, 0, 1, 2, 4, 5, 6, 7, 8, 9]);
  });

  it('is done one at a time while Slack waits for something', async () => {
    const { turns, work, under } = stage();
    const [first, second] = [turns.hurry(), turns.hurry()];
    const all = many(5, work);
    await setImmediate();
    expect(under).toHaveLength(1);
    first();
    first();
    await setImmediate();
    expect(under).toHaveLength(1);
    second();
    await setImmediate();
    expect(under).toHaveLength(5);
    for (const end of under) end();
    await Promise.all(all);
  });

  it('waits for five seconds at most, whatever Slack waits for', async () => {
    const { turns, work, under, pauses } = stage();
    turns.hurry();
    const all = many(3, work);
    expect(pauses.map(({ ms }) => ms)).toEqual([5000, 5000]);
    pauses[1]?.wake();
    await setImmediate();
    expect(under).toHaveLength(2);
    under[0]?.();
    await setImmediate();
    // The one that went ahead still counts.
    expect(under).toHaveLength(2);
    under[1]?.();
    await setImmediate();
    expect(under).toHaveLength(3);
    under[2]?.();
    await Promise.all(all);
  });

  it('leaves no timer behind once its turn has come', async () => {
    const { turns, work, under, pauses } = stage();
    const calm = turns.hurry();
    const all = many(2, work);
    calm();
    expect(pauses.map(({ signal }) => signal?.aborted)).toEqual([true]);
    await setImmediate();
    for (const end of under) end();
    await Promise.all(all);
  });

  it('hands its turn on where it fails, and fails for its own caller alone', async () => {
    const { turns, work, under } = stage();
    const calm = turns.hurry();
    const failing = turns.patient(async () => {
      await setImmediate();
      throw new Error('a fault');
    });
    const waiting = work();
    await expect(failing).rejects.toThrow('a fault');
    await setImmediate();
    expect(under).toHaveLength(1);
    under[0]?.();
    await waiting;
    calm();
  });

  it('is all done in the end, whatever comes and goes meanwhile', async () => {
    const play = async (turns: Turns, moves: readonly ('hurry' | 'calm' | 'work')[]) => {
      let [running, most, done] = [0, 0, 0];
      const waits: (() => void)[] = [];
      const all: Promise<void>[] = [];
      for (const move of moves) {
        if (move === 'hurry') waits.push(turns.hurry());
        if (move === 'calm') waits.shift()?.();
        if (move === 'work') {
          all.push(
            turns.patient(async () => {
              running += 1;
              most = Math.max(most, running);
              await setImmediate();
              running -= 1;
              done += 1;
            }),
          );
        }
      }
      for (const calm of waits) calm();
      await Promise.all(all);
      return { most, done, wanted: all.length };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('hurry', 'calm', 'work', 'work'), { maxLength: 60 }),
        async (moves) => {
          const { most, done, wanted } = await play(stage().turns, moves);
          expect(done).toBe(wanted);
          expect(most).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});
