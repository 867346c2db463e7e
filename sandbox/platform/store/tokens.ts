import type { StoredToken } from '../rules/life-cycle.ts';
import type { Scope, TenantTree } from '../rules/tenant-tree.ts';
import { reach } from '../rules/tenant-tree.ts';
import type { TokenState } from '../../../shared/tenant-api/port.ts';
import { toWire } from '../../../shared/tenant-api/wire.ts';
import { all, type Database, insert, one, type Page, page, type Paging, run } from './database.ts';
import { tokenRow } from './rows.ts';
import { TEXT_COLUMNS } from './schema.ts';

const texts = Object.values(TEXT_COLUMNS);

/** The columns of a token, but for its hash, which leaves the database in one place only. */
const COLUMNS = `id, ${texts.join(', ')}, scope, tenant_id, anchor_tenant_id, permissions,
  expires_on, expires_at, state, pending_until, hint, generation, version, created_at, created_by, creator_id,
  on_behalf_of, last_used_at, can_manage_tokens`;

const toRow = (token: StoredToken) => ({
  id: token.id,
  ...toWire(TEXT_COLUMNS, token),
  scope: token.scope.kind,
  tenant_id: token.scope.tenantId,
  anchor_tenant_id: token.anchorTenantId,
  permissions: JSON.stringify(token.permissions),
  expires_on: token.expiresOn,
  expires_at: token.expiresAt,
  state: token.state,
  pending_until: token.pendingUntil,
  hint: token.hint,
  generation: token.generation,
  version: token.version,
  created_at: token.createdAt,
  created_by: token.createdBy,
  creator_id: token.creatorId,
  on_behalf_of: token.onBehalfOf,
  last_used_at: token.lastUsedAt,
  can_manage_tokens: token.canManageTokens ? 1 : 0,
});

/** Stores a new token. @param hash of the secret, all that is kept of it */
export const insertToken = (db: Database, token: StoredToken, hash: Buffer): void =>
  insert(db, 'api_tokens', { ...toRow(token), hash });

/**
 * Stores a changed token as its next version.
 * @param hash of a new secret; without it the token keeps the one it has
 * @returns the token as stored
 */
export const updateToken = (db: Database, changed: StoredToken, hash?: Buffer): StoredToken => {
  const token = { ...changed, version: changed.version + 1 };
  const row = { ...toRow(token), ...(hash ? { hash } : {}) };
  const columns = Object.keys(row).filter((column) => column !== 'id');
  run(
    db,
    `UPDATE api_tokens SET ${columns.map((column) => `${column} = :${column}`).join(', ')}
     WHERE id = :id`,
    row,
  );
  return token;
};

export const findToken = (db: Database, id: string): StoredToken | undefined =>
  one(db, tokenRow, `SELECT ${COLUMNS} FROM api_tokens WHERE id = :id`, { id });

/** The tokens on which the clock has something to do. @param now milliseconds since the epoch */
export const dueTokens = (db: Database, now: number): StoredToken[] =>
  all(
    db,
    tokenRow,
    `SELECT ${COLUMNS} FROM api_tokens WHERE state = 'pending' AND pending_until <= :now
     UNION ALL
     SELECT ${COLUMNS} FROM api_tokens WHERE state = 'active' AND expires_at <= :now`,
    { now },
  );

/** Sets or takes the mark with which a key may manage tokens. It is no part of the record. */
export const markToken = (db: Database, id: string, canManageTokens: boolean): void => {
  run(db, 'UPDATE api_tokens SET can_manage_tokens = :mark WHERE id = :id', {
    id,
    mark: canManageTokens ? 1 : 0,
  });
};

/** What a list of tokens is narrowed to. */
export interface TokenFilter {
  readonly state?: TokenState | undefined;
  /** One tenant's id, or `all`. */
  readonly tenantId?: string | undefined;
  readonly search?: string | undefined;
  /** A calendar date; tokens that never expire are never before it. */
  readonly expiresBefore?: string | undefined;
}

/** The tokens whose tenants lie within a scope, narrowed by a filter. */
export const listTokens = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  filter: TokenFilter,
  paging: Paging,
): Page<StoredToken> =>
  page(
    db,
    tokenRow,
    {
      columns: COLUMNS,
      tieBreak: 'rowid',
      from: `FROM api_tokens
        WHERE tenant_id IN (SELECT value FROM json_each(:reach)) AND (scope = 'one' OR :wholeTree = 1)
          AND (:state IS NULL OR state = :state)
          AND (:tenantId IS NULL OR CASE scope WHEN 'all' THEN 'all' ELSE tenant_id END = :tenantId)
          AND (:expiresBefore IS NULL OR expires_on < :expiresBefore)
          AND (:search IS NULL
            OR matches(:search, id, ${texts.join(` || ' ' || `)})
            OR hint = :search)`,
      values: {
        reach: JSON.stringify([...reach(tree, scope)]),
        wholeTree: scope.kind === 'all' ? 1 : 0,
        state: filter.state ?? null,
        tenantId: filter.tenantId ?? null,
        expiresBefore: filter.expiresBefore ?? null,
        search: filter.search ?? null,
      },
    },
    paging,
  );
