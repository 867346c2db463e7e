import { err, ok, type Result } from '../../../shared/result.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { dayZone, expiresAt } from '../rules/expires-at.ts';
import { onDelete, onSave, type StoredToken } from '../rules/life-cycle.ts';
import { conflict, type Fault, forbidden, invalid, type Refusal } from '../rules/refusal.ts';
import {
  isCreator,
  requireDeletable,
  requireTokenPermission,
  requireWithin,
  visible,
} from '../rules/who-may.ts';
import { type Page, type Paging } from '../store/database.ts';
import {
  findToken,
  listTokens,
  markToken,
  type TokenFilter,
  updateToken,
} from '../store/tokens.ts';
import { auditByCaller, type Call } from './call.ts';
import { change, settle } from './settle.ts';

const find = ({ db, tree, caller }: Call, id: string): Result<StoredToken, Refusal> =>
  visible(tree, caller, findToken(db, id));

/** The records that the caller may see, narrowed by a filter. */
export const list = (call: Call, filter: TokenFilter, paging: Paging): Page<StoredToken> => {
  settle(call);
  return listTokens(call.db, call.tree, call.caller.scope, filter, paging);
};

/** One record. */
export const show = (call: Call, id: string): Result<StoredToken, Refusal> => {
  settle(call);
  const allowed = requireTokenPermission(call.caller, 'read');
  return allowed.ok ? find(call, id) : allowed;
};

/** Save: pending becomes active. Only its creator can, as often as they like. */
export const save = (call: Call, id: string, generation: number): Result<StoredToken, Refusal> =>
  change(call, () => {
    const allowed = requireTokenPermission(call.caller, 'create');
    if (!allowed.ok) return allowed;
    const found = find(call, id);
    if (!found.ok) return found;
    const token = found.value;
    if (!isCreator(call.caller, token)) {
      return err(forbidden('Only who asked for a token can save it.'));
    }
    // A key may have lost permissions since Next.
    const within = requireWithin(call.caller, token);
    if (!within.ok) return within;
    switch (onSave(token, generation)) {
      case 'conflict':
        return err(
          conflict(
            token.generation === generation
              ? `The token is ${token.state} and cannot be saved.`
              : 'The token was made anew since; save its latest generation.',
          ),
        );
      case 'nothing':
        return ok(token);
      case 'activate': {
        const saved = updateToken(call.db, { ...token, state: 'active', pendingUntil: null });
        auditByCaller(call, 'save', saved);
        return ok(saved);
      }
    }
  });

/** DELETE: a pending token is discarded, an active one revoked, a dead one stays as it is. */
export const remove = (call: Call, id: string): Result<void, Refusal> =>
  change(call, () => {
    const found = find(call, id);
    if (!found.ok) return found;
    const token = found.value;
    const allowed = requireDeletable(call.caller, token);
    if (!allowed.ok) return allowed;
    const action = onDelete(token.state);
    if (action === 'nothing') return ok(undefined);
    const state = action === 'discard' ? 'discarded' : 'revoked';
    const removed = updateToken(call.db, { ...token, state, pendingUntil: null });
    auditByCaller(call, action === 'discard' ? 'cancel' : 'revoke', removed);
    return ok(undefined);
  });

const STALE: Refusal = { status: 412, error: 'The token was changed since that version.' };
const NO_VERSION: Refusal = { status: 428, error: 'Send the version in an If-Match header.' };

/** `If-Match` takes the version bare or as an entity tag in quotes. */
const isVersion = (ifMatch: string, version: number): boolean =>
  [String(version), `"${version}"`].includes(ifMatch.trim());

/** All that can be replaced: what was asked for, but for the tenants. */
export type Edit = Omit<TokenRequest, 'tenantId'>;

/**
 * PUT: replaces what can be replaced of an active token.
 * @param parse the request, judged for the token that it is for
 */
export const edit = (
  call: Call,
  id: string,
  ifMatch: string | undefined,
  parse: (token: StoredToken) => Result<Edit, readonly Fault[]>,
): Result<StoredToken, Refusal> =>
  change(call, () => {
    const allowed = requireTokenPermission(call.caller, 'write');
    if (!allowed.ok) return allowed;
    const found = find(call, id);
    if (!found.ok) return found;
    const token = found.value;
    const within = requireWithin(call.caller, token);
    if (!within.ok) return within;
    if (token.state !== 'active') {
      return err(conflict(`The token is ${token.state}; only an active one can be changed.`));
    }
    if (ifMatch === undefined) return err(NO_VERSION);
    if (!isVersion(ifMatch, token.version)) return err(STALE);
    const parsed = parse(token);
    if (!parsed.ok) return err(invalid(parsed.error));
    const { expiresOn } = parsed.value;
    const zone = dayZone(call.tree.get(token.scope.tenantId));
    const changed = updateToken(call.db, {
      ...token,
      ...parsed.value,
      expiresAt: expiresOn && expiresAt(expiresOn, zone),
    });
    auditByCaller(call, 'edit', changed);
    return ok(changed);
  });

/** Sets or takes the mark that lets a key manage tokens; the cockpit alone does this. */
export const mark = (
  call: Call,
  id: string,
  canManageTokens: boolean,
): Result<StoredToken, Refusal> =>
  change(call, () => {
    const found = find(call, id);
    if (!found.ok) return found;
    const token = found.value;
    if (token.state !== 'active') {
      return err(conflict(`The token is ${token.state}; only an active one can be marked.`));
    }
    if (token.canManageTokens === canManageTokens) return ok(token);
    markToken(call.db, id, canManageTokens);
    auditByCaller(call, canManageTokens ? 'mark' : 'unmark', token);
    return ok({ ...token, canManageTokens });
  });
