import type { Permission } from '../../shared/permissions.ts';
import type { Texts } from '../../shared/request-fields.ts';
import { expiresOf, isUnit, mayBeMoreOfEnd, type WishedEnd } from './expires-of.ts';
import { hasOneDash, looksLikeOption, meantBy, type Option, optionOf } from './options.ts';
import { permissionsOf } from './permissions-of.ts';
import { bare, isCutOff, type TypedWord, wordsOf } from './words.ts';

/** What a command asks the form to start with. */
export interface CommandArguments extends Partial<Texts> {
  /** As typed: a name or an id, still to be found. */
  readonly tenant?: string;
  readonly permissions?: readonly Permission[];
  readonly expires?: WishedEnd;
  /** What was not understood, as it was typed. It is named, never guessed. */
  readonly unread: readonly string[];
  /** What was wished for, and not understood: nothing is to be chosen in its stead. */
  readonly unmet?: readonly Option[];
}

/** The words up to the first that stands in quotes. */
const plainFirst = (words: readonly TypedWord[]): readonly TypedWord[] => {
  const end = words.findIndex((word) => word.quoted);
  return end === -1 ? words : words.slice(0, end);
};

const isPermissions = ({ text }: TypedWord): boolean => permissionsOf(text) !== undefined;

/** What joins one permission to another, in any of the languages: neither word nor what follows is a name. */
const joins = ({ text }: TypedWord): boolean =>
  /^(?:and|or|plus|und|oder|sowie|et|ou|ed?|od?|[&/])$/i.test(bare(text));

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
    (word, at) => at > 0 && option === 'expires' && !isUnit(bare(word.text)),
  );
  return end === -1 ? plain.length : end;
};

/** A value as it was given, with the option that it belongs to; `null`: none that there is. */
interface Given {
  readonly option: Option | null;
  readonly value: string;
  readonly typed: string;
  /** What was wished for with it, where it is not understood. */
  readonly meant?: Option | undefined;
}

const given = (option: Option | null, words: readonly TypedWord[], before = ''): Given => {
  const value = words.map((word) => word.text).join(' ');
  return {
    option,
    // A comma between arguments, as people write lists; inside a value it is part of it.
    value: words.at(-1)?.quoted ? value : value.replace(/[\s,]+$/u, ''),
    typed: bare([before, ...words.map((word) => word.typed)].join(' ').trim()),
  };
};

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
  const ended = word.typed !== word.text || word.typed.endsWith(',') || after[0]?.quoted === true;
  const whole = word.text.includes('=') && ended;
  const own = whole ? 0 : 1;
  return [
    { ...given(null, [], word.typed), meant: meantBy(word) },
    ...groups.slice(0, own).map((each) => ({ ...each, option: null })),
    ...groups.slice(own),
  ];
};

/**
 * Whether plain words behind a value may be more of it, so that what is there is not what was meant: half of a
 * tenant's name is another tenant's.
 */
const mayGoOn = (option: Option, isOpen: boolean, more: readonly TypedWord[]): boolean => {
  const [first] = more;
  if (!first) return false;
  if (isCutOff(more)) return true;
  if (option === 'expires') return mayBeMoreOfEnd(bare(first.text));
  return option === 'tenant' && isOpen;
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
  const quoted = bare(word.typed) !== bare(word.text);
  const words = hasEqual ? [{ text: equalled, quoted, typed: word.typed }, ...after] : after;
  // Of a text behind `=` nobody knows where it ends.
  const isOpen = hasEqual && option !== 'expires' && option !== 'permissions';
  const length = isOpen ? 1 : lengthOf(option, words);
  const value = given(option, words.slice(0, length), before);
  const rest = words.slice(length);
  const plain = plainFirst(rest);
  const more = words[0]?.quoted && !isCutOff(plain) ? [] : plain;
  const names = asNames(rest.slice(more.length));
  if (read(value) === undefined || mayGoOn(option, isOpen, more)) {
    const all = given(null, words.slice(0, length + more.length), before);
    return [{ ...all, meant: option }, ...names];
  }
  const ended = !isOpen || word.typed.endsWith(',');
  return [value, ...(ended ? asNames(more) : [given(null, more)]), ...names];
};

/** Whether what looks like an option that there is not may be a word of the tenant's name before it. */
const isPartOfTenant = (
  words: readonly TypedWord[],
  at: number,
  before: number | undefined,
): boolean => {
  const [word, option] = [words[at], before === undefined ? undefined : words[before]];
  const isOption = !word || optionOf(word) !== undefined || !hasOneDash(word);
  return !isOption && option !== undefined && optionOf(option)?.option === 'tenant';
};

const allGiven = (words: readonly TypedWord[]): Given[] => {
  const options = words.flatMap((word, at) => (looksLikeOption(word) ? [at] : []));
  const starts = options.filter((at, index) => !isPartOfTenant(words, at, options[index - 1]));
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
  let found: Partial<CommandArguments> = {};
  const unread: string[] = [];
  const meant: Option[] = [];
  for (const each of allGiven(wordsOf(text))) {
    const value = read(each);
    // A second value for the same is no correction: nobody says which is meant.
    if (value && each.option !== null && found[each.option] === undefined) {
      found = { ...found, ...value };
    } else if (each.typed !== '') unread.push(each.typed);
    if (each.meant) meant.push(each.meant);
  }
  const unmet = meant.filter((option) => found[option] === undefined);
  return { ...found, unread, ...(unmet.length > 0 && { unmet }) };
};
