import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldName,
  ID_BEGINNING,
  indexByName,
  isSameName,
  matcherOf,
  wordsOf,
} from '../../../shared/find-by-name.ts';

const ID = '0198c0de-0000-7000-8000-00000000abcd';
const means = (query: string, name: string): boolean => matcherOf(query)({ id: ID, name });

/** Letters in which scripts, accents and cases differ; far more telling than any code point. */
const letters = fc.constantFrom(
  ...Array.from('aZéÉçñüÜßẞıİiIłŁøØœŒæÆđĐþÞςΣσАяЙéﬁＡ가ｶ日本-–’ \u00ad\u200d🙂'),
);
const names = fc.string({
  unit: fc.oneof(
    { arbitrary: letters, weight: 4 },
    { arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), weight: 1 },
  ),
  maxLength: 24,
});

describe('comparing names', () => {
  it.each([
    ['zurich', 'Zürich'],
    ['ZÜRICH', 'zu\u0308rich'],
    ['geneve', 'Genève'],
    ['lodz', 'Łódź'],
    ['LODZ', 'łódź'],
    ['istanbul', 'İstanbul'],
    ['ISTANBUL', 'ıstanbul'],
    ['strasse', 'Große STRAẞE'],
    ['GROSSE', 'große'],
    ['große', 'GROSSE'],
    ['oeuvre', 'Œuvre'],
    ['aero', 'Ærø'],
    ['office', 'O\uFB03ce'],
    ['thor', 'Þór'],
    ['σας', 'ΣΑΣ'],
    ['йод', 'ЙОД'],
    ['abc', 'ＡＢＣ'],
    ['work shop', 'Work\u00a0Shop'],
    ['cooperate', 'co\u00adoperate'],
    ['saint-gall', 'Saint\u2010Gall'],
    // What a word processor keeps together, and a formula takes for less.
    ['saint-gall', 'Saint\u2011Gall'],
    ['line -3', 'Line \u22123'],
    ["кам'янець", 'Кам\u02bcянець'],
  ])('%s means %s', (query, name) => {
    expect(means(query, name)).toBe(true);
  });

  it('finds all words in any order, and parts of them', () => {
    expect(means('plant gen', 'Genève – Plant 7')).toBe(true);
    expect(means('7 geneve', 'Genève – Plant 7')).toBe(true);
    expect(means('geneve 8', 'Genève – Plant 7')).toBe(false);
  });

  it('bears a comma, another dash or another apostrophe', () => {
    expect(means('plant, geneve', 'Genève – Plant 7')).toBe(true);
    expect(means('saint-gall', 'Saint–Gall')).toBe(true);
    expect(means("d'aosta", 'Valle d’Aosta')).toBe(true);
  });

  it('bears quotation marks, of whatever language', () => {
    for (const quoted of ['"Süd"', '“Süd”', '„Süd“', '«Süd»', '»Süd«']) {
      expect(means(quoted, 'Nord Süd')).toBe(true);
      expect(means('"sud" 2', `Plant ${quoted} 2`)).toBe(true);
    }
  });

  it('does not take a sign inside a word for the end of it', () => {
    expect(means('a_1', 'Beta 100')).toBe(false);
    expect(means('100%', 'Beta 100')).toBe(false);
  });

  it('takes signs alone at their word', () => {
    expect(means('***', 'Plant')).toBe(false);
    expect(means('***', 'The *** one')).toBe(true);
    expect(means('c++', 'C++ works')).toBe(true);
  });

  it('finds by the id, in either case, whole or from its beginning', () => {
    expect(means(ID, 'Plant')).toBe(true);
    expect(means(` ${ID.toUpperCase()} `, 'Plant')).toBe(true);
    expect(means('0198c0de-00', 'Plant')).toBe(true);
  });

  it('does not take a few digits for an id', () => {
    expect(means('0198', 'Plant')).toBe(false);
    expect(means('abcd', 'Plant')).toBe(false);
  });

  it('takes names for one that people read alike, and no others', () => {
    expect(isSameName('Zürich', ' ZURICH ')).toBe(true);
    expect(isSameName('Plant  7', 'plant 7')).toBe(true);
    expect(isSameName('Plant 7', 'Plant 71')).toBe(false);
    expect(isSameName('か', 'き')).toBe(false);
  });

  it('folds a name once and for all', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('finds each name by itself, by its words turned round, and in either case', () => {
    fc.assert(
      fc.property(names, (name) => {
        const turned = name.split(/\s+/).toReversed().join(' ');
        expect(
          [name, turned, name.normalize('NFD'), name.normalize('NFC')].map((each) =>
            means(each, name),
          ),
        ).toEqual([true, true, true, true]);
      }),
    );
  });

  it('is the same name whichever of two comes first', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(isSameName(one, other)).toBe(isSameName(other, one));
        expect(isSameName(one, one)).toBe(true);
      }),
    );
  });
});

describe('finding in a list', () => {
  const list = (...given: string[]) => given.map((name, at) => ({ id: `id-${at}`, name }));

  it('gives everything in its order where nothing is typed', () => {
    const all = list('b', 'a', 'c');
    expect(indexByName(all)('  ')).toEqual(all);
  });

  it('puts the exact name first, then what begins so, then the rest in their order', () => {
    const find = indexByName(list('The Wide', 'Wide 1', 'Wide 2', 'wide'));
    expect(find('WIDE').map(({ name }) => name)).toEqual(['wide', 'Wide 1', 'Wide 2', 'The Wide']);
  });

  it('finds the same as the matcher does, each once', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 20 }), names, (some, query) => {
        const items = list(...some);
        const found = indexByName(items)(query);
        expect(new Set(found)).toEqual(new Set(items.filter(matcherOf(query))));
        expect(found).toHaveLength(new Set(found).size);
      }),
    );
  });

  it('finds any one of 100,000', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({
      id: `${at.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`,
      name: `Zürich Werk ${at}`,
    }));
    const find = indexByName(many);
    expect(find('99999 zurich')).toEqual([many[99_999]]);
    expect(find(many[4321]?.id ?? '')).toEqual([many[4321]]);
    expect(find('zurich werk 4321')[0]).toBe(many[4321]);
  });
});

describe('the words of a search', () => {
  it('lose what stands around them, and nothing that stands in them', () => {
    expect(wordsOf('(("nord")) no(rd no,rd nord"). ,')).toEqual([
      'nord',
      'no(rd',
      'no,rd',
      'nord',
      ',',
    ]);
  });

  it.each([
    ['5f0c7a34', true],
    ['5f0c7a34-9d1e', true],
    ['5f0c7a3', false],
    ['x5f0c7a34', false],
    ['5f0c7a34 nord', false],
  ])('begin an id with eight of its characters and no others: %s', (text, isId) => {
    expect(ID_BEGINNING.test(text)).toBe(isId);
  });
});
