import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = 2 ** 14;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;

const derive = (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
    scrypt(password, salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Hashes a password with a fresh salt, as `scrypt$cost$salt$key`. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST, salt.toString('base64'), key.toString('base64')].join('$');
};

// Nobody's: an unknown person takes as long as a known one.
const NOBODY = ['scrypt', COST, 'AAAAAAAAAAAAAAAAAAAAAA==', ''].join('$');

/**
 * Whether a password is the one that was hashed.
 * @param stored from {@link hashPassword}; undefined for an unknown person, which takes as long
 */
export const isPassword = async (
  password: string,
  stored: string | undefined,
): Promise<boolean> => {
  const [, cost = '', salt = '', key = ''] = (stored ?? NOBODY).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64'), Number(cost));
  const expected = Buffer.from(key, 'base64');
  return expected.length === derived.length && timingSafeEqual(derived, expected);
};
