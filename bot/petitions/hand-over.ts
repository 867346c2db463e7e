import type { Secret } from '../../shared/secret.ts';
import { sendInDm } from '../delivery/ladder.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Petition } from '../flow/petition.ts';
import { hashToken } from './hash-token.ts';
import { portsOf, type SharedPetitionPorts } from './ports.ts';
import type { Write } from './write.ts';

/**
 * What came of a token that someone would hand in. `used`: it was handed in before, and is to be cancelled.
 * `late`: it was, for this very petition, and is on its way or there. `changed`: someone wrote at the same
 * moment. `failed`: nothing was written.
 */
type HandedIn =
  | { readonly kind: 'taken'; readonly petition: Petition }
  | { readonly kind: 'used' | 'late' | 'changed' | 'failed' };

/**
 * Brings tokens that people made to those who asked for them: each once, or whoever handed it in is told at
 * once that it was not, and to cancel it.
 */
export interface HandOver {
  /**
   * By what a token is known again. It takes a while: begun as soon as there is a token, it is there once the
   * decision is. What it rejects with may be left to {@link handIn}.
   */
  readonly fingerprint: (token: Secret) => Promise<string>;
  /** Whether a token is the one that was handed in for a petition. @throws Error where the store fails */
  readonly isOf: (petition: Petition, fingerprint: Promise<string>) => Promise<boolean>;
  /** Puts on record that a token is handed in, and nothing of the token; to be called before the ack. */
  readonly handIn: (seen: Petition, by: string, fingerprint: Promise<string>) => Promise<HandedIn>;
  /**
   * Brings it; to be called after the ack. Never rejects.
   * @returns the petition once that is on record; undefined where it was not delivered for certain
   */
  readonly bring: (taken: Petition, token: Secret) => Promise<Petition | undefined>;
}

const SECOND = 1000;
/** For a store that is busy: what was delivered cannot be taken back. */
const WAITS = [0, 1, 2, 4].map((seconds) => seconds * SECOND);

/** @param write changes petitions */
export const createHandOver = (ports: SharedPetitionPorts, write: Write): HandOver => {
  const { store, tokenMessage, clock, log, leaseMs } = ports;

  const send = async (petition: Petition, token: Secret) => {
    const { submission, id } = petition;
    const { slack } = portsOf(ports, petition);
    const message = tokenMessage({ id, submission }, token);
    // In the DM it stands beside the request; where that was asked may be out of sight by now.
    const sent = await sendInDm(slack, submission.userId, message);
    const wait = !sent.ok && sent.error.kind === 'rate_limited' ? sent.error.retryAfterMs : null;
    // Nobody has seen it, and whoever handed it in stands there: a longer wait they are told of.
    if (wait === null || wait > leaseMs / 6) return sent;
    await clock.sleep(wait);
    return sendInDm(slack, submission.userId, message);
  };

  const record = async (...args: Parameters<Write>): Promise<Petition | undefined> => {
    let failure: unknown;
    for (const wait of WAITS) {
      if (wait > 0) await clock.sleep(wait);
      try {
        return await write(...args);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };

  /** Why a token was not taken, where nothing failed. */
  const whyNot = async ({ id }: Petition, hash: string): Promise<'used' | 'late' | 'changed'> => {
    const owner = await store.handedInFor(hash);
    if (owner === undefined) return 'changed';
    // Whoever submits the same form twice has a good token; one that did not get through is none any more.
    const own = owner === id ? await store.find(id) : undefined;
    return own && own.state !== 'making' ? 'late' : 'used';
  };

  return {
    fingerprint: (token) => {
      const hashing = store.salt().then((salt) => hashToken(token, salt));
      // Where the decision is no, nobody waits for it.
      hashing.catch(() => undefined);
      return hashing;
    },

    isOf: async ({ id }, fingerprint) => (await store.handedInFor(await fingerprint)) === id,

    handIn: async (seen, by, fingerprint) => {
      try {
        const hash = await fingerprint;
        const event = { kind: 'handed_in', by, until: clock.now() + leaseMs } as const;
        const petition = await write(seen, event, by, { token: { hash, who: by } });
        if (petition) return { kind: 'taken', petition };
        return { kind: await whyNot(seen, hash) };
      } catch (error) {
        log.error('hand_in_failed', { petition: seen.id, ...errorFields(error) });
        return { kind: 'failed' };
      }
    },

    bring: async (taken, token) => {
      const { id, submission } = taken;
      try {
        const { presence } = portsOf(ports, taken);
        const [sent, at] = await Promise.all([send(taken, token), presence(submission.userId)]);
        if (sent.ok) return await record(taken, { kind: 'brought', away: at === 'away' }, 'bot');
        log.warn('not_brought', { petition: id, code: sent.error.code });
        const seen = sent.error.kind === 'unknown';
        await record(taken, { kind: 'not_brought', seen }, 'bot');
      } catch (error) {
        // The sweep takes it up once the lease has run out, and tells both.
        log.error('hand_over_stuck', { petition: id, ...errorFields(error) });
      }
      return undefined;
    },
  };
};
