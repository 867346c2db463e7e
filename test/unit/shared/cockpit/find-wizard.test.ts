import { describe, expect, it } from 'vitest';
import { findWizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { control, page, wizardControls } from './controls.ts';

const POINTED = [
  { subject: 'name', refs: ['Name'] },
  { subject: 'next', refs: ['Next'] },
] as const satisfies Observation['pointed'];

const found = (controls = wizardControls()) => findWizard(page(controls));

describe('a wizard', () => {
  it.each(['Next (revokes all other tokens)', 'Weiter (löscht den alten Schlüssel)'])(
    'is refused where its Next says that it ends other tokens: %s',
    (name) => {
      const next = control('button', name, { path: [1, 2] });
      const others = wizardControls().filter((each) => each.name !== 'Next');
      const german = others.map((each) => ({
        ...each,
        name: { Read: 'Lesen', Write: 'Schreiben', Create: 'Erstellen' }[each.name] ?? each.name,
      }));
      const form = name.startsWith('Next') ? others : german;
      expect(found([...form, next])).toEqual({
        ok: false,
        error: refusal('other_tokens', 'next', name),
      });
    },
  );

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

  it.each(['Deny', 'Notify me on', 'Verbieten', 'Benachrichtigen bei', 'Negare', 'Interdire'])(
    'is none where its boxes stand in a group that gives no rights: %s',
    (group) => {
      const boxes = (of: string) =>
        wizardControls().map((each) =>
          each.kind === 'check' ? { ...each, group: of, ref: `${of} ${each.ref}` } : each,
        );
      expect(found(boxes(group))).toBeUndefined();
      const denied = boxes(group).filter(({ kind }) => kind === 'check');
      expect(found([...boxes('Scopes'), ...denied])).toMatchObject({
        value: { permissions: { read: { ref: 'Scopes Read' } }, others: denied },
      });
    },
  );

  it.each(['Devices, alarms and notifications', 'Rights (except those of users)', 'Vietnam'])(
    'is one in a group that is called otherwise: %s',
    (group) => {
      const form = wizardControls().map((each) =>
        each.kind === 'check' ? { ...each, group } : each,
      );
      expect(found(form)).toMatchObject({ ok: true });
    },
  );

  it('has no box that gives more than the permission it is called by', () => {
    const noted = wizardControls().map((each) =>
      each.name === 'Write' ? control('check', 'Write (and delete)', { path: [1, 2, 3] }) : each,
    );
    expect(found(noted)).toMatchObject({
      value: { permissions: { read: { name: 'Read' }, delete: { name: 'Delete' } } },
    });
    expect(found(noted)).not.toHaveProperty('value.permissions.write');
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

  it.each([
    ['description', 'text', 'Description'],
    ['expiresOn', 'date', 'Expiration date'],
  ] as const)('is ambiguous with two fields of one label, and names it: %s', (...field) => {
    const [subject, kind, name] = field;
    const twice = [...wizardControls(), control(kind, name, { ref: 'two', path: [1, 2] })];
    expect(found(twice)).toEqual({ ok: false, error: refusal('ambiguous', subject, name) });
  });

  it('is ambiguous where the page has two', () => {
    const second = wizardControls().map((each) => ({
      ...each,
      ref: `${each.ref} again`,
      path: each.path.map((id) => (id === 1 ? 1 : id + 10)),
    }));
    expect(found([...wizardControls(), ...second])).toEqual({
      ok: false,
      error: refusal('ambiguous', 'name', 'Name'),
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

  it.each(['tenant', 'expiresOn'] as const)(
    'refuses where what was pointed at is gone: %s',
    (subject) => {
      const pointed = [...POINTED, { subject, refs: [] }];
      expect(findWizard(page(wizardControls(), { pointed }))).toEqual({
        ok: false,
        error: refusal('missing', subject),
      });
    },
  );

  it('refuses where what was pointed at is two controls now', () => {
    const pointed = [{ subject: 'name' as const, refs: ['Name', 'Description'] }];
    expect(findWizard(page(wizardControls(), { pointed }))).toEqual({
      ok: false,
      error: refusal('ambiguous', 'name', 'Name'),
    });
  });

  it('is known by its labels where only one of Name and Next was pointed at', () => {
    for (const only of POINTED) {
      expect(findWizard(page(wizardControls(), { pointed: [only] }))).toMatchObject({
        ok: true,
        value: { within: 2, language: 'en' },
      });
    }
  });

  it('is known by its labels, but for what was pointed at', () => {
    expect(findWizard(page(wizardControls(), { pointed: POINTED }))).toMatchObject({
      ok: true,
      value: {
        language: 'en',
        description: { ref: 'Description' },
        permissions: { read: { ref: 'Read' } },
      },
    });
  });

  it('is the innermost container that its Name and its Next share', () => {
    const controls = [
      control('text', 'Name', { path: [1, 2, 3, 4] }),
      control('text', 'Level', { path: [1, 2, 3, 5] }),
      control('button', 'Next', { path: [1, 2, 3] }),
      control('text', 'Search', { path: [1, 2] }),
    ];
    expect(findWizard(page(controls, { pointed: POINTED }))).toMatchObject({
      value: { within: 3, others: [{ ref: 'Level' }] },
    });
  });

  it('has nothing more where its Name and its Next share no container', () => {
    const controls = [
      control('text', 'Name', { path: [1] }),
      control('text', 'Level', { path: [1] }),
      control('button', 'Next', { path: [9] }),
    ];
    expect(findWizard(page(controls, { pointed: POINTED }))).toMatchObject({
      ok: true,
      value: { within: undefined, others: [] },
    });
  });

  it.each([
    ['one field', ['Level'], ['Level'], ['Project']],
    ['two of them, which is none', ['Level', 'Project'], [], ['Level', 'Project']],
  ])('leaves what was shown to stay: %s', (_, refs, left, others) => {
    const more = ['Level', 'Project'].map((name) => control('text', name, { path: [1, 2] }));
    const pointed = [...POINTED, { subject: 'left' as const, refs }];
    const named = (names: readonly string[]) => names.map((name) => ({ name }));
    expect(findWizard(page([...wizardControls(), ...more], { pointed }))).toMatchObject({
      ok: true,
      value: { left: named(left), others: named(others) },
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
