import type { Copy } from '../flow/copy.ts';
import { errorFields } from '../log/error-fields.ts';
import { sideBySide } from '../time/side-by-side.ts';
import { portsOf, type SharedPetitionPorts } from './ports.ts';
import { putTo } from './recipients.ts';
import { sendCopy } from './send-copy.ts';

const BATCH = 100;
const AT_ONCE = 4;

/** What goes out about petitions. */
export interface Outbox {
  /** Sends what one petition has to say now. */
  readonly tell: (petitionId: string) => Promise<void>;
  /** Sends whatever is due. */
  readonly sweep: () => Promise<void>;
}

export const createOutbox = (ports: SharedPetitionPorts): Outbox => {
  const { store, copies, clock, log } = ports;

  /**
   * Where the channel takes no message, each approver gets one.
   * @returns whether that is on record, or no longer needed
   */
  const inPerson = async (petitionId: string): Promise<boolean> => {
    const petition = await store.find(petitionId);
    if (petition?.state !== 'waiting') return true;
    const found = await putTo(portsOf(ports, petition), petition, true);
    if (!found.ok) {
      log.warn('approvers_unknown', { petition: petitionId, code: found.error.code });
      return false;
    }
    const at = clock.now();
    const note = { who: 'bot', event: 'asked_in_person', detail: null };
    const change = { at, note, redraw: true, copies: found.value };
    return (await store.write(petition, petition, change)) !== undefined;
  };

  const sendAll = async (due: readonly Copy[]): Promise<void> => {
    await sideBySide(due, AT_ONCE, async (copy) => {
      try {
        await sendCopy(ports, copy, inPerson);
      } catch (error) {
        // The others are not to wait for this one, which comes again once its lease has run out.
        log.error('copy_failed', { petition: copy.petitionId, ...errorFields(error) });
      }
    });
  };

  return {
    tell: async (petitionId) => {
      // What is sent can bring forth what is to be sent: people in place of a channel.
      for (let round = 0; round < 2; round += 1) {
        const all = await copies.ofPetition(petitionId);
        const now = clock.now();
        const due = all.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
        if (due.length === 0) return;
        await sendAll(due);
      }
    },
    sweep: async () => {
      const seen = new Set<string>();
      for (;;) {
        const due = (await copies.due(clock.now(), BATCH)).filter(({ id }) => !seen.has(id));
        if (due.length === 0) return;
        for (const { id } of due) seen.add(id);
        await sendAll(due);
      }
    },
  };
};
