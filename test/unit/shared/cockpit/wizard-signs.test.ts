import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../shared/cockpit/observation.ts';
import {
  foundIn,
  hasSigns,
  kindFits,
  permissionList,
  read,
} from '../../../../shared/cockpit/wizard-signs.ts';
import { control, page } from './controls.ts';

const NAME = control('text', 'Name');
const NEXT = control('button', 'Next');
const RIGHTS = control('combobox', 'Permissions');

const found = (controls: readonly Control[]) => foundIn(controls.map(read), 'en');

/** A list that takes several of these. */
const offering = (...names: readonly string[]): Control =>
  control('select', 'Permissions', {
    multiple: true,
    options: names.map((text) => ({
      ref: text,
      text,
      chosen: false,
      disabled: false,
      empty: false,
    })),
  });

describe('what may be the date of a wizard', () => {
  const group = 'Expiration date';

  it.each([
    ['a field of that name', control('date', group)],
    ['a part in a group of that name', control('text', 'Year', { group })],
    ['anything to be counted up in it', control('spinbutton', 'Ends', { group, max: 5 })],
  ])('is %s', (_, each) => {
    expect(found([each]).expiresOn).toEqual([each]);
  });

  it.each([
    ['a part in another group', control('spinbutton', 'Year', { group: 'Validity' })],
    ['what names no part', control('text', 'Reason', { group })],
    ['a box that names one', control('check', 'Day', { group })],
    ['a box of that name', control('check', group)],
  ])('is not %s', (_, each) => {
    expect(found([each]).expiresOn).toEqual([]);
  });
});

describe('a list called Permissions, beside Name and Next,', () => {
  it.each([
    ['that offers three of them', [offering('Read', 'Write', 'Delete')]],
    ['that opens, and a description', [RIGHTS, control('text', 'Description')]],
    ['that opens, and a date', [RIGHTS, control('date', 'Expiration date')]],
    ['that opens, and a tenant', [RIGHTS, control('select', 'Tenant')]],
    ['that opens, and a box for all tenants', [RIGHTS, control('check', 'All tenants')]],
  ])('is a sign of a wizard: one %s', (_, controls) => {
    expect(hasSigns(found([NAME, NEXT, ...controls]), 'en')).toBe(true);
  });

  it.each([
    ['that offers two of them', [offering('Read', 'Write')]],
    ['that opens, and no more', [RIGHTS]],
  ])('is none: one %s', (_, controls) => {
    expect(hasSigns(found([NAME, NEXT, ...controls]), 'en')).toBe(false);
  });

  it('is missed where nothing was looked for', () => {
    expect(hasSigns({ name: [NAME], next: [NEXT] }, 'en')).toBe(false);
  });
});

describe('the list of permissions of what may be a wizard', () => {
  it.each(['select', 'combobox'] as const)('is named where it is a %s', (kind) => {
    const list = control(kind, 'Berechtigungen');
    expect(permissionList(page([NAME, list, control('button', 'Weiter')]))).toBe('Berechtigungen');
  });

  it.each([
    ['it is no list', [NAME, NEXT, control('text', 'Permissions')]],
    ['it is called otherwise', [NAME, NEXT, control('combobox', 'Level')]],
    ['no Name stands beside it', [NEXT, RIGHTS]],
    ['no Next stands beside it', [NAME, RIGHTS]],
    ['Next speaks another language', [NAME, RIGHTS, control('button', 'Avanti')]],
    ['they stand elsewhere', [NAME, NEXT, { ...RIGHTS, path: [2] }]],
    ['it stands in nothing', [NAME, NEXT, { ...RIGHTS, path: [] }]],
  ])('is not where %s', (_, controls) => {
    expect(permissionList(page(controls))).toBeUndefined();
  });
});

describe('a control', () => {
  it.each([
    ['text', 'name', true],
    ['button', 'name', false],
    // No part of the wizard's first step.
    ['button', 'save', false],
  ] as const)('of the kind %s: whether it can be its %s', (kind, subject, fits) => {
    expect(kindFits(control(kind, 'Any'), subject)).toBe(fits);
  });
});
