import type { HandOver } from '../../shared/tenant-api/port.ts';
import { tokenSchema } from '../../shared/tenant-api/contract.ts';

/** What is wrong with what was handed in as a token. */
export type TokenFault = 'empty' | 'address' | 'name' | 'documented' | 'any';

const MIN_LENGTH = 16;
const MAX_LENGTH = 512;
/** What takes some characters over and over is no secret. */
const MIN_DIFFERENT = 8;

const PRINTABLE = /^[\x21-\x7E]+$/;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)|@.+\.|#tenant-token=/i;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Whether what was handed in looks like a token. The right one is known to nobody but the platform; what is
 * certainly none is not to reach anybody.
 * @param names words that are no token: of the one who asked, of the request
 * @returns undefined where it may be one
 */
export const tokenFault = (
  text: string,
  form: HandOver['tokens'],
  names: readonly string[],
): TokenFault | undefined => {
  if (text === '') return 'empty';
  if (names.some((name) => name.trim() !== '' && plain(name) === plain(text))) return 'name';
  if (ADDRESS.test(text)) return 'address';
  if (form === 'documented') return tokenSchema.safeParse(text).success ? undefined : form;
  const sound =
    text.length >= MIN_LENGTH &&
    text.length <= MAX_LENGTH &&
    PRINTABLE.test(text) &&
    new Set(text).size >= MIN_DIFFERENT;
  return sound ? undefined : form;
};
