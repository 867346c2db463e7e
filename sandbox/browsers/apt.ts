import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether apt-get is there and this process may use it. */
export const canInstall = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

/**
 * Installs a package of Debian's.
 *
 * @throws Error where apt-get cannot
 */
export function installWithApt(packageName: string): Promise<void> {
  // dpkg's own lock can be waited for, the one on the package lists cannot: with `flock` (part of
  // every Debian) a second process of ours waits for the first.
  const script = `
    exec 9>"$LOCK" && flock 9
    apt-get update
    apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 ${packageName}`;
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', script], {
      // Standard output may be somebody's pipe: all that apt-get says goes to stderr.
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        LOCK: join(tmpdir(), 'tenant-token-apt.lock'),
      },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`apt-get could not install ${packageName} (exit code ${code}).`));
    });
  });
}
