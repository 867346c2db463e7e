import * as z from 'zod';
import { keyEnvironment } from '../../config/installs.ts';
import { withSecretFiles } from '../../config/read-secrets.ts';
import { letReadersGo } from '../../log/gone-readers.ts';
import { createBatches } from '../../store/batches.ts';
import {
  createInstallationStore,
  type InstallationStore,
} from '../../store/installs/installation-store.ts';
import { openAsItIs } from '../../store/open-database.ts';
import { whyNotOpened } from '../../store/why-not-opened.ts';
import { sealAnew } from '../seal-anew.ts';
import { createSealing } from '../sealing.ts';

// `npm run -s installations -- list`, or `-- re-encrypt`. The bot may run meanwhile.

const USAGE = `Say what to do with the installations in DATABASE_URL:
  npm run -s installations -- list         names the workspaces that have installed the app
  npm run -s installations -- re-encrypt   seals their tokens with ENCRYPTION_KEY; those with which they are
                                           sealed so far stand in ENCRYPTION_KEYS_OLD`;

const VARIABLES = ['DATABASE_URL', 'ENCRYPTION_KEY', 'ENCRYPTION_KEYS_OLD'].flatMap((name) => [
  name,
  `${name}_FILE`,
]);

const fail = (text: string): void => {
  console.error(text);
  process.exitCode = 1;
};

const list = async (installations: InstallationStore): Promise<void> => {
  for (const { id, name, installedBy, installedAt } of await installations.all()) {
    console.log(
      [id, JSON.stringify(name), installedBy, new Date(installedAt).toISOString()].join(' '),
    );
  }
};

const reEncrypt = async (
  installations: InstallationStore,
  keys: z.output<z.ZodObject<typeof keyEnvironment>>,
): Promise<void> => {
  const sealing = createSealing(keys.ENCRYPTION_KEY, keys.ENCRYPTION_KEYS_OLD);
  const { sealed, current, failed } = await sealAnew(installations, sealing);
  if ([...sealed, ...current, ...failed].length === 0) {
    return console.log('No workspace has installed the app, as this database has it.');
  }
  console.log(
    `${sealed.length} sealed with ENCRYPTION_KEY, ${current.length} were before, ${failed.length} cannot be.`,
  );
  if (failed.length > 0) {
    return fail(
      `ENCRYPTION_KEYS_OLD: has no key for ${failed.slice(0, 20).join(', ')}. Nothing of them was changed.`,
    );
  }
  console.log('Nothing needs ENCRYPTION_KEYS_OLD any more, once each bot has ENCRYPTION_KEY.');
};

const main = async (): Promise<void> => {
  const [task, ...more] = process.argv.slice(2);
  if ((task !== 'list' && task !== 're-encrypt') || more.length > 0) return fail(USAGE);
  const { values, faults } = withSecretFiles(
    Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]])),
  );
  const keys = z.object(keyEnvironment).safeParse(values);
  const wrong = (task === 'list' ? [] : (keys.error?.issues ?? [])).map(
    ({ path, message }) => `${String(path[0])}: ${message}.`,
  );
  if (faults.length + wrong.length > 0) return fail([...faults, ...wrong].join('\n'));
  const url = values['DATABASE_URL'] ?? 'file:tenant-token.sqlite';
  try {
    // Where it is the wrong one, none is to be made, in which nothing would need an old key.
    const { db, engine } = await openAsItIs(url);
    try {
      const installations = createInstallationStore(db, createBatches(engine));
      if (task === 'list') await list(installations);
      else if (keys.data) await reEncrypt(installations, keys.data);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    fail(whyNotOpened(url, error));
  }
};

letReadersGo();
await main();
