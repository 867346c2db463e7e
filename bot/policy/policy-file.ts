import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Policy, parsePolicy } from '../../shared/policy/policy.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readText } from '../config/read-text.ts';
import type { Log } from '../log/log.ts';

/** A policy file of a megabyte is a mistake, or not a policy. */
const MAX_BYTES = 1_000_000;

const read = (file: string): Result<string, string[]> => {
  const text = readText(file, MAX_BYTES);
  return text.ok ? text : err([`the file: ${text.error}`]);
};

/** The policy in force. */
export interface PolicyFile {
  readonly current: () => Policy;
  /** Whether the file's last state is the one in force. */
  readonly sound: () => boolean;
  /** Looks at the file now. */
  readonly reload: () => void;
  readonly close: () => void;
}

/**
 * Reads a policy and follows its changes. A broken file is refused while the old policy stays.
 * The folder is watched, not the file: editors and Kubernetes put a new file in the old one's place.
 * @returns the faults where the file is broken from the start
 */
export const openPolicyFile = (file: string, log: Log): Result<PolicyFile, readonly string[]> => {
  const first = read(file);
  const parsed = first.ok ? parsePolicy(first.value) : first;
  if (!parsed.ok) return err(parsed.error.map((fault) => `POLICY_FILE ${file}: ${fault}.`));
  let text = first.ok ? first.value : '';
  let policy = parsed.value;
  let sound = true;
  let refused: string | undefined;

  const reload = (): void => {
    const now = read(file);
    if (sound && now.ok && now.value === text) return;
    if (!sound && now.ok && now.value === refused) return;
    const next = now.ok ? parsePolicy(now.value) : now;
    sound = next.ok;
    if (next.ok) {
      policy = next.value;
      text = now.ok ? now.value : text;
      log.info('policy_loaded', { rules: policy.rules.length });
    } else {
      refused = now.ok ? now.value : undefined;
      log.error('policy_refused', { faults: next.error.slice(0, 20).join('; ') });
    }
  };

  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(file), (_, name) => {
      // A mounted volume swaps a link beside the file.
      if (name === null || name === basename(file) || name.startsWith('..')) reload();
    });
    watcher.on('error', () => log.warn('policy_not_watched'));
  } catch {
    log.warn('policy_not_watched');
  }
  return ok({
    current: () => policy,
    sound: () => sound,
    reload,
    close: () => watcher?.close(),
  });
};
