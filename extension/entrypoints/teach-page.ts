import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installTeachPage } from '../page/teach/install.ts';

export default defineUnlistedScript(() => {
  installTeachPage();
});
