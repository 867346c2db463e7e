import type { LogFields } from '../log/log.ts';

/** What a request's signature says. `clock`: genuine, but of another time than this host's. */
export type Verdict = 'sound' | 'unsigned' | 'signature' | 'clock';

/**
 * Tells from the requests' signatures whether the signing secret and this host's clock are right: a wrong
 * one keeps the bot from hearing anything, and nothing else would say so.
 * @param warn called at each wrong signature or time; to be sparing by itself
 */
export const createSignatureWatch = (warn: (event: string, fields: LogFields) => void) => {
  let last: Verdict = 'sound';
  return {
    /** The HTTP receiver calls it with each request's verdict. */
    note: (verdict: Verdict): void => {
      // Anyone can send what is not signed at all.
      if (verdict === 'unsigned') return;
      last = verdict;
      if (verdict === 'signature') warn('signature_wrong', { check: 'SLACK_SIGNING_SECRET' });
      if (verdict === 'clock') warn('clock_off', { check: 'the time of this host' });
    },
    /** Which checks hold, by the last request that was signed; for `/readyz`. */
    told: (): Readonly<Record<'signature' | 'clock', boolean>> => ({
      signature: last !== 'signature',
      clock: last !== 'clock',
    }),
  };
};
