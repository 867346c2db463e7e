import { describe, expect, it } from 'vitest';
import { goesOn, namesBefore, namesIn } from '../../../../shared/cockpit/listed-names.ts';
import { control, page } from './controls.ts';

describe('a list of tokens', () => {
  it.each([
    ['button', 'Next page'],
    ['link', '2'],
    ['button', 'Seite 2'],
    ['button', 'Mostra altro'],
  ] as const)('goes on where a %s says so: %s', (kind, name) => {
    expect(goesOn(page([control(kind, name)]))).toBe(true);
    expect(goesOn(page([control(kind, name, { disabled: true })]))).toBe(false);
    expect(goesOn(page([control('text', name)]))).toBe(false);
  });

  it.each(['Next', '12', 'Page 3'])('ends there where a button says %s', (name) => {
    expect(goesOn(page([control('button', name)]))).toBe(false);
  });

  it('names a token for Save in rows of those that work, and for Cancel wherever it is named', () => {
    const seen = page([], { nameSeen: 3, namePending: 1, nameIn: 5 });
    expect(namesIn(seen, 'save')).toBe(2);
    expect(namesIn(seen, 'cancel')).toBe(5);
    const before = { namesBefore: 4, mentionsBefore: 7 };
    expect(namesBefore(before, 'save')).toBe(4);
    expect(namesBefore(before, 'cancel')).toBe(7);
  });
});
