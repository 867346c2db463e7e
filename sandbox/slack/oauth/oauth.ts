import { timingSafeEqual } from 'node:crypto';
import type { OauthOptions } from '../handle/oauth.ts';
import type { Consent, Oauth, Service } from '../service.ts';
import { fail, type Outcome } from '../web-api/outcome.ts';
import { newId, newSecret } from '../world/ids.ts';

/** docs.slack.dev/authentication/installing-with-oauth: a code is good for ten minutes, and once. */
const CODE_MS = 10 * 60_000;
const SECOND = 1000;

interface Granted {
  readonly service: Service;
  readonly org: boolean;
  readonly personId: string;
  readonly scopes: readonly string[];
}

const same = (given: unknown, own: string): boolean => {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(own)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * @param services all workspaces
 * @param now milliseconds since the epoch
 */
export const createOauth = (
  options: OauthOptions,
  services: () => readonly Service[],
  now: () => number,
): Oauth => {
  const { clientId, clientSecret, redirectUrls, tokenLifetime } = options;
  const codes = new Map<string, Consent & { readonly until: number }>();
  const refreshTokens = new Map<string, Granted>();
  const issued: string[] = [];

  const within = ({ service, org }: Pick<Granted, 'service' | 'org'>): readonly Service[] =>
    org
      ? services().filter(({ world }) => world.enterprise === service.world.enterprise)
      : [service];

  const issue = (granted: Granted): Outcome => {
    const { service, org, personId, scopes } = granted;
    const { team, app, enterprise } = service.world;
    const rotates = tokenLifetime !== undefined;
    const token = `${rotates ? 'xoxe.' : ''}xoxb-${newId('1')}-${newSecret()}`;
    const expires = rotates ? now() + tokenLifetime * SECOND : undefined;
    for (const each of within(granted)) {
      each.tokens.set(token, { expires, org });
      each.world.app.scopes = new Set(scopes);
      each.world.app.inOrganisation = org;
    }
    const refreshToken = `xoxe-1-${newSecret()}${newSecret()}`;
    issued.push(token);
    if (rotates) {
      issued.push(refreshToken);
      refreshTokens.set(refreshToken, granted);
    }
    return {
      ok: true,
      app_id: app.id,
      authed_user: { id: personId },
      scope: scopes.join(','),
      token_type: 'bot',
      access_token: token,
      bot_user_id: app.botUserId,
      team: org ? null : { id: team.id, name: team.name },
      enterprise: enterprise ?? null,
      is_enterprise_install: org,
      ...(rotates ? { expires_in: tokenLifetime, refresh_token: refreshToken } : {}),
    };
  };

  const forget = (service: Service): void => {
    for (const [token, granted] of refreshTokens) {
      if (granted.service === service) refreshTokens.delete(token);
    }
  };

  const exchange = (code: unknown, redirectUri: unknown): Outcome => {
    const consent = codes.get(String(code));
    codes.delete(String(code));
    if (!consent || consent.until < now()) return fail('invalid_code');
    if ((redirectUri ?? undefined) !== consent.redirectUri) return fail('bad_redirect_uri');
    // Installed anew, the app has a new token, and only that one.
    for (const each of within(consent)) {
      each.tokens.clear();
      forget(each);
    }
    return issue(consent);
  };

  const refresh = (token: unknown): Outcome => {
    const granted = refreshTokens.get(String(token));
    if (!granted) return fail('invalid_refresh_token');
    refreshTokens.delete(String(token));
    return issue(granted);
  };

  return {
    options,
    issued,
    redirectFor: (wanted) =>
      wanted === undefined ? redirectUrls[0] : redirectUrls.find((url) => wanted.startsWith(url)),
    issueCode: (consent) => {
      const code = `${newId('1')}.${newSecret()}`;
      codes.set(code, { ...consent, until: now() + CODE_MS });
      return code;
    },
    access: (args) => {
      if (!same(args['client_id'], clientId)) return fail('invalid_client_id');
      if (!same(args['client_secret'], clientSecret)) return fail('bad_client_secret');
      const grant = args['grant_type'] ?? 'authorization_code';
      if (grant === 'refresh_token') return refresh(args['refresh_token']);
      if (grant !== 'authorization_code') return fail('invalid_grant_type');
      return exchange(args['code'], args['redirect_uri']);
    },
    revoke: (service, token) => {
      const org = [...service.tokens.values()].some((each) => each.org);
      for (const each of within({ service, org })) {
        if (token === undefined) each.tokens.clear();
        else each.tokens.delete(token);
        forget(each);
      }
    },
  };
};
