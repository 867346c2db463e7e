import { installWizardPage } from '../page/wizard/install.ts';

// As `defineUnlistedScript` gives it, which would go into the page as well.
export default { main: installWizardPage };
