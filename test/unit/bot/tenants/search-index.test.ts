import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledSo, readyToBeSearched, searchIn } from '../../../../bot/tenants/search-index.ts';
import { indexByName, isSameName, matcherOf } from '../../../../shared/find-by-name.ts';

const list = (given: readonly string[]) => given.map((name, at) => ({ id: `id-${at}`, name }));

const letters = fc.constantFrom(...'abAB ßüÜæ"(,.-–\n\t 7名'.split(''));
const names = fc.string({ unit: letters, maxLength: 8 });

describe('a list that is searched as one text', () => {
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
