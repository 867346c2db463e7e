import type { LogFields } from '../log/log.ts';

/** What a request's signature says. `clock`: genuine, but of another time than this host's. */
export type Verdict = 'sound' | 'unsigned' | 'signature' | 'clock';

/**
 * Tells from the requests' signatures whether the signing secret and this host's clock are right: a wrong
 * one keeps the bot from hearing anything, and nothing else would say so.
 * @param warn not more often than is good for a log
 */
export const createSignatureWatch = (warn: (event: string, fields: LogFields) => void) => {
  let last: Verdict = 'sound';
  return {
    note: (verdict: Verdict): void => {
      // Anyone can send what is not signed at all.
      if (verdict === 'unsigned') return;
      last = verdict;
      if (verdict === 'signature') warn('signature_wrong', { check: 'SLACK_SIGNING_SECRET' });
      if (verdict === 'clock') warn('clock_off', { check: 'the time of this host' });
    },
    /** By the last request that was signed. */
    told: (): Readonly<Record<'signature' | 'clock', boolean>> => ({
      signature: last !== 'signature',
      clock: last !== 'clock',
    }),
  };
};
