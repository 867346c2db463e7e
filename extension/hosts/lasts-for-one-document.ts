import { browser } from 'wxt/browser';

/**
 * Whether a click lasts for one document here, as in Firefox: its manifest alone has hosts to be asked
 * for.
 */
export const lastsForOneDocument = (): boolean =>
  browser.runtime.getManifest().optional_host_permissions !== undefined;
