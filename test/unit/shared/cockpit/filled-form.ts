import type { Control } from '../../../../shared/cockpit/observation.ts';
import type { WizardRequest } from '../../../../shared/cockpit/run.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { wizardControls } from './controls.ts';

export const REQUEST: WizardRequest = {
  ...NO_TEXTS,
  name: 'Driven',
  tenant: null,
  permissions: ['read'],
  expiresOn: null,
};

/** The wizard as it stands once everything is filled in. */
export const filled = (): Control[] =>
  wizardControls().map((each) => {
    if (each.name === 'Name') return { ...each, value: REQUEST.name, empty: false };
    return each.name === 'Read' ? { ...each, checked: true } : each;
  });
