import type { Installation } from '@slack/bolt';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBoltStore, openTokens } from '../../../../bot/installs/installations.ts';
import { createRemoval } from '../../../../bot/installs/removal.ts';
import { sealAnew, unreadable } from '../../../../bot/installs/seal-anew.ts';
import { createSealing } from '../../../../bot/installs/sealing.ts';
import { type Secret, secret } from '../../../../shared/secret.ts';
import { createMemoryStore } from './memory-store.ts';

const freshKey = (): Secret => secret(randomBytes(32).toString('base64'));
const NOW = 1_790_000_000_000;
const MINUTE = 60_000;
const silent = (): void => undefined;
const LOG = { debug: silent, info: silent, warn: silent, error: silent };

/** As Bolt makes it of Slack's answer. */
const installation = (
  token = 'xoxb-1-first',
  changes: Partial<Installation<'v2'>> = {},
): Installation<'v2'> => ({
  team: { id: 'T1', name: 'Harbour Works' },
  enterprise: undefined,
  isEnterpriseInstall: false,
  user: { token: 'xoxp-1-nobody-asked-for', scopes: undefined, id: 'U1' },
  bot: { token, id: 'B1', userId: 'UBOT', scopes: ['commands'] },
  authVersion: 'v2',
  ...changes,
});

const rotating = (token: string, refreshToken: string, expiresAt: number) => ({
  bot: { token, refreshToken, expiresAt, id: 'B1', userId: 'UBOT', scopes: ['commands'] },
});

const key = freshKey();
const sealing = createSealing(key, []);
let store: ReturnType<typeof createMemoryStore>;
let bolt: ReturnType<typeof createBoltStore>;

beforeEach(() => {
  store = createMemoryStore();
  bolt = createBoltStore(store, sealing, () => NOW, LOG);
});

const OF_TEAM = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false } as const;

const tokenOf = async (): Promise<string | undefined> =>
  (await bolt.fetchInstallation(OF_TEAM)).bot?.token;

describe('an installation', () => {
  it('comes back to Bolt as it was, and stands nowhere in the clear', async () => {
    await bolt.storeInstallation(installation('x', rotating('xoxb-2', 'xoxe-2', 1_790_000_500)));
    const { bot, team } = await bolt.fetchInstallation(OF_TEAM);
    expect(team).toEqual({ id: 'T1', name: 'Harbour Works' });
    expect(bot).toEqual(rotating('xoxb-2', 'xoxe-2', 1_790_000_500).bot);
    expect(JSON.stringify([...store.rows.values()])).not.toMatch(/xox/);
  });

  it('of somebody’s own token keeps none of it', async () => {
    await bolt.storeInstallation(installation());
    expect((await bolt.fetchInstallation(OF_TEAM)).user.token).toBeUndefined();
  });

  it('that no token came with is not kept', async () => {
    const { bot: _, ...none } = installation();
    await expect(bolt.storeInstallation(none)).rejects.toMatchObject({
      code: 'not_an_installation',
    });
    expect(store.rows.size).toBe(0);
  });

  it('that is not there, or cannot be read, is told apart', async () => {
    await expect(bolt.fetchInstallation(OF_TEAM)).rejects.toMatchObject({ code: 'not_installed' });
    await bolt.storeInstallation(installation());
    const other = createBoltStore(store, createSealing(freshKey(), []), () => NOW, LOG);
    await expect(other.fetchInstallation(OF_TEAM)).rejects.toMatchObject({ code: 'unknown_key' });
    const row = store.rows.get('T1');
    if (row) await store.put({ ...row, id: 'T2' });
    // A row that somebody copied to another workspace.
    await expect(bolt.fetchInstallation({ ...OF_TEAM, teamId: 'T2' })).rejects.toMatchObject({
      code: 'altered',
    });
  });

  it('of an organisation is found for its workspaces', async () => {
    const enterprise = { id: 'E1', name: 'Conglomerate' };
    const whole = { team: undefined, enterprise, isEnterpriseInstall: true };
    await bolt.storeInstallation(installation('xoxb-org', whole));
    await expect(tokenOf()).rejects.toMatchObject({ code: 'not_installed' });
    const asked = { ...OF_TEAM, enterpriseId: 'E1', isEnterpriseInstall: true } as const;
    const found = await bolt.fetchInstallation({ ...asked, teamId: undefined });
    expect(found).toMatchObject({ isEnterpriseInstall: true, bot: { token: 'xoxb-org' } });
    await store.noteOrganisation('T1', 'E1');
    expect(await tokenOf()).toBe('xoxb-org');
  });
});

describe('a token that was rotated', () => {
  const rotated = async () => {
    await bolt.storeInstallation(installation('x', rotating('xoxb-2', 'xoxe-2', 1)));
    const read = await bolt.fetchInstallation(OF_TEAM);
    // As Bolt's installer does it.
    return { ...read, ...rotating('xoxb-3', 'xoxe-3', 2) };
  };

  it('takes the place of the one before', async () => {
    await bolt.storeInstallation(await rotated());
    expect(await tokenOf()).toBe('xoxb-3');
  });

  it('does not bring back an installation that was removed meanwhile', async () => {
    const late = await rotated();
    store.rows.clear();
    await bolt.storeInstallation(late);
    expect(store.rows.size).toBe(0);
  });

  it('does not take the place of what was installed meanwhile', async () => {
    const late = await rotated();
    await bolt.storeInstallation(installation('xoxb-anew'));
    await bolt.storeInstallation(late);
    expect(await tokenOf()).toBe('xoxb-anew');
  });
});

describe('sealing anew', () => {
  it('leaves everything readable with the new key alone, and may be repeated', async () => {
    await bolt.storeInstallation(installation('x', rotating('xoxb-2', 'xoxe-2', 7)));
    const enterprise = { id: 'E1' };
    const whole = { team: undefined, enterprise, isEnterpriseInstall: true };
    await bolt.storeInstallation(installation('xoxb-org', whole));
    const fresh = freshKey();
    const after = createSealing(fresh, [key]);
    expect(await unreadable(store, createSealing(fresh, []))).toEqual(['T1', 'E1']);
    expect(await sealAnew(store, after)).toMatchObject({ sealed: ['T1', 'E1'], failed: [] });
    expect(await unreadable(store, createSealing(fresh, []))).toEqual([]);
    expect(await sealAnew(store, after)).toMatchObject({ sealed: [], current: ['T1', 'E1'] });
    const row = store.rows.get('T1');
    const opened = row && openTokens(createSealing(fresh, []), row);
    expect(
      opened?.ok &&
        [opened.value.botToken, opened.value.refreshToken].map((each) => each?.reveal()),
    ).toEqual(['xoxb-2', 'xoxe-2']);
    expect(row?.expiresAt).toBe(7000);
  });

  it('takes a token that rotates at the same moment', async () => {
    await bolt.storeInstallation(installation('x', rotating('xoxb-2', 'xoxe-2', 7)));
    const after = createSealing(freshKey(), [key]);
    let raced = false;
    const outcome = await sealAnew(
      {
        ...store,
        replaceTokens: async (seen, tokens) => {
          if (!raced) {
            raced = true;
            const read = await bolt.fetchInstallation(OF_TEAM);
            await bolt.storeInstallation({
              ...read,
              ...rotating('xoxb-3', 'xoxe-3', 8),
            });
          }
          return store.replaceTokens(seen, tokens);
        },
      },
      after,
    );
    expect(outcome).toMatchObject({ sealed: ['T1'], failed: [] });
    const row = store.rows.get('T1');
    const opened = row && openTokens(after, row);
    expect(opened?.ok && opened.value.botToken.reveal()).toBe('xoxb-3');
  });

  it('names what cannot be read, and leaves it as it is', async () => {
    await bolt.storeInstallation(installation());
    const before = store.rows.get('T1');
    const other = createSealing(freshKey(), [freshKey()]);
    expect(await sealAnew(store, other)).toMatchObject({ sealed: [], failed: ['T1'] });
    expect(store.rows.get('T1')).toBe(before);
  });
});

describe('a removal', () => {
  let works: boolean | undefined;
  let left: string[];
  let asked: number;

  beforeEach(async () => {
    works = false;
    left = [];
    asked = 0;
    await bolt.storeInstallation(installation());
  });

  const removal = () =>
    createRemoval({
      store,
      sealing,
      works: async () => {
        asked += 1;
        return works;
      },
      left: async (team) => void left.push(team),
      now: () => NOW,
      log: LOG,
    });
  const NEWS = { id: 'T1', because: 'app_uninstalled', at: NOW + 60 * MINUTE } as const;

  it('erases the installation, without asking where that is an hour old', async () => {
    works = true;
    await removal()(NEWS);
    expect([store.rows.size, left, asked]).toEqual([0, ['T1'], 0]);
    // Slack repeats itself.
    await removal()(NEWS);
    expect(left).toEqual(['T1']);
  });

  it('that is older than the installation changes nothing as long as its token works', async () => {
    works = true;
    await removal()({ ...NEWS, at: NOW - MINUTE });
    expect([store.rows.size, left]).toEqual([1, []]);
    works = false;
    await removal()({ ...NEWS, at: NOW - MINUTE });
    expect([store.rows.size, left]).toEqual([0, ['T1']]);
  });

  it('that is not long after the installation changes nothing where Slack does not say whether its token works', async () => {
    works = undefined;
    await removal()({ ...NEWS, at: NOW - MINUTE });
    expect([store.rows.size, left]).toEqual([1, []]);
  });

  it('from long before the installation changes nothing, whatever Slack says of its token', async () => {
    await removal()({ ...NEWS, at: NOW - 60 * MINUTE });
    expect([store.rows.size, left, asked]).toEqual([1, [], 0]);
  });

  it('by revoked tokens is one where the bot’s own is among them', async () => {
    await removal()({ ...NEWS, because: 'tokens_revoked', users: ['U1'] });
    expect(store.rows.size).toBe(1);
    await removal()({ ...NEWS, because: 'tokens_revoked', users: ['UBOT'] });
    expect(store.rows.size).toBe(0);
  });

  it('of an organisation is one of each of its workspaces', async () => {
    const whole = { team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true };
    await bolt.storeInstallation(installation('xoxb-org', whole));
    await store.noteOrganisation('T7', 'E1');
    await store.noteOrganisation('T8', 'E1');
    await removal()({ ...NEWS, id: 'E1' });
    expect([left, [...store.rows.keys()]]).toEqual([['T7', 'T8'], ['T1']]);
  });

  it.each([
    ['of an organisation', 'E1', ['T7']],
    ['of a workspace', 'T1', []],
  ])('%s ends nothing where the app is installed in another way too', async (_, id, ended) => {
    const whole = { team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true };
    await bolt.storeInstallation(installation('xoxb-org', whole));
    for (const team of ['T1', 'T7']) await store.noteOrganisation(team, 'E1');
    await removal()({ ...NEWS, id });
    expect(store.rows.has(id)).toBe(false);
    expect(left).toEqual(ended);
  });

  it('takes a token that rotates at that moment along', async () => {
    const racing = {
      ...store,
      remove: async (
        seen: Parameters<typeof store.remove>[0],
        ...rest: [number, 'app_uninstalled']
      ) => {
        if (seen.revision === '1') await store.replaceTokens(seen, seen);
        return store.remove(seen, ...rest);
      },
    };
    await createRemoval({
      store: racing as typeof store,
      sealing,
      works: async () => false,
      left: async () => undefined,
      now: () => NOW,
      log: LOG,
    })(NEWS);
    expect(store.rows.size).toBe(0);
  });
});
