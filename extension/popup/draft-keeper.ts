import type { Draft } from '../../shared/token-request.ts';
import { draftKey, type Person } from '../channel/session-keys.ts';

const REST_MS = 150;

/** Keeps what stands in the form, shortly after each change and at once when asked. */
export interface DraftKeeper {
  readonly changed: (person: Person, draft: Draft) => void;
  readonly flush: () => void;
}

/** @param set writes to `storage.session` */
export const createDraftKeeper = (
  set: (items: Record<string, unknown>) => Promise<void>,
): DraftKeeper => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: Record<string, unknown> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (pending) void set(pending);
    pending = undefined;
  };
  return {
    changed: (person, draft) => {
      pending = { [draftKey(person)]: draft };
      clearTimeout(timer);
      timer = setTimeout(flush, REST_MS);
    },
    flush,
  };
};
