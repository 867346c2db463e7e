import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTime } from '../../../../bot/time/in-time.ts';

describe('an answer in time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the answer, and leaves nothing to wait for', async () => {
    vi.useFakeTimers();
    expect(await inTime(1000, Promise.resolve('in time'), 'late')).toBe('in time');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is the other where it takes too long', async () => {
    vi.useFakeTimers();
    const answer = inTime(1000, new Promise<string>(() => undefined), 'late');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as the question fails', async () => {
    await expect(inTime(1000, Promise.reject(new Error('a fault')), 'late')).rejects.toThrow();
  });
});
