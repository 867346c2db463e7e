import { describe, expect, it } from 'vitest';
import { nameForm } from '../../../../shared/policy/tenant-names.ts';
import { hasNamed, placesNamed } from '../../../../shared/policy/tenants-by.ts';
import { uuid } from '../examples.ts';

describe('the places of named tenants', () => {
  const NAMES = ['Sol', 'Nord', 'Sol', 'Hafen', 'Sol'];
  const tenants = NAMES.map((name, each) => ({ id: uuid(each), name }));

  it('are all that have a name, in the list’s order, each once', () => {
    expect(placesNamed(tenants, ['Hafen', 'Sol', uuid(2)])).toEqual([0, 2, 3, 4]);
    expect(placesNamed(tenants, ['Far'])).toEqual([]);
    expect(hasNamed(tenants, 'Hafen')).toBe(true);
    expect(hasNamed(tenants, 'Far')).toBe(false);
  });

  it('are found by an id in capitals, also by one that says whose it is', () => {
    const id = 'abcdef01-2345-4789-8abc-def012345678';
    const alike = [
      { id, name: 'Nord' },
      { id: `@plant/${id}`, name: 'plant: Nord' },
    ];
    expect(placesNamed(alike, [nameForm(id.toUpperCase())])).toEqual([0]);
    expect(placesNamed(alike, [nameForm(`@plant/${id.toUpperCase()}`)])).toEqual([1]);
  });

  it('are one where a tenant’s name is its id', () => {
    const odd = [{ id: 'one', name: 'one' }];
    expect(placesNamed(odd, ['one'])).toEqual([0]);
  });

  it('are in the order of numbers, not of their digits', () => {
    const many = Array.from({ length: 12 }, (_, each) => ({ id: uuid(each), name: 'Same' }));
    expect(placesNamed(many, ['Same'])).toEqual(many.map((_, place) => place));
  });
});
