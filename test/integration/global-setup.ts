import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endCluster } from '../support/postgres/cluster.ts';

/** Says where the run's PostgreSQL is to be, and ends it where a test has started it. */
export default ({ provide }: TestProject): (() => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  // Its own account has to come by.
  chmodSync(folder, 0o711);
  provide('postgresFolder', folder);
  return async () => {
    await endCluster(join(folder, 'cluster'));
    rmSync(folder, { recursive: true });
  };
};
