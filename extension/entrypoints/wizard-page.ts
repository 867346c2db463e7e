import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installWizardPage } from '../page/wizard/install.ts';

export default defineUnlistedScript(() => {
  installWizardPage();
});
