import { chmodSync, closeSync, openSync } from 'node:fs';

const OWNER_ALONE = 0o600;

/**
 * Makes a file where there is none, and has nobody but its owner read it, whatever the umask and whoever
 * made it: it is to hold something before it is written to.
 * @throws Error where it cannot be made, or is another's
 */
export const keepPrivate = (file: string): void => {
  closeSync(openSync(file, 'a', OWNER_ALONE));
  chmodSync(file, OWNER_ALONE);
};
