import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterFrame, afterTwoFrames } from '../../../../extension/popup/frames.ts';

let frames: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (called: () => void) => frames.push(called));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const nextFrame = (): void => {
  for (const called of frames.splice(0)) called();
};

/** Whether something has ended by now. */
const hasEnded = async (waiting: Promise<void>): Promise<boolean> => {
  const ended = vi.fn();
  void waiting.then(ended);
  await vi.advanceTimersByTimeAsync(0);
  return ended.mock.calls.length > 0;
};

describe('what waits for a frame', () => {
  test('goes on after it, and not while it is made', async () => {
    const waiting = afterFrame();
    const ended = vi.fn();
    void waiting.then(ended);
    nextFrame();
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    expect(await hasEnded(waiting)).toBe(true);
  });

  test('goes on where nobody sees the page, which has no frames then', async () => {
    const waiting = afterFrame();
    expect(await hasEnded(waiting)).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(await hasEnded(waiting)).toBe(true);
  });

  test('waits for the second where the first is not seen', async () => {
    const waiting = afterTwoFrames();
    nextFrame();
    expect(await hasEnded(waiting)).toBe(false);
    nextFrame();
    expect(await hasEnded(waiting)).toBe(true);
  });
});
