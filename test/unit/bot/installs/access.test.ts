import { AuthorizationError } from '@slack/oauth';
import { describe, expect, it } from 'vitest';
import { type Access, createAccess } from '../../../../bot/installs/access.ts';
import { NoInstallation } from '../../../../bot/installs/installations.ts';
import { fetchWithToken } from '../../../../bot/installs/token-fetch.ts';
import { classify } from '../../../../bot/slack/outcome.ts';
import { createSlackClient } from '../../../../bot/slack/client.ts';
import { err, ok } from '../../../../shared/result.ts';
import { secret } from '../../../../shared/secret.ts';
import { silent as logger } from '../../../support/slack-app.ts';
import { createMemoryStore } from './memory-store.ts';

const quiet = (): void => undefined;
const LOG = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const FOUND = { botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' };
const HOUR = 3600;
const seconds = (): number => Math.floor(Date.now() / 1000);

type Authorize = Parameters<typeof createAccess>[0]['authorize'];

const accessBy = (authorize: Authorize, store = createMemoryStore()): Access =>
  createAccess({ authorize }, store, { sleep: async () => undefined }, LOG);

describe('finding a workspace’s token', () => {
  it('asks once for those who come at the same time, and anew for who comes later', async () => {
    let asked = 0;
    const access = accessBy(async () => {
      asked += 1;
      return FOUND;
    });
    const all = await Promise.all([1, 2, 3].map(() => access({ teamId: 'T1' })));
    expect(all.every((each) => each.ok && each.value.botToken.reveal() === 'xoxb-1')).toBe(true);
    await access({ teamId: 'T2' });
    await access({ teamId: 'T1' });
    expect(asked).toBe(3);
  });

  it('looks again where another process has just exchanged a token that is over', async () => {
    let asked = 0;
    const access = accessBy(async () => {
      asked += 1;
      return asked < 3
        ? { ...FOUND, botTokenExpiresAt: seconds() - 1 }
        : { ...FOUND, botToken: 'xoxb-2', botTokenExpiresAt: seconds() + 12 * HOUR };
    });
    const found = await access({ teamId: 'T1' });
    expect(found.ok && found.value.botToken.reveal()).toBe('xoxb-2');
  });

  it('says what is the matter, and never rejects', async () => {
    const failing = (original: Error): Access =>
      accessBy(() => Promise.reject(new AuthorizationError(original.message, original)));
    expect(await failing(new NoInstallation('not_installed'))({ teamId: 'T1' })).toEqual(
      err('not_installed'),
    );
    expect(await failing(new NoInstallation('unknown_key'))({ teamId: 'T1' })).toEqual(
      err('unreadable'),
    );
    expect(await failing(new Error('The disk is full.'))({ teamId: 'T1' })).toEqual(
      err('unavailable'),
    );
  });

  it('remembers the organisation of a workspace before anything is done for it', async () => {
    const store = createMemoryStore();
    await accessBy(async () => FOUND, store)({ teamId: 'T1', enterpriseId: 'E1' });
    expect(await store.teamsOf('E1')).toEqual(['T1']);
  });
});

describe('a call of Slack’s with the workspace’s token', () => {
  const sent: (string | null)[] = [];
  const client = (access: Access) =>
    createSlackClient({
      slackApiUrl: 'http://127.0.0.1:1/api/',
      logger,
      teamId: 'T1',
      fetch: fetchWithToken(access, 'T1', async (_, init) => {
        sent.push(new Headers(init?.headers).get('authorization'));
        return Response.json({ ok: true });
      }),
    });

  it('has the one that there is when the call is made', async () => {
    let token = 'xoxb-1';
    const slack = client(async () => ok({ ...FOUND, botToken: secret(token) }));
    await slack.auth.test();
    token = 'xoxb-2';
    await slack.auth.test();
    expect(sent.splice(0)).toEqual(['Bearer xoxb-1', 'Bearer xoxb-2']);
  });

  it.each([
    ['not_installed', { kind: 'auth', code: 'not_installed' }],
    ['unreadable', { kind: 'auth', code: 'unreadable' }],
    ['unavailable', { kind: 'route', code: 'token_unavailable' }],
  ] as const)('is not made where it is %s, for certain', async (why, failure) => {
    const asking = client(async () => err(why)).auth.test();
    expect(classify(await asking.catch((error: unknown) => error))).toEqual(failure);
    expect(sent).toEqual([]);
  });
});
