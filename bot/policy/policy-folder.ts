import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../shared/policy/policy.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../log/log.ts';
import { openPolicyFile, type PolicyFile, type PolicyNews } from './policy-file.ts';

/** The policies of workspaces: each in a file of its own, by the workspace's id. */
export interface PolicyFolder {
  /** A workspace's policy now. Where there is none, or never was a sound one, nobody gets anything. */
  readonly of: (teamId: string) => Policy;
  /** Whether every file that was opened is the policy in force. */
  readonly sound: () => boolean;
  /** Looks at each file that was asked for; to be called at intervals. */
  readonly look: () => Promise<void>;
  /** Tells which policy is in force in a workspace, and again at each change. */
  readonly follow: (told: (teamId: string, news: PolicyNews) => void) => void;
  readonly close: () => void;
}

/** Slack's ids; whatever else would be no name of a file that is meant. */
const ID = /^[A-Z0-9]{2,40}$/;

/** What is known of a workspace's file. */
interface Kept {
  /** As long as there is no sound file. */
  readonly none: Policy;
  file: PolicyFile | undefined;
  /** What was last said of a file that could not be opened. */
  said: string;
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** In the place of a policy that there is not. @param file whom to ask for says it by its name */
const withoutRules = (file: string): Policy => ({ ask: file, rules: [] });

/** A policy by which nobody gets anything. */
export const NOBODY: Policy = withoutRules('');

/**
 * Reads policies as they are asked for, and follows their changes. A workspace without a file is waited
 * for: somebody may put one there.
 * @returns the fault where there is no such folder
 */
export const openPolicyFolder = (
  folder: string,
  log: Log,
): Result<PolicyFolder, readonly string[]> => {
  if (!isFolder(folder)) {
    return err([
      `POLICY_DIR ${folder}: is no folder. Make it, with a policy such as T012AB3CD.json.`,
    ]);
  }
  const all = new Map<string, Kept>();
  let tell: (teamId: string, news: PolicyNews) => void = () => undefined;

  const open = (teamId: string, kept: Kept): void => {
    const opened = openPolicyFile(join(folder, `${teamId}.json`), log);
    if (opened.ok) {
      kept.file = opened.value;
      kept.file.follow((news) => tell(teamId, news));
      return;
    }
    const faults = opened.error.slice(0, 20).join(' ');
    if (faults !== kept.said) log.error('policy_missing', { team: teamId, faults });
    kept.said = faults;
  };

  const keptOf = (teamId: string): Kept => {
    const known = all.get(teamId);
    if (known) return known;
    const kept: Kept = { none: withoutRules(`${teamId}.json`), file: undefined, said: '' };
    all.set(teamId, kept);
    open(teamId, kept);
    return kept;
  };

  return ok({
    of: (teamId) => {
      if (!ID.test(teamId)) return NOBODY;
      const { file, none } = keptOf(teamId);
      return file?.current() ?? none;
    },
    sound: () => [...all.values()].every(({ file, said }) => file?.sound() ?? said === ''),
    look: async () => {
      for (const [teamId, kept] of all) {
        if (kept.file) await kept.file.look();
        else open(teamId, kept);
      }
    },
    follow: (told) => {
      tell = told;
    },
    close: () => {
      for (const { file } of all.values()) file?.close();
    },
  });
};
