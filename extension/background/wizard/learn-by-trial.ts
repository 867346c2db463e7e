import * as z from 'zod/mini';
import { seenApiUrl, type SeenApiUrl } from '../../../shared/cockpit/api-url.ts';
import type { FlowState } from '../../../shared/flow/state.ts';
import { type Learned, learn, readLearned } from '../../settings/learned.ts';
import { itemAt, type StorageArea } from '../../channel/storage-area.ts';
import { saysNothing, type TrialAnswer } from '../try-token.ts';

const isWell = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

/** What is known of a cockpit that tells nothing itself, for its next screen. */
export interface Known extends Learned {
  /** An address that its page names, to be confirmed. */
  readonly perhaps?: string | undefined;
}

const seenSchema = z.object({ apiUrl: z.string() });
const triedSchema = z.object({ id: z.string(), at: z.string() });

const seenKey = (origin: string): string => `seen ${origin}`;
const triedKey = (origin: string): string => `tried ${origin}`;

/**
 * What is learned of a cockpit by looking at its page and by trying its tokens.
 * @param lasting where it is kept: on the disk, but in memory for what stays in its own jar
 * @param memory this jar's `storage.session`
 */
export const createLearning = (lasting: StorageArea, memory: StorageArea) => {
  const read = (key: string): Promise<unknown> => itemAt(memory, key);
  // A full disk is no reason to make no token.
  const learnAnyhow = (origin: string, what: Learned): Promise<void> =>
    learn(lasting, origin, what).catch(() => {});
  return {
    known: async (origin: string): Promise<Known> => {
      const perhaps = seenSchema.safeParse(await read(seenKey(origin))).data?.apiUrl;
      return { ...(await readLearned(lasting, origin)), perhaps };
    },

    /** Called while a cockpit's page is open, with the addresses that stand behind the label there. */
    saw: async (origin: string, texts: readonly string[]): Promise<void> => {
      const seen: SeenApiUrl | undefined = seenApiUrl(origin, texts);
      if (!seen || (await readLearned(lasting, origin)).apiUrl !== undefined) return;
      const { apiUrl, own } = seen;
      await (own ? learnAnyhow(origin, { apiUrl }) : memory.set({ [seenKey(origin)]: { apiUrl } }));
    },

    /** A person has named the address, or let the one stand that was shown. */
    named: (origin: string, apiUrl: string): Promise<void> => learnAnyhow(origin, { apiUrl }),

    /**
     * A token has been tried. That Next alone makes one that works is seen at once; that it does not,
     * only by a token that was refused before Save and let in after it, at one address: a refusal
     * alone may be that of another tenant's.
     */
    tried: async (flow: FlowState, answer: TrialAnswer): Promise<void> => {
      if (saysNothing(answer) || !('record' in flow) || !flow.record) return;
      const { origin } = flow.place;
      const { id } = flow.record;
      if (flow.step === 'token' && !flow.saveTried) {
        if (isWell(answer.status)) await learnAnyhow(origin, { worksUnsaved: true });
        if (answer.status === 401) {
          await memory.set({ [triedKey(origin)]: { id, at: answer.origin } });
        }
      }
      if (flow.step !== 'saved' || !isWell(answer.status)) return;
      const before = triedSchema.safeParse(await read(triedKey(origin))).data;
      await memory.remove(triedKey(origin));
      if (before?.id === id && before.at === answer.origin) {
        await learnAnyhow(origin, { worksUnsaved: false });
      }
    },
  };
};

export type Learning = ReturnType<typeof createLearning>;
