import type { Petition } from '../flow/petition.ts';
import { requestColumns } from '../store/audit/line.ts';
import type { ListenerPorts } from './ports.ts';

/** Puts on record that someone may not do what they wanted with a petition. Never rejects. */
export const denied = (
  { note }: ListenerPorts,
  { id, submission, state }: Petition,
  what: {
    readonly who: string;
    /** As what they wanted to act. */
    readonly role: 'asker' | 'approver' | 'maker';
    readonly because: string;
  },
): Promise<void> =>
  note({
    ...requestColumns(submission),
    who: what.who,
    role: what.role,
    event: 'denied',
    subject: id,
    state,
    detail: what.because,
  });
