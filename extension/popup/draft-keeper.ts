import type { Draft } from '../../shared/token-request.ts';
import { draftKey, type Person } from '../channel/session-keys.ts';

/** Keeps what stands in the form, each change at once. */
export interface DraftKeeper {
  /** @param anchorId the tenant that heads the form */
  readonly changed: (person: Person, draft: Draft, anchorId: string) => void;
  /** Called where the form was another person's than its typist: there was no draft of theirs before. */
  readonly forget: (person: Person) => void;
  /** Called at Next and at `pagehide`: writes at once what waits for an earlier write to end. */
  readonly flush: () => void;
}

/**
 * A popup closes without a warning, and Chromium drops what it sends while closing: so nothing rests
 * here before it is written, except during another write.
 * @param set writes to `storage.session`
 */
export const createDraftKeeper = (
  set: (items: Record<string, unknown>) => Promise<void>,
): DraftKeeper => {
  let writes = 0;
  let pending: Record<string, unknown> | undefined;
  const flush = (): void => {
    if (!pending) return;
    const written = set(pending);
    pending = undefined;
    writes += 1;
    const ended = (): void => {
      writes -= 1;
      if (writes === 0) flush();
    };
    void written.then(ended, ended);
  };
  const write = (person: Person, draft: unknown): void => {
    pending = { ...pending, [draftKey(person)]: draft };
    if (writes === 0) flush();
  };
  return {
    changed: (person, draft, anchorId) => write(person, { ...draft, anchorId }),
    forget: (person) => write(person, null),
    flush,
  };
};
