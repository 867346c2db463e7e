import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../../../sandbox/slack/clock.ts';
import type { Slack } from '../../../../sandbox/slack/handle/slack.ts';
import { DEFAULT_SEED } from '../../../../sandbox/slack/seed/default-seed.ts';
import { startSlack } from '../../../../sandbox/slack/start-slack.ts';
import { SLACK_ACCESS } from '../../../support/slack-app.ts';

const CLIENT = { client_id: '1.2', client_secret: 'a-client-secret' };
const REDIRECT = 'http://127.0.0.1:9/oauth';
const LIFETIME = 43_200;
const ENTERPRISE = { id: 'E0CONGLOMERATE', name: 'Conglomerate' };

let slack: Slack;
let other: Slack;
let clock: ManualClock;

beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({
    app: {
      signingSecret: SLACK_ACCESS.signingSecret,
      oauth: {
        clientId: CLIENT.client_id,
        clientSecret: CLIENT.client_secret,
        redirectUrls: [REDIRECT],
        tokenLifetime: LIFETIME,
      },
    },
    others: [{ ...DEFAULT_SEED, workspace: { name: 'Mountain Works', domain: 'mountain' } }],
    enterprise: ENTERPRISE,
    clock,
  });
  other = slack.others[0] ?? slack;
});
afterEach(() => slack.close());

type Answer = Readonly<Record<string, unknown>> & {
  readonly access_token: string;
  readonly refresh_token: string;
};

const call = async (
  method: string,
  args: Readonly<Record<string, string>>,
  token?: string,
): Promise<Answer> => {
  const answer = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: new URLSearchParams(args),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};

const ask = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  client_id: CLIENT.client_id,
  scope: 'commands,users:read',
  state: 'a-state',
  ...changes,
});

const allow = (place: string, changes: Readonly<Record<string, string>> = {}) =>
  fetch(`${slack.origin}/oauth/v2/authorize`, {
    method: 'POST',
    body: new URLSearchParams({
      ...ask(changes),
      team: place,
      user: 'ada',
      decision: 'allow',
      ...changes,
    }),
    redirect: 'manual',
  });

const codeFor = async (place: string): Promise<string> => {
  const to = new URL((await allow(place)).headers.get('location') ?? '');
  expect(`${to.origin}${to.pathname}`).toBe(REDIRECT);
  expect(to.searchParams.get('state')).toBe('a-state');
  return to.searchParams.get('code') ?? '';
};

const exchange = async (place: string): Promise<Answer> =>
  call('oauth.v2.access', { ...CLIENT, code: await codeFor(place) });

const refresh = (token: string): Promise<Answer> =>
  call('oauth.v2.access', { ...CLIENT, grant_type: 'refresh_token', refresh_token: token });

describe('the page on which an app is allowed', () => {
  it('shows what is asked for and where, and sends nobody to an address that is not the app’s', async () => {
    const page = async (changes = {}) => {
      const query = new URLSearchParams(ask(changes)).toString();
      const answer = await fetch(`${slack.origin}/oauth/v2/authorize?${query}`);
      return [answer.status, await answer.text()] as const;
    };
    const [status, text] = await page();
    expect(status).toBe(200);
    for (const shown of [
      'commands,users:read',
      'Harbour Works',
      'Mountain Works',
      'Conglomerate',
    ]) {
      expect(text).toContain(shown);
    }
    expect((await page({ client_id: '3.4' }))[0]).toBe(400);
    expect((await page({ redirect_uri: 'http://elsewhere.example/oauth' }))[0]).toBe(400);
    const elsewhere = await allow(slack.teamId, { redirect_uri: 'http://elsewhere.example/' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
  });

  it('sends back who cancels, without a code', async () => {
    const answer = await allow(slack.teamId, { decision: 'cancel' });
    const to = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(to.searchParams)).toEqual({
      error: 'access_denied',
      state: 'a-state',
    });
  });
});

describe('oauth.v2.access', () => {
  it('gives a token for a code, once, to the app alone, within ten minutes', async () => {
    const code = await codeFor(slack.teamId);
    const wrong = { ...CLIENT, client_secret: 'another-secret' };
    expect(await call('oauth.v2.access', { ...wrong, code })).toMatchObject({
      error: 'bad_client_secret',
    });
    const answer = await call('oauth.v2.access', { ...CLIENT, code });
    expect(answer).toMatchObject({
      ok: true,
      token_type: 'bot',
      scope: 'commands,users:read',
      team: { id: slack.teamId, name: 'Harbour Works' },
      is_enterprise_install: false,
      expires_in: LIFETIME,
    });
    expect(await call('oauth.v2.access', { ...CLIENT, code })).toMatchObject({
      error: 'invalid_code',
    });
    const late = await codeFor(slack.teamId);
    clock.advance(10 * 60_000 + 1);
    expect(await call('oauth.v2.access', { ...CLIENT, code: late })).toMatchObject({
      error: 'invalid_code',
    });
  });

  it('exchanges a refresh token once, and a token is over in its time', async () => {
    const first = await exchange(slack.teamId);
    clock.advance((LIFETIME - 60) * 1000);
    const second = await refresh(first.refresh_token);
    expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_refresh_token' });
    clock.advance(61_000);
    expect(await call('auth.test', {}, first.access_token)).toMatchObject({
      error: 'token_expired',
    });
    expect(await call('auth.test', {}, second.access_token)).toMatchObject({ ok: true });
  });

  it('gives a token of one workspace, or of all in the organisation', async () => {
    const own = await exchange(slack.teamId);
    expect(await call('auth.test', {}, own.access_token)).toMatchObject({ team_id: slack.teamId });
    expect([slack.installed(), other.installed()]).toEqual([true, false]);
    const whole = await exchange(ENTERPRISE.id);
    expect(whole).toMatchObject({
      team: null,
      enterprise: ENTERPRISE,
      is_enterprise_install: true,
    });
    const there = await call('auth.test', { team_id: other.teamId }, whole.access_token);
    expect(there).toMatchObject({ team_id: other.teamId, is_enterprise_install: true });
    // Installed anew, the app has the new token alone.
    expect(await call('auth.test', {}, own.access_token)).toMatchObject({ error: 'invalid_auth' });
  });
});

describe('leaving', () => {
  it('ends every token, and refreshes none', async () => {
    const { access_token: token, refresh_token: refreshToken } = await exchange(slack.teamId);
    expect(await call('auth.revoke', {}, token)).toMatchObject({ ok: true, revoked: true });
    expect(await call('auth.test', {}, token)).toMatchObject({ error: 'invalid_auth' });
    expect(await refresh(refreshToken)).toMatchObject({ error: 'invalid_refresh_token' });
    expect(slack.installed()).toBe(false);
  });
});
