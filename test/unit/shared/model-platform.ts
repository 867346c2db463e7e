import { err, ok } from '../../../shared/result.ts';
import { secret } from '../../../shared/secret.ts';
import type {
  ApiToken,
  Capabilities,
  Session,
  Tenant,
  TenantApi,
} from '../../../shared/tenant-api/port.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { ABLE, HARBOUR, MINUTE, NORTH, record, tokenValue, uuid } from './examples.ts';

/** A token as the platform keeps it, its present secret in plain sight for the test's eyes. */
export interface Kept {
  record: ApiToken;
  secret: string;
  readonly key: string;
  readonly request: TokenRequest;
}

/** The contract's pending time. */
const PENDING = 15 * MINUTE;

/**
 * A small tenant platform behind the port: the life cycle of the contract (pending, active,
 * discarded, revoked), idempotency keys, generations, and the rights of who calls.
 * @param now the platform's clock, ms since the epoch
 */
export const createPlatform = (now: () => number, capabilities: Capabilities = ABLE) => {
  const tokens: Kept[] = [];
  const tenants: Tenant[] = [NORTH, HARBOUR];
  let secrets = 0;

  const freshSecret = (): string => {
    secrets += 1;
    return tokenValue(secrets);
  };

  const change = (token: Kept, changes: Partial<ApiToken>): void => {
    token.record = { ...token.record, ...changes };
  };

  const lapse = (): void => {
    for (const token of tokens) {
      const { state, pendingUntil } = token.record;
      if (state === 'pending' && pendingUntil !== null && Date.parse(pendingUntil) <= now()) {
        change(token, { state: 'discarded', pendingUntil: null });
      }
    }
  };

  const start = (): Partial<ApiToken> =>
    capabilities.pending
      ? { state: 'pending', pendingUntil: new Date(now() + PENDING).toISOString() }
      : { state: 'active', pendingUntil: null };

  const make = (request: TokenRequest, key: string, caller: Session): Kept => {
    const token: Kept = {
      record: record({
        ...request,
        id: uuid(1000 + tokens.length),
        anchorTenantId: caller.tenant.id,
        createdBy: caller.user?.email ?? caller.key?.id ?? '',
        ...start(),
      }),
      secret: freshSecret(),
      key,
      request,
    };
    tokens.push(token);
    return token;
  };

  /** The port, for whoever holds the session with which a call was sent; null when signed out. */
  const as = (caller: Session | null): TenantApi => {
    const find = (id: string) => tokens.find((token) => token.record.id === id);
    return {
      capabilities,
      whoAmI: async () => (caller ? ok(caller) : err({ code: 'signed_out' })),
      tenants: async (search) => {
        const items = tenants.filter(({ name }) => name.includes(search));
        return ok({ items, total: items.length, more: false });
      },
      next: async (request, { idempotencyKey }) => {
        lapse();
        if (!caller) return err({ code: 'signed_out' });
        if (!caller.canManageTokens) return err({ code: 'forbidden' });
        const email = caller.user?.email;
        const known = tokens.find(
          ({ key, record }) =>
            capabilities.idempotency && key === idempotencyKey && record.createdBy === email,
        );
        if (!known) {
          const made = make(request, idempotencyKey, caller);
          return ok({ record: made.record, token: secret(made.secret) });
        }
        if (JSON.stringify(known.request) !== JSON.stringify(request)) {
          return err({ code: 'conflict' });
        }
        if (known.record.state !== 'pending') return ok({ record: known.record, token: undefined });
        known.secret = freshSecret();
        change(known, { ...start(), generation: known.record.generation + 1 });
        return ok({ record: known.record, token: secret(known.secret) });
      },
      save: async (id, generation) => {
        lapse();
        if (!caller) return err({ code: 'signed_out' });
        const token = find(id);
        if (!token) return err({ code: 'not_found' });
        if (token.record.createdBy !== caller.user?.email) return err({ code: 'forbidden' });
        const { state } = token.record;
        if (token.record.generation !== generation || (state !== 'pending' && state !== 'active')) {
          return err({ code: 'conflict' });
        }
        change(token, { state: 'active', pendingUntil: null });
        return ok(token.record);
      },
      cancel: async (id) => {
        lapse();
        if (!caller) return err({ code: 'signed_out' });
        const token = find(id);
        if (!token) return err({ code: 'not_found' });
        const { state } = token.record;
        if (state === 'pending') change(token, { state: 'discarded', pendingUntil: null });
        if (state === 'active') change(token, { state: 'revoked' });
        return ok(undefined);
      },
    };
  };

  return { tokens, as };
};

export type ModelPlatform = ReturnType<typeof createPlatform>;
