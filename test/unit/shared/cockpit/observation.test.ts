import { describe, expect, it } from 'vitest';
import {
  MAX_CLOSED_MENU,
  MAX_CONTROLS,
  MAX_OLD_TOKENS,
} from '../../../../shared/cockpit/limits.ts';
import { type Observation, observationSchema } from '../../../../shared/cockpit/observation.ts';
import { choice, control, page, wizardControls } from './controls.ts';

const option = choice('Nord', { ref: 'a', chosen: true });

const WHOLE = page(
  [
    ...wizardControls(),
    control('select', 'Tenant', { options: [option, { ...option, ref: null }], value: 'Nord' }),
  ],
  {
    oldTokens: ['1234abcd'],
    newTokens: [{ ref: 'b', path: [1, 2], digest: '5678cdef' }],
    pointed: [{ subject: 'name', refs: ['Name'] }],
    dateParts: ['c', 'd', 'e'],
    closedMenu: ['Devices'],
  },
);

const accepts = (change: Partial<Record<keyof Observation, unknown>>): boolean =>
  observationSchema.safeParse({ ...WHOLE, ...change }).success;

const many = <T>(length: number, each: T): readonly T[] => Array.from({ length }, () => each);

describe('what a page’s look brings', () => {
  it('is taken as it is, without what nobody knows', () => {
    expect(observationSchema.parse(WHOLE)).toEqual(WHOLE);
    expect(observationSchema.parse({ ...WHOLE, more: 1 })).toEqual(WHOLE);
  });

  it.each<[keyof Observation, number, unknown]>([
    ['closedMenu', MAX_CLOSED_MENU, 'Devices'],
    ['oldTokens', MAX_OLD_TOKENS, '1234abcd'],
    ['newTokens', 20, WHOLE.newTokens[0]],
    ['dateParts', 3, 'c'],
  ])('has no more %s than %i', (member, most, each) => {
    expect(accepts({ [member]: many(most, each) })).toBe(true);
    expect(accepts({ [member]: many(most + 1, each) })).toBe(false);
  });

  it('has no more controls than a page may have, and those that were pointed at', () => {
    const [first] = WHOLE.controls;
    expect(accepts({ controls: many(MAX_CONTROLS + 200, first) })).toBe(true);
    expect(accepts({ controls: many(MAX_CONTROLS + 201, first) })).toBe(false);
  });

  it.each<[string, object]>([
    ['of a kind that nobody knows', { kind: 'slider' }],
    ['whose box is neither ticked, clear nor half ticked', { checked: 'yes' }],
    ['with an icon that nobody knows', { icon: 'rocket' }],
    ['named by what nobody knows', { source: 'guess' }],
    ['whose choices are words', { options: ['Nord'] }],
    ['deeper than sixty containers', { path: many(61, 1) }],
  ])('is refused with a control %s', (_, change) => {
    const [first, ...others] = WHOLE.controls;
    expect(accepts({ controls: [{ ...first, ...change }, ...others] })).toBe(false);
  });
});
