import { derivedOf } from '../../shared/derived-list.ts';
import { fitOf, ID_BEGINNING, type Named, oneLine, wordsOf } from '../../shared/find-by-name.ts';

/** The names of a list in one text, a line each: a text is searched faster than 100,000 of them. */
interface SearchIndex {
  /** Begins and ends with a line break. */
  readonly lines: string;
  /** Where each line begins, behind its line break. */
  readonly starts: Uint32Array;
}

const indices = derivedOf((items: readonly Named[]) => {
  const starts = new Uint32Array(items.length);
  const parts: string[] = [''];
  let at = 1;
  return {
    add: ({ name }, place) => {
      const line = oneLine(name);
      starts[place] = at;
      at += line.length + 1;
      parts.push(line);
    },
    end: (): SearchIndex => ({ lines: `${parts.join('\n')}\n`, starts }),
  };
});

/** Gets a list ready, in slices between which others have their turn. */
export const readyToBeSearched = indices.ready;

/** The place of the last line that begins at or before an offset. */
const placeAt = ({ starts }: SearchIndex, offset: number): number => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The places of the lines that hold a text, in their order, each once. */
function* holding(index: SearchIndex, text: string): Generator<number> {
  const { lines, starts } = index;
  for (let from = 0; ;) {
    const offset = lines.indexOf(text, from);
    if (offset === -1) return;
    // A line break that is looked for stands before its line.
    const place = placeAt(index, text.startsWith('\n') ? offset + 1 : offset);
    yield place;
    from = (starts[place + 1] ?? lines.length) - 1;
  }
}

function* byId(items: readonly Named[], beginning: string): Generator<number> {
  for (const [place, { id }] of items.entries()) {
    if (id.toLowerCase().startsWith(beginning)) yield place;
  }
}

/** So many lines say that a word is in many. */
const MANY = 200;

/**
 * Of the words of a search, each of which is in whatever fits, the one in the fewest lines, and the first of
 * those lines.
 */
const rarest = (index: SearchIndex, words: readonly string[]) => {
  let best: { readonly word: string; readonly places: readonly number[] } | undefined;
  for (const word of words) {
    const places: number[] = [];
    for (const place of holding(index, word)) {
      places.push(place);
      if (places.length === MANY) break;
    }
    if (!best || places.length < best.places.length) best = { word, places };
    if (places.length === 0) break;
  }
  return best;
};

type FitOf = (place: number) => number;

function* placesOf(
  items: readonly Named[],
  index: SearchIndex,
  wanted: string,
  fitAt: FitOf,
): Generator<number> {
  if (ID_BEGINNING.test(wanted)) yield* byId(items, wanted);
  const { word, places } = rarest(index, wordsOf(wanted)) ?? { places: [] };
  if (word === undefined || places.length < MANY) {
    yield* places.toSorted((one, other) => fitAt(one) - fitAt(other));
    return;
  }
  if (!holding(index, `\n${wanted}`).next().done) {
    yield* holding(index, `\n${wanted}\n`);
    yield* holding(index, `\n${wanted}`);
  }
  yield* holding(index, word);
}

/**
 * Finds what is meant by a search, as `indexByName` does and in its order: as many as are taken. Of 100,000
 * it takes milliseconds to find the first or none.
 */
export function* searchIn<Item extends Named>(
  items: readonly Item[],
  query: string,
): Generator<Item> {
  const wanted = oneLine(query);
  if (wanted === '') return yield* items;
  const index = indices.of(items);
  const { lines, starts } = index;
  const fit = fitOf(query);
  const fitAt: FitOf = (place) =>
    fit(
      items[place]?.id ?? '',
      lines.slice(starts[place], (starts[place + 1] ?? lines.length) - 1),
    );
  const seen = new Set<number>();
  for (const place of placesOf(items, index, wanted, fitAt)) {
    const item = items[place];
    if (!item || seen.has(place) || fitAt(place) === 3) continue;
    seen.add(place);
    yield item;
  }
}

/** Those of a list that have a name, as people read it. */
export const calledSo = <Item extends Named>(
  items: readonly Item[],
  name: string,
): readonly Item[] =>
  [...holding(indices.of(items), `\n${oneLine(name)}\n`)].flatMap((place) => items[place] ?? []);
