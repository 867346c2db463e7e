import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../shared/json-fault.ts';
import { PATIENCE } from './examples.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the place where a text is no JSON', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a": 1,}', 1, 9],
    ['{\n  "a": 1,\r\n  b: 2\n}', 3, 3],
    ['[1 2]', 1, 4],
    ['[1, 2]]', 1, 7],
    ['{"a" 1}', 1, 6],
    ['"a\nb"', 1, 1],
    ['{"a": “b”}', 1, 7],
    ['[01]', 1, 3],
    ['TRUE', 1, 1],
    ['// a comment\n{}', 1, 1],
    ['[1}', 1, 3],
    ['{"a": 1 ]', 1, 9],
  ])('of %j is line %d, column %d', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('is none of what JSON.parse reads', PATIENCE, () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom('', ' ', '\n\t'), (text, space) => {
        expect(jsonFault(space + text + space)).toBeUndefined();
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, 2))).toBeUndefined();
      }),
    );
  });

  it('is there wherever JSON.parse reads nothing, and nowhere else', PATIENCE, () => {
    const pieces = fc.array(
      fc.constantFrom(
        ...'[ ] { } : , " \\ 1 0 - . e E + true null "a" "b": \n \u0000 é \\u00e9 \\x'.split(' '),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          expect(jsonFault(text) === undefined).toBe(isJson(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is found behind as much as a file may hold', () => {
    const deep = '['.repeat(100_000);
    expect(jsonFault(deep)).toEqual({ line: 1, column: 100_001 });
    const escaped = `"${'\\n'.repeat(1_000_000)}${'x'.repeat(2_000_000)}"`;
    expect(jsonFault(escaped)).toBeUndefined();
    expect(jsonFault(`[${escaped} 1]`)).toEqual({ line: 1, column: 4_000_005 });
  });
});
