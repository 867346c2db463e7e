import { describe, expect, it } from 'vitest';
import { offersWizard } from '../../../../shared/cockpit/decide.ts';
import { describedForm } from '../../../../shared/cockpit/described-form.ts';
import {
  type Description,
  descriptionSchema,
  withShown,
} from '../../../../shared/cockpit/description.ts';
import { REQUEST_FIELDS } from '../../../../shared/each-field.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { control, page, wizardControls } from './controls.ts';

const DESCRIPTION: Description = {
  format: 'tenant-token-description',
  version: 1,
  origin: 'https://nord.example:8443',
  controls: {
    name: [
      { by: 'name', kind: 'text', name: 'Name' },
      { by: 'attribute', attribute: 'formcontrolname', value: 'name' },
      { by: 'css', selector: '#form > input:nth-of-type(1)' },
    ],
    token: [{ by: 'css', selector: 'code' }],
  },
};

describe('a description', () => {
  it('says nothing of what was not shown', () => {
    const { controls, format, origin, version } = DESCRIPTION;
    expect(withShown(origin, null, { controls })).toStrictEqual({
      format,
      version,
      origin,
      controls,
    });
  });

  it('says what the form does not have, until that is shown', () => {
    const save = [{ by: 'css', selector: '#keep' }] as const;
    const lacking = withShown(DESCRIPTION.origin, DESCRIPTION, {
      controls: {},
      lacking: ['save', 'token'],
    });
    expect(lacking).toMatchObject({ without: ['save', 'token'] });
    expect(Object.keys(lacking.controls)).toEqual(['name']);
    const shown = withShown(DESCRIPTION.origin, lacking, { controls: { save: [...save] } });
    expect(shown).toMatchObject({ without: ['token'], controls: { save } });
    expect(descriptionSchema.parse(shown)).toEqual(shown);
  });

  it('says which fields stay as they are, the last ones of too many', () => {
    const field = (id: string) => [{ by: 'css' as const, selector: `#${id}` }];
    let known: Description | null = null;
    for (const id of 'abcdefghij') {
      known = withShown(DESCRIPTION.origin, known, { controls: {}, left: [field(id)] });
    }
    expect(known?.left).toEqual('c d e f g h i j'.split(' ').map(field));
    const again = withShown(DESCRIPTION.origin, known, { controls: {}, left: [field('c')] });
    expect(again.left).toEqual(known?.left);
    expect(descriptionSchema.parse(known)).toEqual(known);
  });

  it('tells what the popup is to ask for', () => {
    const without = ['expiresOn', 'tenant', 'delete'] as const;
    expect(describedForm(null)).toMatchObject({ fields: REQUEST_FIELDS, savesItself: false });
    expect(describedForm(DESCRIPTION)).toEqual(describedForm(null));
    expect(describedForm({ ...DESCRIPTION, without: [...without] })).toEqual({
      fields: ['name', 'description', 'permissions'],
      permissions: ['read', 'write', 'create'],
      savesItself: false,
    });
    expect(describedForm({ ...DESCRIPTION, without: [...PERMISSIONS, 'save'] })).toMatchObject({
      fields: ['name', 'description', 'expiresOn', 'tenantId'],
      savesItself: true,
    });
    expect(describedForm({ ...DESCRIPTION, without: ['description'] }).fields).toEqual(
      REQUEST_FIELDS.filter((field) => field !== 'description'),
    );
  });

  it('is read as it was written', () => {
    expect(descriptionSchema.parse(JSON.parse(JSON.stringify(DESCRIPTION)))).toEqual(DESCRIPTION);
  });

  it.each([
    ['of another format', { format: 'other' }],
    ['of a later version', { version: 2 }],
    ['with a member that nobody knows', { script: 'alert(1)' }],
    ['for no origin', { origin: 'javascript:alert(1)' }],
    ['for an origin with a path', { origin: 'https://nord.example/x' }],
    ['that says where to go', { startAt: 'https://evil.example/' }],
    ['that says whom to ask with a token', { apiUrl: 'https://evil.example' }],
    [
      'with a control that is none of the wizard’s',
      { controls: { pay: [{ by: 'css', selector: 'a' }] } },
    ],
    ['with no way to a control', { controls: { name: [] } }],
    ['with a way of another kind', { controls: { name: [{ by: 'script', code: '1' }] } }],
    [
      'with an attribute that can act',
      { controls: { name: [{ by: 'attribute', attribute: 'onclick', value: 'x' }] } },
    ],
    ...[
      ':has(input)',
      'input[value^="a"]',
      'a, b',
      'a b',
      '*',
      'a > ',
      'a:not(b)',
      'a:nth-of-type(0)',
      '#x\\',
      'a{}',
      'a/**/',
      'a >>> b',
      Array.from({ length: 13 }, () => 'a').join(' > '),
    ].map((selector): [string, object] => [
      `with a selector that is no mere place: ${selector}`,
      { controls: { name: [{ by: 'css', selector }] } },
    ]),
    ...['<script>alert(1)</script>', 'a\u202Eb', 'a\u0000b', 'a\nb', ''].map(
      (name): [string, object] => [
        `with a name that is none: ${JSON.stringify(name)}`,
        { controls: { name: [{ by: 'name', kind: 'text', name }] } },
      ],
    ),
    [
      'with a selector beyond all measure',
      { controls: { name: [{ by: 'css', selector: 'a'.repeat(601) }] } },
    ],
  ])('is refused %s', (_, change) => {
    expect(descriptionSchema.safeParse({ ...DESCRIPTION, ...change }).success).toBe(false);
  });
});

describe('a page', () => {
  it.each([
    ['the wizard', wizardControls(), true],
    ['a way to it', [control('link', 'Administration'), control('link', 'Tenant')], true],
    ['neither', [control('link', 'Devices'), control('button', 'Create')], false],
  ])('that shows %s is known for it before anything is touched', (_, controls, expected) => {
    expect(offersWizard(page(controls))).toBe(expected);
  });
});
