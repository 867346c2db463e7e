import type { TextField } from '../../../shared/request-fields.ts';

/** The column of each text of a token. One that is added here needs a step below that makes it. */
export const TEXT_COLUMNS = {
  name: 'name',
  description: 'description',
} as const satisfies Readonly<Record<TextField, string>>;

/**
 * The database, step by step; a file that stands at step n gets the steps after it. A step that was
 * released is never changed.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE tenants (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    parent_id TEXT REFERENCES tenants(id),
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL,
    host TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants(id),
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    hash BLOB PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users(id),
    expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE api_tokens (
    id TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('one', 'all')),
    tenant_id TEXT NOT NULL REFERENCES tenants(id),
    anchor_tenant_id TEXT NOT NULL REFERENCES tenants(id),
    permissions TEXT NOT NULL,
    expires_on TEXT,
    expires_at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'expired', 'discarded', 'revoked')),
    pending_until INTEGER,
    hint TEXT NOT NULL,
    generation INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    creator_id TEXT NOT NULL,
    on_behalf_of TEXT,
    last_used_at INTEGER,
    can_manage_tokens INTEGER NOT NULL DEFAULT 0,
    CHECK ((state = 'pending') = (pending_until IS NOT NULL)),
    CHECK ((expires_on IS NULL) = (expires_at IS NULL))
  ) STRICT;
  CREATE INDEX api_tokens_pending ON api_tokens (pending_until) WHERE state = 'pending';
  CREATE INDEX api_tokens_expiring ON api_tokens (expires_at) WHERE state = 'active';

  CREATE TABLE idempotency_keys (
    caller_id TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    request TEXT NOT NULL,
    token_id TEXT NOT NULL REFERENCES api_tokens(id),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (caller_id, key_hash)
  ) STRICT;
  CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

  CREATE TABLE audit_lines (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    tenant_id TEXT REFERENCES tenants(id),
    actor_kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    on_behalf_of TEXT,
    action TEXT NOT NULL,
    subject_id TEXT,
    outcome TEXT NOT NULL,
    request_id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_lines_tenant ON audit_lines (tenant_id);

  CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenants(id),
    name TEXT NOT NULL,
    serial TEXT NOT NULL,
    inserted_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX devices_tenant ON devices (tenant_id);

  CREATE TABLE alarms (
    id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices(id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    level TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    params TEXT NOT NULL,
    inserted_at INTEGER NOT NULL,
    triggered_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    resolved_at INTEGER
  ) STRICT;
  CREATE INDEX alarms_device ON alarms (device_id);

  CREATE TABLE events (
    id TEXT PRIMARY KEY,
    alarm_id TEXT NOT NULL REFERENCES alarms(id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    params TEXT NOT NULL,
    inserted_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX events_alarm ON events (alarm_id);
  `,
  `ALTER TABLE tenants ADD COLUMN keys_only INTEGER NOT NULL DEFAULT 0;`,
];
