import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';

/**
 * Where a sealed value stands, such as a table, a row and a column. What is moved to another place cannot
 * be opened there.
 */
type Place = readonly string[];

/** Seals what a database keeps, so that whoever has the database alone can read nothing of it. */
export interface Sealing {
  readonly seal: (text: Secret, place: Place) => string;
  /** `unknown_key`: sealed with a key that is not among ours. `altered`: not as it was sealed, or not there. */
  readonly open: (sealed: string, place: Place) => Result<Secret, 'unknown_key' | 'altered'>;
  /** Whether a value is sealed with the key that is in use now. */
  readonly isCurrent: (sealed: string) => boolean;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 6;
const FORM = /^1\.([0-9a-f]{12})\.([\w-]+)$/;

/**
 * Makes something else of a key, from which nobody finds the key.
 * @param key as it was given; each use has a key of its own
 * @param what names the use
 */
export const derive = (key: Secret, what: string, bytes: number): Buffer => {
  const material = Buffer.from(key.reveal(), 'base64');
  return Buffer.from(hkdfSync('sha256', material, '', `tenant-token ${what}`, bytes));
};

interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const sealingKey = (key: Secret): SealingKey => ({
  id: derive(key, 'key id', ID_BYTES).toString('hex'),
  bytes: derive(key, 'sealing', KEY_BYTES),
});

/** What is authenticated beside the text: its form, the key and the place. */
const besides = (id: string, place: Place): Buffer => Buffer.from(JSON.stringify([1, id, place]));

/**
 * AES-256-GCM. A sealed value names its key, so that keys can be changed while old ones are still read.
 * @param key 32 bytes in base64, with which all is sealed from now on
 * @param oldKeys those with which something may still be sealed
 */
export const createSealing = (key: Secret, oldKeys: readonly Secret[]): Sealing => {
  const current = sealingKey(key);
  const keys = new Map([...oldKeys.map(sealingKey), current].map(({ id, bytes }) => [id, bytes]));
  return {
    seal: (text, place) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, current.bytes, iv);
      cipher.setAAD(besides(current.id, place));
      const body = Buffer.concat([cipher.update(text.reveal(), 'utf8'), cipher.final()]);
      const whole = Buffer.concat([iv, cipher.getAuthTag(), body]);
      return `1.${current.id}.${whole.toString('base64url')}`;
    },
    open: (sealed, place) => {
      const [, id = '', text = ''] = FORM.exec(sealed) ?? [];
      const whole = Buffer.from(text, 'base64url');
      if (whole.length < IV_BYTES + TAG_BYTES) return err('altered');
      const bytes = keys.get(id);
      if (!bytes) return err('unknown_key');
      try {
        const decipher = createDecipheriv(CIPHER, bytes, whole.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(besides(id, place));
        decipher.setAuthTag(whole.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = decipher.update(whole.subarray(IV_BYTES + TAG_BYTES));
        return ok(secret(Buffer.concat([body, decipher.final()]).toString('utf8')));
      } catch {
        return err('altered');
      }
    },
    isCurrent: (sealed) => FORM.exec(sealed)?.[1] === current.id,
  };
};
