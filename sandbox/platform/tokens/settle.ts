import { onClock } from '../rules/life-cycle.ts';
import { CLOCK } from '../store/audit.ts';
import { transaction } from '../store/database.ts';
import { dueTokens, updateToken } from '../store/tokens.ts';
import { auditChange, type Call } from './call.ts';

/**
 * Does what the clock has done meanwhile: pending tokens whose time is up become discarded, active
 * ones expired. Runs before anybody looks at tokens, so that nobody sees one that is overdue.
 */
export const settle = (call: Pick<Call, 'db' | 'now' | 'requestId'>): void => {
  const { db, now } = call;
  if (dueTokens(db, now).length === 0) return;
  transaction(db, () => {
    for (const token of dueTokens(db, now)) {
      const action = onClock(token, now);
      if (action === 'nothing') continue;
      const state = action === 'discard' ? 'discarded' : 'expired';
      auditChange(call, CLOCK, action, updateToken(db, { ...token, state, pendingUntil: null }));
    }
  });
};

/** Runs a change of tokens as one transaction, after what the clock has done. */
export const change = <T>(call: Call, work: () => T): T => {
  settle(call);
  return transaction(call.db, work);
};
