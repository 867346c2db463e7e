import { findWizard, type Wizard } from '../../../../shared/cockpit/find-wizard.ts';
import type { Control, Observation } from '../../../../shared/cockpit/observation.ts';
import { page } from './controls.ts';

/** The wizard that these controls make. */
export const wizardOf = (
  controls: readonly Control[],
  change: Partial<Observation> = {},
): Wizard => {
  const found = findWizard(page(controls, change));
  if (!found?.ok) throw new Error('There is no wizard.');
  return found.value;
};
