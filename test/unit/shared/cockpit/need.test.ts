import { describe, expect, it } from 'vitest';
import { boxNeed, unasked } from '../../../../shared/cockpit/need.ts';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import { control } from './controls.ts';

const box = (change: Partial<Control> = {}): Control => control('check', 'Read', change);
const radio = (change: Partial<Control> = {}): Control => control('radio', 'Read', change);
const need = (wanted: boolean, each: Control | undefined) => boxNeed('read', each, wanted);

const refused = (reason: string, name = '') => ({
  kind: 'refuse',
  refusal: { reason, subject: 'read', control: name },
});

describe('a box', () => {
  it.each([
    ['ticked, as is wanted', true, box({ checked: true })],
    ['clear, as is wanted', false, box({ checked: false })],
    ['missing, and not wanted', false, undefined],
  ])('is right where it is %s', (_, wanted, each) => {
    expect(need(wanted, each)).toEqual({ kind: 'right' });
  });

  it.each([
    ['ticked', true, box({ checked: false })],
    ['cleared', false, box({ checked: true })],
    ['chosen, one of several', true, radio({ checked: false })],
  ])('is pressed to be %s', (_, wanted, each) => {
    const { ref, signature } = each;
    expect(need(wanted, each)).toEqual({ kind: 'act', act: { kind: 'press', ref, signature } });
  });

  it.each([
    ['it is wanted and missing', true, undefined, 'missing'],
    ['it is neither ticked nor clear', true, box({ checked: null }), 'not_kept'],
    ['it is half ticked', false, box({ checked: 'mixed' }), 'not_kept'],
    ['it cannot be unset by its own press', false, radio({ checked: true }), 'not_kept'],
    ['it is disabled', true, box({ disabled: true }), 'disabled'],
    ['it is for reading alone', true, box({ readOnly: true }), 'read_only'],
  ])('is left to a person where %s', (_, wanted, each, reason) => {
    expect(need(wanted, each)).toMatchObject(refused(reason, each?.name));
  });
});

describe('a field that nobody was asked about', () => {
  it('is right where it is not there, and left to a person where it is', () => {
    expect(unasked('read', undefined)).toEqual({ kind: 'right' });
    expect(unasked('read', box())).toMatchObject(refused('unknown_field', 'Read'));
  });
});
