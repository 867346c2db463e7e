import { endTokens } from '../../oauth/end-tokens.ts';
import { sendTokensRevoked } from '../../outbound/events.ts';
import { defineMethod, type Method } from '../method.ts';
import { fail } from '../outcome.ts';

const access: Method = {
  token: 'none',
  tier: 'none',
  run: ({ oauth }, args) => oauth?.access(args) ?? fail('invalid_client_id'),
};

const revoke = defineMethod({ token: 'bot', tier: 3 }, {}, (service) => {
  endTokens(service);
  void sendTokensRevoked(service);
  return { ok: true, revoked: true };
});

/** docs.slack.dev/reference/methods: oauth, auth.revoke. */
export const OAUTH_METHODS: Readonly<Record<string, Method>> = {
  'oauth.v2.access': access,
  'auth.revoke': revoke,
};
