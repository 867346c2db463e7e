import type { StateStore } from '@slack/bolt';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Secret } from '../../shared/secret.ts';
import type { InstallationStore } from '../store/installs/installation-store.ts';
import { derive } from './sealing.ts';

/** For how long a state may come back, in milliseconds; Bolt's cookie lasts as long. */
const LIFETIME_MS = 10 * 60_000;

/** Why a state is refused, for the log; the browser reads no more than that it is. */
type StateFault = 'state_forged' | 'state_expired' | 'state_used';

/** A state that did not come from here, came too late, or came before. */
export class StateRefused extends Error {
  readonly code: StateFault;

  constructor(code: StateFault) {
    super(code);
    this.name = 'StateRefused';
    this.code = code;
  }
}

const FORM = /^([\w-]+)\.([\w-]{43})$/;

const stateSchema = z.object({ nonce: z.string().min(16).max(64), until: z.number().int() });

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * The installer's states, signed. Bolt's own store takes a state as often as it comes within ten minutes,
 * and has 20 bits of chance in it; this one takes each once, whichever process made it. What is written down
 * is that a state was used, so that whoever merely opens the page writes nothing.
 * @param keys the keys in use: the first signs, each is believed
 * @param now milliseconds since the epoch
 * @param scopes what the app asks for
 */
export const createStateStore = (
  keys: readonly Secret[],
  store: Pick<InstallationStore, 'useState'>,
  now: () => number,
  scopes: readonly string[],
): StateStore => {
  const signing = keys.map((key) => derive(key, 'install state', 32));
  const sign = (key: Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  return {
    generateStateParam: async () => {
      const state = { nonce: randomBytes(24).toString('base64url'), until: now() + LIFETIME_MS };
      const text = Buffer.from(JSON.stringify(state)).toString('base64url');
      return `${text}.${sign(signing[0] ?? Buffer.alloc(0), text).toString('base64url')}`;
    },
    verifyStateParam: async (_, state) => {
      const [, text = '', signature = ''] = FORM.exec(state) ?? [];
      const given = Buffer.from(signature, 'base64url');
      const genuine = signing.some((key) => {
        const own = sign(key, text);
        return own.length === given.length && timingSafeEqual(own, given);
      });
      const read = genuine ? stateSchema.safeParse(decoded(text)) : undefined;
      if (!read?.success) throw new StateRefused('state_forged');
      const { nonce, until } = read.data;
      if (now() > until) throw new StateRefused('state_expired');
      if (!(await store.useState(nonce, until, now()))) throw new StateRefused('state_used');
      return { scopes: [...scopes] };
    },
  };
};
