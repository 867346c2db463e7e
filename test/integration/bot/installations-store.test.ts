import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  InstallationStore,
  StoredInstallation,
} from '../../../bot/store/installs/installation-store.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';

const NOW = 1_790_000_000_000;

const installation = (
  changes: Partial<StoredInstallation> = {},
): Omit<StoredInstallation, 'revision'> => ({
  id: 'T1',
  name: 'Harbour Works',
  enterpriseId: null,
  botId: 'B1',
  botUserId: 'UBOT1',
  scopes: ['commands', 'chat:write'],
  installedBy: 'U1',
  botToken: '1.sealed.bot',
  refreshToken: null,
  expiresAt: null,
  installedAt: NOW,
  ...changes,
});

describe.each(ENGINES)('installations on $engine', ({ fresh }) => {
  let database: TestDatabase;
  let whole: Store;
  let store: InstallationStore;

  beforeEach(async () => {
    database = await fresh();
    whole = await openStore(database.url);
    store = whole.installations;
  });
  afterEach(async () => {
    await whole.flows.close();
    await database.close();
  });

  const seen = async (id = 'T1'): Promise<StoredInstallation> => {
    const found = await store.find(id);
    if (!found) throw new Error('It is not installed.');
    return found;
  };

  const lines = async (): Promise<readonly unknown[]> =>
    (
      await database.sql('select team_id, who, role, event, detail from audit_lines order by seq')
    ).map((row) => ({ ...row }));

  it('gives back what was put, and is overwritten by the next, each in the record', async () => {
    expect(await store.put(installation())).toBe('installed');
    expect(await store.find('T1')).toMatchObject(installation());
    const rotating = { refreshToken: '1.sealed.refresh', expiresAt: NOW + 1 };
    const next = installation({ ...rotating, installedBy: 'U2', name: 'Other' });
    expect(await store.put(next)).toBe('reinstalled');
    expect(await store.find('T1')).toMatchObject(next);
    expect(await store.all()).toHaveLength(1);
    const line = { team_id: 'T1', role: 'installer', detail: null };
    expect(await lines()).toEqual([
      { ...line, who: 'U1', event: 'installed' },
      { ...line, who: 'U2', event: 'reinstalled' },
    ]);
  });

  it('takes both of two that come at the same moment, one after the other', async () => {
    const both = ['U1', 'U2'].map((installedBy) => store.put(installation({ installedBy })));
    expect((await Promise.all(both)).toSorted()).toEqual(['installed', 'reinstalled']);
  });

  it('takes a rotated token of the installation that it was rotated of alone', async () => {
    await store.put(installation());
    const first = await seen();
    const tokens = { botToken: '1.new', refreshToken: '1.newer', expiresAt: NOW + 9 };
    expect(await store.replaceTokens(first, tokens)).toBe(true);
    expect(await store.find('T1')).toMatchObject(tokens);
    expect(await store.replaceTokens(first, { ...tokens, botToken: '1.late' })).toBe(false);
    await store.remove(await seen(), NOW, 'app_uninstalled');
    await store.put(installation());
    expect(await store.replaceTokens(first, tokens)).toBe(false);
    expect(await store.find('T1')).toMatchObject({ botToken: '1.sealed.bot' });
  });

  it('is erased with its tokens, and not once it was installed anew', async () => {
    await store.put(installation());
    const first = await seen();
    await store.put(installation({ botToken: '1.again' }));
    expect(await store.remove(first, NOW, 'app_uninstalled')).toBe(false);
    expect(await store.remove(await seen(), NOW, 'tokens_revoked')).toBe(true);
    expect(await store.find('T1')).toBeUndefined();
    expect(await database.sql('select * from installations')).toEqual([]);
    expect((await lines()).at(-1)).toEqual({
      team_id: 'T1',
      who: 'bot',
      role: 'bot',
      event: 'uninstalled',
      detail: 'tokens_revoked',
    });
  });

  it('finds a workspace’s own, or else its organisation’s, by what is known of that', async () => {
    await store.put(installation({ id: 'E1', enterpriseId: 'E1' }));
    expect(await store.ofTeam('T1')).toBeUndefined();
    expect(await store.ofTeam('T1', 'E1')).toMatchObject({ id: 'E1' });
    await store.noteOrganisation('T1', 'E1');
    await store.noteOrganisation('T1', 'E1');
    expect(await store.ofTeam('T1')).toMatchObject({ id: 'E1' });
    expect(await store.teamsOf('E1')).toEqual(['T1']);
    await store.put(installation());
    expect(await store.ofTeam('T1', 'E1')).toMatchObject({ id: 'T1' });
  });

  it('uses a state once, and forgets it when it is worn out', async () => {
    expect(await store.useState('nonce', NOW + 5, NOW)).toBe(true);
    expect(await store.useState('nonce', NOW + 5, NOW + 1)).toBe(false);
    expect(await store.useState('other', NOW + 50, NOW + 6)).toBe(true);
    expect(await database.sql('select nonce from used_states')).toEqual([{ nonce: 'other' }]);
  });
});
