import { derivedOf } from '../../shared/derived-list.ts';
import { fitOf, ID_BEGINNING, type Named, oneLine, wordsOf } from '../../shared/find-by-name.ts';

/** So many names stand in one text, a line each: a text is searched faster than 32 of them. */
const LINES = 32;
/** Of a block's filter, in words of 32 bits: 16 bytes for each name, however long it is. */
const WORDS = 128;
const BIT_SHIFT = 32 - Math.log2(32 * WORDS);

/** The names of a list, in blocks. */
interface SearchIndex {
  /** Each begins and ends with a line break. */
  readonly blocks: readonly string[];
  /** Where each line begins in its block, behind its line break. */
  readonly starts: Uint32Array;
  /** Of each block the bits of what stands in it: a text with a bit that is not there is nowhere in it. */
  readonly filters: Uint32Array;
  /** What each id begins with, as far as a search for an id always goes; 0 where it begins otherwise. */
  readonly heads: Uint32Array;
}

/** The number that the first eight characters of an id are, if they are one. */
const headOf = (id: string): number => Number(`0x${id.slice(0, 8)}`) || 0;

/** The bit that three characters set in a filter, the last of them at a place: others may set it, too. */
const bitAt = (text: string, at: number): number => {
  const first = Math.imul(text.charCodeAt(at - 2), 0x9e3779b1);
  const second = Math.imul(text.charCodeAt(at - 1), 0x85ebca6b);
  const third = Math.imul(text.charCodeAt(at), 0xc2b2ae35);
  return (first ^ second ^ third) >>> BIT_SHIFT;
};

const indices = derivedOf((items: readonly Named[]) => {
  const starts = new Uint32Array(items.length);
  const blocks: string[] = [];
  const filters = new Uint32Array(Math.ceil(items.length / LINES) * WORDS);
  const heads = new Uint32Array(items.length);
  let block = '\n';
  const close = (): void => {
    const filter = filters.subarray(blocks.length * WORDS, (blocks.length + 1) * WORDS);
    for (let at = 2; at < block.length; at += 1) {
      const bit = bitAt(block, at);
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    blocks.push(block);
    block = '\n';
  };
  return {
    add: ({ id, name }, place) => {
      heads[place] = headOf(id);
      starts[place] = block.length;
      block += `${oneLine(name)}\n`;
      if (place % LINES === LINES - 1) close();
    },
    end: (): SearchIndex => {
      if (block !== '\n') close();
      return { blocks, starts, filters, heads };
    },
  };
});

/** Gets a list ready, in slices between which others have their turn. */
export const readyToBeSearched = indices.ready;

/** A line, without its break. */
const lineAt = ({ blocks, starts }: SearchIndex, place: number): string => {
  const block = blocks[Math.floor(place / LINES)] ?? '';
  const start = starts[place] ?? 0;
  return block.slice(start, block.indexOf('\n', start));
};

/** The places of the lines that hold a text, in their order, each once. */
function* holding({ blocks, starts, filters }: SearchIndex, text: string): Generator<number> {
  const bits = Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => bitAt(text, at + 2));
  for (const [number, block] of blocks.entries()) {
    const filter = number * WORDS;
    if (!bits.every((bit) => ((filters[filter + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1)) continue;
    const end = Math.min((number + 1) * LINES, starts.length);
    let place = number * LINES;
    for (let from = 0; ;) {
      const offset = block.indexOf(text, from);
      if (offset === -1) break;
      // A line break that is looked for stands before its line.
      const inside = text.startsWith('\n') ? offset + 1 : offset;
      while (place + 1 < end && (starts[place + 1] ?? 0) <= inside) place += 1;
      yield place;
      from = block.indexOf('\n', inside);
    }
  }
}

function* byId(
  items: readonly Named[],
  { heads }: SearchIndex,
  beginning: string,
): Generator<number> {
  const head = headOf(beginning);
  for (let place = heads.indexOf(head); place !== -1; place = heads.indexOf(head, place + 1)) {
    if (items[place]?.id.toLowerCase().startsWith(beginning)) yield place;
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
  if (ID_BEGINNING.test(wanted)) yield* byId(items, index, wanted);
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
  const fit = fitOf(query);
  const fitAt: FitOf = (place) => fit(items[place]?.id ?? '', lineAt(index, place));
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
