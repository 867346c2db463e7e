/** What can be found: by its name, or by its id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Letters that people type as others, each before its own, and that Unicode does not take apart. */
const LETTERS = new Map(
  'ßss æae œoe øo đd ðd þth łl ħh ŧt ŋn ıi ςσ ’\' ‘\' ʼ\' –- —- ‐- −- “" ”" „" «" »"'
    .split(' ')
    .map(([letter, ...plain]) => [letter, plain.join('')]),
);

/**
 * Text as names are compared: no accents (which NFKD takes off their letters), no characters that
 * cannot be seen (DI), no case, width, ligatures, and one kind of dash, apostrophe and quotation mark.
 */
export const foldName = (text: string): string =>
  // Most names are plain, and there can be 100,000.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f\p{DI}]/gu, '')
        .toLowerCase()
        .replace(/[^ -~]/g, (letter) => LETTERS.get(letter) ?? letter);

/** A name as it is compared with others: folded, with one space where there are more. */
export const oneLine = (text: string): string => foldName(text).trim().replace(/\s+/g, ' ');

/** Whether two names are one, as people read them. Names of different tenants can be. */
export const isSameName = (one: string, other: string): boolean => oneLine(one) === oneLine(other);

/** Of an id so many characters are no accident; of a name they could be. */
export const ID_BEGINNING = /^[\da-f]{8}[\da-f-]*$/;

/** What stands around a word in a list or a sentence. */
const AROUND = /^["(]+|[",;:.)]+$/g;

/** The words of a search, as names are compared. */
export const wordsOf = (wanted: string): readonly string[] =>
  wanted.split(' ').map((word) => word.replace(AROUND, '') || word);

/** How well something fits: 0 best, 3 not at all. */
type Fit = 0 | 1 | 2 | 3;

/** How well an id and a folded name fit a search. */
export const fitOf = (query: string): ((id: string, folded: string) => Fit) => {
  const wanted = oneLine(query);
  const words = wordsOf(wanted);
  const asId = ID_BEGINNING.test(wanted);
  return (id, folded) => {
    if (asId && id.toLowerCase().startsWith(wanted)) return 0;
    if (!words.every((word) => folded.includes(word))) return 3;
    if (!folded.startsWith(wanted)) return 2;
    return folded.length === wanted.length ? 0 : 1;
  };
};

/**
 * Whether something is meant by a search: its name holds all words of it, in any order, or its id
 * begins with it. An empty search means everything.
 */
export const matcherOf = (query: string): ((each: Named) => boolean) => {
  const fit = fitOf(query);
  return ({ id, name }) => fit(id, foldName(name)) < 3;
};

/**
 * Prepares a list for many searches; of 100,000 names each takes milliseconds.
 * @returns finds what is meant by a search: first what is called or numbered exactly so, then what
 *   begins with it, then the rest; each in the list's own order
 */
export const indexByName = <Item extends Named>(
  items: readonly Item[],
): ((query: string) => readonly Item[]) => {
  const folded = items.map(({ name }) => foldName(name));
  return (query) => {
    const fit = fitOf(query);
    const found: readonly [Item[], Item[], Item[]] = [[], [], []];
    items.forEach((item, at) => {
      found[fit(item.id, folded[at] ?? '') as 0 | 1 | 2]?.push(item);
    });
    return found.flat();
  };
};
