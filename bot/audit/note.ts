import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import type { AuditLine } from '../store/audit/line.ts';

/** Puts on record what is there nowhere else: what was refused, and by which policy. Never rejects. */
export type Note = (line: Omit<AuditLine, 'at'>) => Promise<void>;

/** @param now milliseconds since the epoch */
export const createNote =
  (store: Pick<AuditStore, 'append'>, now: () => number, log: Log): Note =>
  async (line) => {
    try {
      await store.append({ ...line, at: now() });
    } catch (error) {
      // What was refused stays refused; only nobody can read of it later.
      log.error('audit_not_written', { what: line.event, ...errorFields(error) });
    }
  };

/** A line about the policy by which all is decided from then on, or about a file that was refused. */
export const policyLine = (
  teamId: string,
  { kind, fingerprint }: { readonly kind: string; readonly fingerprint: string | undefined },
): Omit<AuditLine, 'at'> => ({
  team_id: teamId,
  who: 'operator',
  role: 'operator',
  event: `policy_${kind}`,
  ...(fingerprint !== undefined && { detail: fingerprint }),
});
