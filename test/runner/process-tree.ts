import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it has started have used. */
export interface Usage {
  /** Processor time so far, in seconds, of those that have ended too. */
  readonly cpuSeconds: number;
  /** Memory now, in MB; what several of them share counts once. */
  readonly memoryMb: number;
}

interface Process {
  readonly parent: number;
  readonly cpuSeconds: number;
}

/** Of Linux; sysconf(_SC_CLK_TCK) is 100 on every architecture that Node runs on. */
const TICKS_A_SECOND = 100;

const readProcess = (pid: number): Process | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything. Fields by number: proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    return { parent: Number(fields[1]), cpuSeconds: ticks / TICKS_A_SECOND };
  } catch {
    // It has just ended.
    return undefined;
  }
};

const readMemoryMb = (pid: number): number => {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/**
 * Looks at this process and its descendants, browsers and bots among them.
 * @returns what they use; where there is no `/proc`, of this process alone
 */
export const usageOfTree = (): Usage => {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage();
    return {
      cpuSeconds: (user + system) / 1e6,
      memoryMb: process.memoryUsage.rss() / 1024 / 1024,
    };
  }
  const all = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const found = Number.isInteger(pid) ? readProcess(pid) : undefined;
    if (found) all.set(pid, found);
  }
  const isInTree = (pid: number): boolean => {
    if (pid === process.pid) return true;
    const parent = all.get(pid)?.parent;
    return parent !== undefined && parent > 1 && isInTree(parent);
  };
  let cpuSeconds = 0;
  let memoryMb = 0;
  for (const [pid, each] of all) {
    if (!isInTree(pid)) continue;
    cpuSeconds += each.cpuSeconds;
    memoryMb += readMemoryMb(pid);
  }
  return { cpuSeconds, memoryMb };
};
