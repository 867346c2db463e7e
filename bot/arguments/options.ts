import type { TextField } from '../../shared/request-fields.ts';
import { foldName } from '../../shared/find-by-name.ts';
import { bare, type TypedWord } from './words.ts';

/** The words for each text's option; the first stands in the help. */
export const TEXT_OPTIONS: { readonly [Field in TextField]: readonly [string, ...string[]] } = {
  name: ['name'],
  description: ['description', 'desc'],
};

const OPTIONS = {
  ...TEXT_OPTIONS,
  tenant: ['tenant'],
  expires: ['expires', 'expiry', 'expiration'],
  permissions: ['permissions', 'permission', 'perms'],
} as const;

export type Option = keyof typeof OPTIONS;

// Phones make one long dash of two hyphens, and of one. What is pasted begins with signs that nobody sees, or
// that make it bold.
const OPTION = /^[\p{Cf}*_~]*(?:--|[-‐‑‒–—―−]{1,2})(\p{L}[\p{L}\p{N}_-]*)[*_~]*(?:[=:](.*))?$/isu;
const ONE_DASH = /^[\p{Cf}*_~]*[-‐‑‒–—―−](?![-‐‑‒–—―−])/u;

/** Whether a word is meant as an option, be there such a one or not. */
export const looksLikeOption = (word: TypedWord): boolean =>
  !word.quoted && OPTION.test(bare(word.text));

/** Whether a word begins with one dash, as an option may, and any word with a hyphen before it. */
export const hasOneDash = (word: TypedWord): boolean => !word.quoted && ONE_DASH.test(word.text);

/** How words begin, in the languages of the texts, that people take for an option; each folded. */
const MEANT = {
  tenant: ['tenant', 'tennant', 'tenat', 'mandant', 'organi', 'azienda', 'client'],
  expires: [
    'exp',
    'valid',
    'until',
    'end',
    'date',
    'day',
    'ttl',
    'lifetime',
    'ablauf',
    'gultig',
    'bis',
    'scad',
    'durat',
    'valab',
    'jusqu',
  ],
  permissions: [
    'perm',
    'prem',
    'right',
    'scope',
    'access',
    'role',
    'berecht',
    'recht',
    'autoris',
    'droit',
    'diritt',
  ],
} as const;

/** The name of what is meant as an option, and what stands behind its `=` or `:`. */
const readOption = ({ text }: TypedWord): { readonly name: string; readonly value?: string } => {
  const [, name = '', value] = OPTION.exec(text) ?? OPTION.exec(bare(text)) ?? [];
  return { name, ...(value === undefined ? {} : { value }) };
};

/**
 * What someone most likely wished for with an option that there is not: nothing is to be chosen in its stead.
 * @param word one that {@link optionOf} does not know
 * @returns undefined where it is like none
 */
export const meantBy = (word: TypedWord): keyof typeof MEANT | undefined => {
  const folded = foldName(readOption(word).name);
  const options = Object.keys(MEANT) as (keyof typeof MEANT)[];
  return options.find((option) => MEANT[option].some((start) => folded.startsWith(start)));
};

/** The option that a word names, and the value behind its `=` or `:`; undefined for none that there is. */
export const optionOf = (
  word: TypedWord,
): { readonly option: Option; readonly value?: string } | undefined => {
  if (word.quoted) return undefined;
  const { name, value } = readOption(word);
  const found = Object.entries(OPTIONS).find(([, names]) =>
    names.some((each) => each === name.toLowerCase().replace(/_+$/, '')),
  );
  if (!found) return undefined;
  const option = found[0] as Option;
  // `--tenant: Nord` means what `--tenant Nord` does.
  const isColon = value === '' && bare(word.text).endsWith(':');
  return { option, ...(value === undefined || isColon ? {} : { value }) };
};
