import { builtApart } from '../built-apart.ts';
import { SEED_USERS } from './seed/users.ts';
import { readSettings } from './settings.ts';
import { type Platform, startPlatform } from './start-platform.ts';

// `npm run sandbox`: the tenant platform alone, until Ctrl-C.

const explain = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
};

const introduce = ({ port, tenants }: Platform, dataFile: string): string => {
  const lines = (['nord', 'sol'] as const).map(
    (slug) => `  ${tenants[slug].url}   API URL ${tenants[slug].apiUrl}`,
  );
  const users = SEED_USERS.map(
    ({ email, password, role }) => `  ${email.padEnd(20)} ${password.padEnd(12)} ${role}`,
  );
  return `Tenant platform on this machine alone (all tenants: http://127.0.0.1:${port}/):
${lines.join('\n')}
Demo users:
${users.join('\n')}
Data: ${dataFile}. Ctrl-C ends it.`;
};

const start = async (): Promise<void> => {
  const settings = readSettings();
  const platform = await startPlatform({
    ...settings,
    log: console.log,
    cockpitDir: await builtApart('cockpit'),
  });
  const end = (): void => {
    platform.close().then(() => process.exit(0), explain);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  console.log(introduce(platform, settings.dataFile));
};

await start().catch(explain);
