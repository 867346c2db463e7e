import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
/** Short, so that nobody stands still for long because a share is used up. */
const PERIOD_US = 10_000;

/** Control groups have had two forms; a kernel offers one of them. */
const isSecond = existsSync(join(ROOT, 'cgroup.controllers'));

const folderOf = (pid: number): string => join(ROOT, isSecond ? '' : 'cpu', `tenant-token-${pid}`);

/**
 * Holds a process, with all its threads, to a share of a core, by a control group of the kernel's.
 * @param cores as 0.3
 * @throws Error where this account may make no such group
 */
export const holdToShare = (pid: number, cores: number): void => {
  const quota = cores * PERIOD_US;
  const settings = isSecond
    ? { 'cpu.max': `${quota} ${PERIOD_US}` }
    : { 'cpu.cfs_period_us': String(PERIOD_US), 'cpu.cfs_quota_us': String(quota) };
  if (isSecond) writeFileSync(join(ROOT, 'cgroup.subtree_control'), '+cpu');
  mkdirSync(folderOf(pid));
  for (const [name, value] of Object.entries({ ...settings, 'cgroup.procs': String(pid) })) {
    writeFileSync(join(folderOf(pid), name), value);
  }
};

/** Removes the group of a process that has ended, where it had one. */
export const forgetShare = (pid: number): void => {
  if (existsSync(folderOf(pid))) rmdirSync(folderOf(pid));
};
