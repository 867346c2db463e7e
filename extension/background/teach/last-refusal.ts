import * as z from 'zod/mini';
import { POINTABLE } from '../../../shared/cockpit/description.ts';
import { type Refusal, REFUSALS } from '../../../shared/cockpit/refusal.ts';
import { itemAt, type StorageArea } from '../../channel/storage-area.ts';

const refusalSchema = z.object({
  reason: z.enum(REFUSALS),
  subject: z.nullable(z.enum(POINTABLE)),
});

/** What the last run through an origin's cockpit was stopped by, so that a person can show it. */
export const createLastRefusal = (memory: StorageArea) => {
  const keyOf = (origin: string): string => `refused ${origin}`;
  return {
    at: async (origin: string): Promise<Refusal | undefined> => {
      const { data } = refusalSchema.safeParse(await itemAt(memory, keyOf(origin)));
      return data && { ...data, control: '' };
    },
    /** @param refusal null where it went well */
    keep: async (origin: string, refusal: Refusal | null): Promise<void> => {
      if (!refusal) await memory.remove(keyOf(origin));
      else {
        const { reason, subject } = refusal;
        await memory.set({ [keyOf(origin)]: { reason, subject } });
      }
    },
  };
};

export type LastRefusal = ReturnType<typeof createLastRefusal>;
