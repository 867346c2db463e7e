import { createWizardPage } from './wizard-page.ts';

/** Where the page part stands in the isolated world, as long as its document lives. */
export interface WithWizardPage {
  tenantTokenWizard?: ReturnType<typeof createWizardPage>;
}

/** Puts the page part in place, once a document. */
export const installWizardPage = (): void => {
  (globalThis as WithWizardPage).tenantTokenWizard ??= createWizardPage(document);
};
