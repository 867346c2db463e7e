import { hash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Policy, parsePolicy } from '../../shared/policy/policy.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readText, readTextLater } from '../config/read-text.ts';
import type { Log } from '../log/log.ts';

/** Tens of thousands of rules, as many as the bot's memory has room for; a larger file is a mistake, or no policy. */
export const MAX_POLICY_BYTES = 4_000_000;

const read = (file: string): Result<string, string[]> => {
  const text = readText(file, MAX_POLICY_BYTES);
  return text.ok ? text : err([`the file: ${text.error}`]);
};

const readLater = async (file: string): Promise<Result<string, string[]>> => {
  const text = await readTextLater(file, MAX_POLICY_BYTES);
  return text.ok ? text : err([`the file: ${text.error}`]);
};

/** That a policy is in force, or that a broken file was refused. */
export interface PolicyNews {
  readonly kind: 'in_force' | 'refused';
  /** The SHA-256 of the file's text, of which there may be none. */
  readonly fingerprint: string | undefined;
}

const fingerprintOf = (text: string): string => hash('sha256', text);

/** The policy in force. */
export interface PolicyFile {
  readonly current: () => Policy;
  /** Whether the file as it is now is the policy in force; asked at each `/readyz`. */
  readonly sound: () => boolean;
  /** Reads the file without holding anything up; to be called at intervals, since not every disk can be watched. */
  readonly look: () => Promise<void>;
  /** Tells at once which policy is in force, and again at each change of the file. */
  readonly follow: (told: (news: PolicyNews) => void) => void;
  readonly close: () => void;
}

/**
 * Reads a policy and follows its changes. A broken file is refused while the old policy stays.
 * The folder is watched, not the file: editors and Kubernetes put a new file in the old one's place. A
 * watch alone misses what a link points to, a mount of one file and a disk elsewhere, so somebody has
 * to look now and then.
 * @returns the faults where the file is broken from the start
 */
export const openPolicyFile = (file: string, log: Log): Result<PolicyFile, readonly string[]> => {
  const first = read(file);
  const parsed = first.ok ? parsePolicy(first.value) : first;
  if (!parsed.ok) return err(parsed.error.map((fault) => `POLICY_FILE ${file}: ${fault}.`));
  let text = first.ok ? first.value : '';
  let policy = parsed.value;
  let sound = true;
  /** What was said of the file last, so that it is said once. */
  let said = '';
  let tell: (news: PolicyNews) => void = () => undefined;

  const apply = (now: Result<string, string[]>): void => {
    if (sound && now.ok && now.value === text) return;
    const next = now.ok ? parsePolicy(now.value) : now;
    sound = next.ok;
    if (next.ok) {
      policy = next.value;
      text = now.ok ? now.value : text;
      said = '';
      log.info('policy_loaded', { rules: policy.rules.length });
      tell({ kind: 'in_force', fingerprint: fingerprintOf(text) });
      return;
    }
    const faults = next.error.slice(0, 20).join('; ');
    if (faults !== said) {
      log.error('policy_refused', { faults });
      tell({ kind: 'refused', fingerprint: now.ok ? fingerprintOf(now.value) : undefined });
    }
    said = faults;
  };

  // One reading after another: one that ends late would bring back the rules of before.
  let reading: Promise<void> | undefined;
  let changed = false;
  const readAll = async (): Promise<void> => {
    try {
      while (changed) {
        changed = false;
        apply(await readLater(file));
      }
    } finally {
      reading = undefined;
    }
  };
  const readAnew = (): Promise<void> => {
    changed = true;
    reading ??= readAll();
    return reading;
  };

  let looking = false;
  const look = async (): Promise<void> => {
    // A network disk that is gone may not even say so.
    if (looking) return apply(err(['the file: cannot be read in time']));
    looking = true;
    try {
      await readAnew();
    } finally {
      looking = false;
    }
  };

  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(file), (_, name) => {
      // A mounted volume swaps a link beside the file.
      if (name === null || name === basename(file) || name.startsWith('..')) void readAnew();
    });
    watcher.on('error', () => log.warn('policy_not_watched'));
  } catch {
    log.warn('policy_not_watched');
  }
  return ok({
    current: () => policy,
    sound: () => sound,
    look,
    follow: (told) => {
      tell = told;
      told({ kind: 'in_force', fingerprint: fingerprintOf(text) });
    },
    close: () => watcher?.close(),
  });
};
