import { describe, expect, it } from 'vitest';
import { derivedOf } from '../../../shared/derived-list.ts';

const itemsOf = (count: number) => Array.from({ length: count }, (_, each) => ({ each }));

/** The places of a list's items, and how often they were derived. */
const setUp = () => {
  let begun = 0;
  const derived = derivedOf<{ readonly each: number }, readonly (readonly [number, number])[]>(
    () => {
      begun += 1;
      const places: (readonly [number, number])[] = [];
      return { add: ({ each }, place) => places.push([each, place]), end: () => places };
    },
  );
  return { ...derived, begun: () => begun };
};

describe('what is derived of a list', () => {
  it('has taken every item in order, and is kept for as long as the list is', () => {
    const { of, begun } = setUp();
    const items = itemsOf(2500);
    const places = of(items);
    expect(places).toEqual(items.map(({ each }) => [each, each]));
    expect(of(items)).toBe(places);
    expect(begun()).toBe(1);
    expect(of(itemsOf(1))).toEqual([[0, 0]]);
    expect(begun()).toBe(2);
  });

  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [2500, 2],
  ])('is made ready with a turn for others after each thousand: of %i', (count, turns) => {
    const { of, ready, begun } = setUp();
    const items = itemsOf(count);
    expect([...ready(items)]).toHaveLength(turns);
    expect(of(items)).toHaveLength(count);
    expect(begun()).toBe(1);
  });
});
