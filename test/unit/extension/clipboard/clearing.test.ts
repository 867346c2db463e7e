import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CLIPBOARD_KEY } from '../../../../extension/channel/session-keys.ts';
import { clearWhenDue, markCopied } from '../../../../extension/clipboard/clearing.ts';
import { tokenValue } from '../../shared/examples.ts';
import { createMemoryArea } from '../memory-area.ts';

const FIVE_MINUTES = 5 * 60;
const [A, B] = [tokenValue(1), tokenValue(2)];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A popup over a clipboard, and the memory that outlives it. */
const setUp = () => {
  const clipboard = { text: '', inReach: true, access: 'granted' };
  const area = createMemoryArea();
  let touched = 0;
  vi.stubGlobal('navigator', {
    permissions: { query: async () => ({ state: clipboard.access }) },
    clipboard: {
      readText: async () => {
        if (clipboard.inReach) return clipboard.text;
        touched += 1;
        throw new Error('Document is not focused');
      },
      writeText: async (text: string) => void (clipboard.text = text),
    },
  });
  const memory = {
    ...area,
    get: (key: string) => {
      touched += 1;
      return area.get(key);
    },
    remove: (key: string) => {
      touched += 1;
      return area.remove(key);
    },
  };
  const mark = async (): Promise<unknown> => (await area.get(CLIPBOARD_KEY))[CLIPBOARD_KEY];
  return {
    clipboard,
    mark,
    copy: async (token: string): Promise<void> => {
      clipboard.text = token;
      await markCopied(token, FIVE_MINUTES, memory);
    },
    wait: (minutes: number): void => void vi.advanceTimersByTime(minutes * 60_000),
    /** Minutes pass, at the end of which something is due; resolves when it has been done. */
    waitForDue: async (minutes: number): Promise<void> => {
      const before = touched;
      vi.advanceTimersByTime(minutes * 60_000);
      // Hashing takes its own time; what comes after it takes none.
      await vi.waitFor(() => expect(touched).toBeGreaterThan(before), {
        timeout: 60_000,
        interval: 1,
      });
      for (let each = 0; each < 10; each += 1) await Promise.resolve();
    },
    close: (): void => {
      const now = Date.now();
      // Sets the clock back, too.
      vi.clearAllTimers();
      vi.setSystemTime(now);
    },
    open: async (): Promise<void> => clearWhenDue(await mark(), memory),
  };
};

describe('a copied token', () => {
  test('leaves the clipboard when its time is up, known by no more than a hash of it', async () => {
    const { clipboard, mark, copy, wait, waitForDue } = setUp();
    await copy(A);
    expect(JSON.stringify(await mark())).not.toContain(A);
    wait(4.9);
    expect(clipboard.text).toBe(A);
    await waitForDue(0.1);
    expect(clipboard.text).toBe('');
    expect(await mark()).toBeUndefined();
  });

  test('leaves it at the next opening, where its time was up before', async () => {
    const { clipboard, copy, close, wait, open, waitForDue } = setUp();
    await copy(A);
    close();
    wait(60);
    await open();
    await waitForDue(0);
    expect(clipboard.text).toBe('');
  });

  test('is tried again at the next opening, where the clipboard was out of reach', async () => {
    const { clipboard, copy, waitForDue, open } = setUp();
    await copy(A);
    clipboard.inReach = false;
    await waitForDue(5);
    clipboard.inReach = true;
    expect(clipboard.text).toBe(A);
    await open();
    await waitForDue(0);
    expect(clipboard.text).toBe('');
  });

  test.each([
    ['something else was copied since', { text: 'something else' }],
    ['the clipboard may not be read', { text: A, access: 'denied' }],
  ])('is nothing to be cleared any more where %s', async (_, then) => {
    const { clipboard, mark, copy, waitForDue } = setUp();
    await copy(A);
    Object.assign(clipboard, then);
    await waitForDue(5);
    expect(clipboard.text).toBe(then.text);
    expect(await mark()).toBeUndefined();
  });

  test('is cleared at the next opening, though the time of an earlier one was up in between', async () => {
    const { clipboard, copy, wait, waitForDue, close, open } = setUp();
    await copy(A);
    wait(4);
    await copy(B);
    await waitForDue(1);
    expect(clipboard.text).toBe(B);
    close();
    wait(4);
    await open();
    await waitForDue(0);
    expect(clipboard.text).toBe('');
  });

  test('that is copied again stays as long as it may from then on', async () => {
    const { clipboard, copy, wait, waitForDue } = setUp();
    await copy(A);
    wait(4);
    await copy(A);
    await waitForDue(1);
    expect(clipboard.text).toBe(A);
    await waitForDue(4);
    expect(clipboard.text).toBe('');
  });
});
