import { CLIPBOARD_KEY } from '../channel/session-keys.ts';
import { clipboardAccess } from './access.ts';

/** A copied token's mark, and when it is to leave the clipboard (ms since the epoch). */
interface Mark {
  readonly hash: string;
  readonly clearAt: number;
}

/** What is needed of `storage.session`. */
interface Memory {
  readonly get: (key: string) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

const hashOf = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const clear = async (mark: Mark, memory: Memory): Promise<void> => {
  try {
    const isThere =
      (await clipboardAccess()) === 'granted' &&
      // What has been copied since is not ours to clear.
      (await hashOf(await navigator.clipboard.readText())) === mark.hash;
    const last = (await memory.get(CLIPBOARD_KEY))[CLIPBOARD_KEY] as Mark | undefined;
    // A token that has been copied since, be it the same one, has a time of its own.
    if (last?.hash !== mark.hash || last.clearAt !== mark.clearAt) return;
    if (isThere) await navigator.clipboard.writeText('');
  } catch {
    // Out of focus, the clipboard is out of reach: the next opening tries again.
    return;
  }
  await memory.remove(CLIPBOARD_KEY);
};

/**
 * Clears a copied token from the clipboard when its time is up: now, later while this popup is
 * open, or at the next opening. Only a hash of it is kept to know it by.
 * @param mark what stands in `storage.session`, put there by {@link markCopied}
 */
export const clearWhenDue = (mark: unknown, memory: Memory): void => {
  if (mark === undefined) return;
  const known = mark as Mark;
  setTimeout(() => void clear(known, memory), Math.max(0, known.clearAt - Date.now()));
};

/**
 * Remembers that a token was copied.
 * @param seconds for how long it may stay on the clipboard
 */
export const markCopied = async (token: string, seconds: number, memory: Memory): Promise<void> => {
  const mark: Mark = { hash: await hashOf(token), clearAt: Date.now() + seconds * 1000 };
  await memory.set({ [CLIPBOARD_KEY]: mark });
  clearWhenDue(mark, memory);
};
