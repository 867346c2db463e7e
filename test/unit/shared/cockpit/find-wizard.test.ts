import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import { control, page, wizardControls } from './controls.ts';

const found = (controls = wizardControls()) => findWizard(page(controls));

describe('a wizard', () => {
  it('is known by Name, three permissions and Next in one container', () => {
    const some = wizardControls().filter(({ name }) => name !== 'Delete');
    expect(found(some)).toMatchObject({ ok: true, value: { name: { name: 'Name' } } });
  });

  it.each(['Name', 'Next'])('is none without %s', (name) => {
    expect(found(wizardControls().filter((each) => each.name !== name))).toBeUndefined();
  });

  it('is none with two permissions', () => {
    const two = wizardControls().filter(({ name }) => name !== 'Delete' && name !== 'Create');
    expect(found(two)).toBeUndefined();
  });

  it('is none where its signs are of different languages', () => {
    const mixed = wizardControls().map((each) =>
      each.name === 'Next' ? control('button', 'Weiter', { path: [1, 2] }) : each,
    );
    expect(found(mixed)).toBeUndefined();
  });

  it('is none where its signs stand in no common container', () => {
    const apart = wizardControls().map((each) =>
      each.kind === 'check' ? { ...each, path: [9] } : each,
    );
    expect(found(apart)).toBeUndefined();
  });

  it.each([
    ['an asterisk', 'Name *'],
    ['a colon', 'Name:'],
    ['a note', 'Name (required)'],
    ['a synonym', 'Token name'],
    ['other letters’ case', 'NAME'],
    ['spaces of other kinds', 'Token\u00a0 name'],
  ])('is known with %s at a label', (_, name) => {
    const dressed = wizardControls().map((each) =>
      each.name === 'Name' ? { ...each, name } : each,
    );
    expect(found(dressed)?.ok).toBe(true);
  });

  it('is not known by a label that merely contains the word', () => {
    const other = wizardControls().map((each) =>
      each.name === 'Name' ? { ...each, name: 'User name' } : each,
    );
    expect(found(other)).toBeUndefined();
  });

  it('is ambiguous with two fields of one label, and names it', () => {
    const twice = [
      ...wizardControls(),
      control('text', 'Description', { ref: 'two', path: [1, 2] }),
    ];
    expect(found(twice)).toMatchObject({
      ok: false,
      error: { reason: 'ambiguous', subject: 'description', control: 'Description' },
    });
  });

  it('is ambiguous where the page has two', () => {
    const second = wizardControls().map((each) => ({
      ...each,
      ref: `${each.ref} again`,
      path: each.path.map((id) => (id === 1 ? 1 : id + 10)),
    }));
    expect(found([...wizardControls(), ...second])).toMatchObject({
      ok: false,
      error: { reason: 'ambiguous' },
    });
  });

  it('is the dialog, not the page that a field of the same name stands on', () => {
    const search = control('text', 'Name', { ref: 'filter', path: [1] });
    expect(found([search, ...wizardControls()])).toMatchObject({
      ok: true,
      value: { name: { ref: 'Name' } },
    });
  });

  it('takes what was pointed at before any label', () => {
    const pointed = [
      { subject: 'name' as const, refs: ['Description'] },
      { subject: 'next' as const, refs: ['Next'] },
      { subject: 'description' as const, refs: ['Name'] },
    ];
    expect(findWizard(page(wizardControls(), { pointed }))).toMatchObject({
      ok: true,
      value: { name: { ref: 'Description' }, description: { ref: 'Name' } },
    });
  });

  it('refuses where what was pointed at is gone', () => {
    const pointed = [
      { subject: 'name' as const, refs: ['Name'] },
      { subject: 'next' as const, refs: ['Next'] },
      { subject: 'tenant' as const, refs: [] },
    ];
    expect(findWizard(page(wizardControls(), { pointed }))).toMatchObject({
      ok: false,
      error: { reason: 'missing', subject: 'tenant' },
    });
  });

  it.each([
    ['disabled', { disabled: true }],
    ['read_only', { readOnly: true }],
  ] as const)('refuses a name that is %s', (reason, change) => {
    const barred = wizardControls().map((each) =>
      each.name === 'Name' ? { ...each, ...change } : each,
    );
    expect(found(barred)).toMatchObject({ ok: false, error: { reason, subject: 'name' } });
  });
});
