import { type CalendarDate, parseCalendarDate } from '../../shared/calendar.ts';
import { EXPIRY_CHOICES, type ExpiryChoice } from '../../shared/expiry.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { TextField, Texts } from '../../shared/request-fields.ts';
import { permissionsOf } from './permissions-of.ts';
import { type TypedWord, wordsOf } from './words.ts';

/** What a command asks the form to start with. */
export interface CommandArguments extends Partial<Texts> {
  /** As typed: a name or an id, still to be found. */
  readonly tenant?: string;
  readonly permissions?: readonly Permission[];
  /** Days from today, a preset, a date, or never. */
  readonly expires?:
    | { readonly choice: Exclude<ExpiryChoice, 'date'> }
    | { readonly date: CalendarDate }
    | { readonly days: number };
  /** What was not understood, as it was typed. It is named, never guessed. */
  readonly unread: readonly string[];
}

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

type Option = keyof typeof OPTIONS;

// Phones make one long dash of two hyphens, and of one.
const OPTION = /^(?:--|[-‐‑‒–—―−]{1,2})(\p{L}[\p{L}\p{N}_-]*)(?:=(.*))?$/isu;

const optionOf = (
  word: TypedWord,
): { readonly option: Option; readonly value?: string } | undefined => {
  if (word.quoted) return undefined;
  const [, name = '', value] = OPTION.exec(word.text) ?? [];
  const found = Object.entries(OPTIONS).find(([, names]) =>
    names.some((each) => each === name.toLowerCase()),
  );
  if (!found) return undefined;
  return { option: found[0] as Option, ...(value === undefined ? {} : { value }) };
};

const looksLikeOption = (word: TypedWord): boolean => !word.quoted && OPTION.test(word.text);

const expiresOf = (text: string): CommandArguments['expires'] | undefined => {
  const wanted = text.trim().toLowerCase();
  const preset = EXPIRY_CHOICES.find((choice) => choice === wanted);
  if (preset && preset !== 'date') return { choice: preset };
  const [, amount = '', unit = ''] = /^(\d{1,4})\s?(d|w|days?|weeks?)$/.exec(wanted) ?? [];
  const days = Number(amount) * (unit.startsWith('w') ? 7 : 1);
  const same = EXPIRY_CHOICES.find((choice) => choice === `${days}d`);
  if (same && same !== 'date') return { choice: same };
  // More than the platform takes is for the form to say, as it says it of a date.
  if (days >= 1) return { days };
  const date = parseCalendarDate(wanted);
  return date === undefined ? undefined : { date };
};

// A comma between arguments, as people write lists.
const trimComma = (word: TypedWord): TypedWord =>
  word.quoted && !word.typed.endsWith(',') ? word : { ...word, text: word.text.replace(/,+$/, '') };

/** The words up to the first that stands in quotes. */
const plainFirst = (words: readonly TypedWord[]): readonly TypedWord[] => {
  const end = words.findIndex((word) => word.quoted);
  return end === -1 ? words : words.slice(0, end);
};

const isPermissions = ({ text }: TypedWord): boolean => permissionsOf(text) !== undefined;

/** What joins one permission to another, in any of the languages: neither word nor what follows is a name. */
const joins = ({ text }: TypedWord): boolean =>
  /^(?:and|or|plus|und|oder|sowie|et|ou|ed?|od?|[&/])$/i.test(text);

const goesOn = (word: TypedWord | undefined): boolean =>
  word !== undefined && (word.typed.endsWith(',') || joins(word));

/** How many of the words after an option are permissions, or were meant as such. */
const lengthOfPermissions = (words: readonly TypedWord[]): number => {
  const quoted = words.findIndex((word, at) => at > 0 && word.quoted && !goesOn(words[at - 1]));
  const own = quoted === -1 ? words : words.slice(0, quoted);
  const end = own.findIndex(
    (word, at) => at > 0 && !goesOn(own[at - 1]) && !joins(word) && !isPermissions(word),
  );
  // What stands between two permissions is part of what was meant by both.
  return end === -1 ? own.length : Math.max(end, own.findLastIndex(isPermissions) + 1);
};

/** How many of the words after an option belong to it. */
const lengthOf = (option: Option, words: readonly TypedWord[]): number => {
  if (option === 'permissions') return lengthOfPermissions(words);
  if (words[0]?.quoted) return 1;
  const plain = plainFirst(words);
  const end = plain.findIndex(
    (word, at) => at > 0 && option === 'expires' && !/^(?:d|w|days?|weeks?)$/i.test(word.text),
  );
  return end === -1 ? plain.length : end;
};

/** A value as it was given, with the option that it belongs to; `null`: none that there is. */
interface Given {
  readonly option: Option | null;
  readonly value: string;
  readonly typed: string;
}

const given = (option: Option | null, words: readonly TypedWord[], before = ''): Given => ({
  option,
  value: words.map((word) => word.text).join(' '),
  typed: [before, ...words.map((word) => word.typed)].join(' ').trim(),
});

/** Words without an option: the name. A word in quotes is one name, plain ones make one together. */
const asNames = (words: readonly TypedWord[]): Given[] => {
  const groups: TypedWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last && !word.quoted && !last[0]?.quoted) last.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => given('name', group));
};

const read = ({ option, value }: Given): Partial<CommandArguments> | undefined => {
  if (option === null || value.trim() === '') return undefined;
  if (option === 'permissions') {
    const permissions = permissionsOf(value);
    return permissions && { permissions };
  }
  if (option === 'expires') {
    const expires = expiresOf(value);
    return expires && { expires };
  }
  return { [option]: value.trim() };
};

/** What stands behind an option that there is not, which may be its value: no name is guessed out of it. */
const unknown = (word: TypedWord, after: readonly TypedWord[]): Given[] => {
  const groups = asNames(after);
  // Behind `=` a quote or a comma ends the value.
  const whole = word.text.includes('=') && (word.typed !== word.text || after[0]?.quoted === true);
  const own = whole ? 0 : 1;
  return [
    given(null, [], word.typed),
    ...groups.slice(0, own).map((each) => ({ ...each, option: null })),
    ...groups.slice(own),
  ];
};

/** An option's value and the names behind it; no name is what may be more of the value. */
const known = (
  option: Option,
  equalled: string | undefined,
  word: TypedWord,
  after: readonly TypedWord[],
): Given[] => {
  const hasEqual = equalled !== undefined;
  const before = hasEqual ? '' : word.typed;
  const quoted = word.typed.replace(/,+$/, '') !== word.text;
  const words = hasEqual ? [{ text: equalled, quoted, typed: word.typed }, ...after] : after;
  // Of a text behind `=` nobody knows where it ends.
  const isOpen = hasEqual && option !== 'expires' && option !== 'permissions';
  const length = isOpen ? 1 : lengthOf(option, words);
  const value = given(option, words.slice(0, length), before);
  const rest = words.slice(length);
  const more = words[0]?.quoted ? [] : plainFirst(rest);
  const names = asNames(rest.slice(more.length));
  if (read(value) === undefined) {
    const all = given(null, words.slice(0, length + more.length), before);
    return [all, ...names];
  }
  const ended = !isOpen || word.typed.endsWith(',');
  return [value, ...(ended ? asNames(more) : [given(null, more)]), ...names];
};

const allGiven = (words: readonly TypedWord[]): Given[] => {
  const starts = words.flatMap((word, at) => (looksLikeOption(word) ? [at] : []));
  const first = starts[0] ?? words.length;
  return [
    ...asNames(words.slice(0, first)),
    ...starts.flatMap((start, index) => {
      const word = words[start];
      const after = words.slice(start + 1, starts[index + 1] ?? words.length);
      if (!word) return [];
      const named = optionOf(word);
      return named ? known(named.option, named.value, word, after) : unknown(word, after);
    }),
  ];
};

/**
 * Reads what follows `create`: a name in quotes or plain, and options in any order.
 * @param text as Slack sends it
 */
export const parseArguments = (text: string): CommandArguments => {
  const words = wordsOf(text)
    .map(trimComma)
    .filter((word) => word.text !== '' || word.quoted);
  let found: Partial<CommandArguments> = {};
  const unread: string[] = [];
  for (const each of allGiven(words)) {
    const value = read(each);
    // A second value for the same is no correction: nobody says which is meant.
    if (value && each.option !== null && found[each.option] === undefined) {
      found = { ...found, ...value };
    } else if (each.typed !== '') unread.push(each.typed);
  }
  return { ...found, unread };
};
