import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import type { Clock } from '../time/clock.ts';
import { createRounds } from '../time/rounds.ts';

const DAY = 24 * 3_600_000;

/**
 * Removes what is past its time, and says in the log how far the record then goes: a log is often kept
 * where whoever could alter the record cannot write.
 * @param options `days`: how long lines are kept; null for ever
 * @returns a round now and one a day; its own result stops them, once a round under way has ended
 */
export const keepRecord = (options: {
  readonly store: Pick<AuditStore, 'forget' | 'head'>;
  readonly teamId: string;
  readonly days: number | null;
  readonly clock: Clock;
  readonly log: Log;
}): (() => Promise<void>) => {
  const { store, teamId, days, clock, log } = options;

  const forgetAll = async (oldest: number): Promise<void> => {
    const by = { team_id: teamId, who: 'bot', role: 'bot' } as const;
    while (await store.forget(oldest, { ...by, at: clock.now() }));
  };

  const round = async (): Promise<void> => {
    try {
      if (days !== null) await forgetAll(clock.now() - days * DAY);
    } catch (error) {
      log.error('audit_not_forgotten', errorFields(error));
    }
    const { seq, hash } = await store.head();
    log.info('audit_head', { head: `${seq}:${hash}` });
  };

  const { start } = createRounds(clock, round, (error) => {
    log.error('audit_not_kept', errorFields(error));
  });
  return start(DAY);
};
