import { describe, expect, it } from 'vitest';
import { offersWizard } from '../../../../shared/cockpit/decide.ts';
import { type Description, descriptionSchema } from '../../../../shared/cockpit/description.ts';
import { control, page, wizardControls } from './controls.ts';

const DESCRIPTION: Description = {
  format: 'tenant-token-description',
  version: 1,
  origin: 'https://nord.example:8443',
  startAt: '/administration/tenant',
  controls: {
    name: [
      { by: 'name', kind: 'text', name: 'Name' },
      { by: 'attribute', attribute: 'formcontrolname', value: 'name' },
      { by: 'css', selector: '#form > input:nth-of-type(1)' },
    ],
    token: [{ by: 'css', selector: 'code' }],
  },
  hasSave: true,
  apiUrl: 'https://api.nord.example',
};

describe('a description', () => {
  it('is read as it was written', () => {
    expect(descriptionSchema.parse(JSON.parse(JSON.stringify(DESCRIPTION)))).toEqual(DESCRIPTION);
  });

  it.each([
    ['of another format', { format: 'other' }],
    ['of a later version', { version: 2 }],
    ['with a member that nobody knows', { script: 'alert(1)' }],
    ['for no origin', { origin: 'javascript:alert(1)' }],
    ['for an origin with a path', { origin: 'https://nord.example/x' }],
    ['that starts on another host', { startAt: '//evil.example/' }],
    ['that starts at no path', { startAt: 'https://evil.example/' }],
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
