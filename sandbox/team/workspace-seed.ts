import { appManifest } from '../../bot/manifest/manifest.ts';
import { DEFAULT_SEED } from '../slack/seed/default-seed.ts';
import { seedFromManifest } from '../slack/seed/from-manifest.ts';
import type { Seed } from '../slack/seed/seed-schema.ts';

/** The ids of user groups by which `policy.json` names them. */
const GROUP_IDS: Readonly<Record<string, string>> = {
  admins: 'S0ADMINS',
  integrators: 'S0INTEGRATORS',
};

/** The usual workspace with the bot installed as its manifest says. */
export const TEAM_SEED: Seed = {
  ...seedFromManifest(appManifest('http')),
  groups: DEFAULT_SEED.groups.map((group) => ({ ...group, id: GROUP_IDS[group.handle] })),
};
