import { readFile, writeFile } from 'node:fs/promises';
import { PERMISSIONS } from '../../shared/permissions.ts';
import { ENDPOINTS, HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { keepPrivate } from '../private-file.ts';
import type { Platform } from '../platform/start-platform.ts';

const works = async (port: number, key: string): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}${ENDPOINTS.session.path}`, {
    headers: { [HEADERS.apiKey]: key },
  });
  await answer.text();
  return answer.ok;
};

/**
 * The bot's key on the platform, in a file. It stays the same from start to start, because only who
 * made a token may save it: what one bot began, the next one finishes.
 * @param file where it is kept; made where it is missing or no longer works
 */
export const keepBotKey = async (platform: Platform, file: string): Promise<void> => {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '' && (await works(platform.port, kept))) return;
  const key = platform.issueKey({
    tenant: 'nord',
    name: 'Tenant Token in Slack',
    permissions: PERMISSIONS,
    tenantScope: 'all',
    canManageTokens: true,
  });
  keepPrivate(file);
  await writeFile(file, key);
};
