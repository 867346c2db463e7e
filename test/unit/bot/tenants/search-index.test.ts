import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledSo, readyToBeSearched, searchIn } from '../../../../bot/tenants/search-index.ts';
import {
  ID_BEGINNING,
  indexByName,
  isSameName,
  matcherOf,
  type Named,
  oneLine,
} from '../../../../shared/find-by-name.ts';

const list = (given: readonly string[]) => given.map((name, at) => ({ id: `id-${at}`, name }));

const letters = fc.constantFrom(...'abAB ßüÜæ"(,.-–\n\t 7名'.split(''));
const names = fc.string({ unit: letters, maxLength: 8 });

// Few words, so that each is in hundreds of names, in a few, or in none.
const word = fc.constantFrom(
  'Plant',
  'plan',
  'lant',
  '7',
  '71',
  '717',
  'Süd',
  'ost',
  'é',
  '名古屋',
);
const sentences = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const ids = fc
  .tuple(fc.constantFrom('00000000', '0198C0DE', 'fedcba98', 'tenant-'), fc.integer({ max: 99 }))
  .map(([head, number]) => `${head}-${number}`);
/** What is typed into a list: something, or what stands in one of its names, from some place on. */
const queries = fc.oneof(
  fc.oneof(names, sentences, ids).map((text) => () => text),
  fc.tuple(fc.nat(), fc.nat({ max: 9 })).map(([place, from]) => (items: readonly Named[]) => {
    const { name = '' } = items[place % Math.max(1, items.length)] ?? {};
    return name.slice(from % Math.max(1, name.length));
  }),
);

/** What is found, as it is said: by the id, then what is called so, then what begins so, then the rest. */
const plainly = (items: readonly Named[], query: string): readonly Named[] => {
  const wanted = oneLine(query);
  const rankOf = ({ id, name }: Named): number => {
    if (wanted === '') return 0;
    if (ID_BEGINNING.test(wanted) && id.toLowerCase().startsWith(wanted)) return 0;
    if (oneLine(name) === wanted) return 1;
    return oneLine(name).startsWith(wanted) ? 2 : 3;
  };
  return items.filter(matcherOf(query)).toSorted((one, other) => rankOf(one) - rankOf(other));
};

describe('a list that is searched by blocks of its names', () => {
  it('gives what the matcher does, each once, the exact name before what begins so', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 20 }), names, (some, query) => {
        const items = list(some);
        const found = [...searchIn(items, query)];
        expect(new Set(found)).toEqual(new Set(items.filter(matcherOf(query))));
        expect(found).toHaveLength(new Set(found).size);
        const exact = items.filter(({ name }) => isSameName(name, query));
        if (query.trim() !== '') expect(found.slice(0, exact.length)).toEqual(exact);
        expect(calledSo(items, query)).toEqual(exact);
      }),
    );
  });

  it('finds the same, in the same order, as a long list that is gone through one by one', () => {
    const named = fc.record({ id: ids, name: fc.oneof(sentences, names) });
    fc.assert(
      fc.property(
        fc.array(named, { maxLength: 400, size: 'max' }),
        fc.array(queries, { minLength: 1, maxLength: 10 }),
        (items, typed) => {
          for (const queryIn of typed) {
            const query = queryIn(items);
            expect([...searchIn(items, query)], query).toEqual(plainly(items, query));
            const called = items.filter(({ name }) => isSameName(name, query));
            expect(calledSo(items, query), query).toEqual(called);
          }
        },
      ),
    );
  });

  it('puts them in the same order as the list that is gone through one by one', () => {
    const items = list(['The Wide', 'Wide 1', 'far and wide', 'Wide 2', 'wide', 'none']);
    for (const query of ['WIDE', 'w', 'wide 2', '', 'd']) {
      expect([...searchIn(items, query)], query).toEqual(indexByName(items)(query));
    }
  });

  it('finds any one of 100,000 by its words, its name or its id', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({
      id: `${at.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`,
      name: `Zürich Werk ${at}`,
    }));
    for (const slices = readyToBeSearched(many)[Symbol.iterator](); !slices.next().done;);
    expect([...searchIn(many, '99999 zurich')]).toEqual([many[99_999]]);
    expect([...searchIn(many, many[4321]?.id ?? '')]).toEqual([many[4321]]);
    expect(searchIn(many, 'zurich werk 4321').next().value).toBe(many[4321]);
    expect([...searchIn(many, 'nowhere')]).toEqual([]);
  });
});
