import { reach, type Scope, type TenantNode, type TenantTree } from '../rules/tenant-tree.ts';
import { all, type Database, type Page, page, type Paging } from './database.ts';
import { tenantRow } from './rows.ts';

/** All tenants, read anew each time: "all tenants" includes those that come later. */
export const readTenants = (db: Database): TenantTree =>
  new Map(
    all(db, tenantRow, 'SELECT * FROM tenants ORDER BY rowid').map((tenant) => [tenant.id, tenant]),
  );

/** The tenants of a scope that a search means; ordered by `own_first`, its top one comes first. */
export const listTenants = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  search: string | undefined,
  paging: Paging,
): Page<TenantNode> =>
  page(
    db,
    tenantRow,
    {
      columns: '*',
      from: `FROM (SELECT *, id <> :own AS own_first FROM tenants) WHERE id IN (SELECT value FROM json_each(:reach))
        AND (:search IS NULL OR matches(:search, id, name))`,
      values: {
        own: scope.tenantId,
        reach: JSON.stringify([...reach(tree, scope)]),
        search: search ?? null,
      },
      tieBreak: 'fold(name)',
    },
    paging,
  );
