import type { InstallationStore } from '../store/installs/installation-store.ts';
import { openTokens, sealTokens } from './installations.ts';
import type { Sealing } from './sealing.ts';

/** A token may rotate at the same moment; so often in a row it does not. */
const TRIES = 5;

/** Which installations cannot be read with the keys that there are. */
export const unreadable = async (
  store: Pick<InstallationStore, 'all'>,
  sealing: Sealing,
): Promise<readonly string[]> =>
  (await store.all()).filter((each) => !openTokens(sealing, each).ok).map(({ id }) => id);

/** What became of an installation that was to be sealed anew; `gone`: it is not there any more. */
type Outcome = 'sealed' | 'current' | 'failed' | 'gone';

const sealOne = async (
  store: Pick<InstallationStore, 'find' | 'replaceTokens'>,
  sealing: Sealing,
  id: string,
): Promise<Outcome> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = await store.find(id);
    if (!found) return 'gone';
    const { botToken, refreshToken, expiresAt } = found;
    if ([botToken, refreshToken ?? botToken].every(sealing.isCurrent)) return 'current';
    const tokens = openTokens(sealing, found);
    if (!tokens.ok) return 'failed';
    const anew = { ...sealTokens(sealing, id, tokens.value), expiresAt };
    if (await store.replaceTokens(found, anew)) return 'sealed';
  }
  return 'failed';
};

/**
 * Seals all installations with the key that is in use now. The bot may run meanwhile.
 * @returns the ids of those that were sealed, were so before, and cannot be
 */
export const sealAnew = async (
  store: Pick<InstallationStore, 'all' | 'find' | 'replaceTokens'>,
  sealing: Sealing,
): Promise<Readonly<Record<Outcome, readonly string[]>>> => {
  const outcomes: Record<Outcome, string[]> = { sealed: [], current: [], failed: [], gone: [] };
  for (const { id } of await store.all()) {
    outcomes[await sealOne(store, sealing, id)].push(id);
  }
  return outcomes;
};
