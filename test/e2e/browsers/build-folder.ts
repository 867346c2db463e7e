import { join } from 'node:path';
import { ROOT } from '../../support/checkout.ts';

/**
 * Where `wxt build` leaves the extension for a browser.
 *
 * @param target a folder's name, as WXT gives it
 * @returns an absolute path; `TENANT_TOKEN_OUT_DIR` moves it, for two runs beside each other
 */
export function buildFolder(target: 'chrome-mv3' | 'firefox-mv3'): string {
  return join(ROOT, process.env['TENANT_TOKEN_OUT_DIR'] ?? '.output', target);
}
