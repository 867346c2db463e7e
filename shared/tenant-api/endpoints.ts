import type { RequestField } from '../request-fields.ts';

/**
 * THE one place that knows paths, header and field names of the Tenant API, as a declarative
 * description. The vendor publishes no endpoints for API tokens: those here are this project's own
 * contract, in the platform's conventions. A deployment that differs changes this file alone.
 */
export const ENDPOINTS = {
  session: { method: 'GET', path: '/api/v1/session' },
  tenants: { method: 'GET', path: '/api/v1/tenants' },
  tokens: { method: 'GET', path: '/api/v1/api_tokens' },
  next: { method: 'POST', path: '/api/v1/api_tokens' },
  token: { method: 'GET', path: '/api/v1/api_tokens/:id' },
  save: { method: 'POST', path: '/api/v1/api_tokens/:id/save' },
  edit: { method: 'PUT', path: '/api/v1/api_tokens/:id' },
  cancel: { method: 'DELETE', path: '/api/v1/api_tokens/:id' },
  /** A harmless call that needs Read: what a new token is tried on. */
  probe: { method: 'GET', path: '/api/v1/devices' },
} as const;

/** What all paths begin with. */
export const API_BASE = '/api/v1';

/** Header names. The vendor documents `api-key`. */
export const HEADERS = {
  apiKey: 'api-key',
  idempotencyKey: 'idempotency-key',
  requestId: 'x-request-id',
  retryAfter: 'retry-after',
} as const;

/** Query parameters of a list. */
export const QUERY = {
  search: 'search',
  pageNumber: 'page_number',
  pageSize: 'page_size',
  orderBy: 'field_to_order',
  order: 'order',
  state: 'state',
  tenantId: 'tenant_id',
  expiresBefore: 'expires_before',
} as const;

export const MAX_PAGE_SIZE = 200;

/** What a token is asked for with, and what its record therefore has. */
const REQUEST = {
  name: 'name',
  description: 'description',
  tenantId: 'tenant_id',
  permissions: 'permissions',
  expiresOn: 'expires_on',
} as const satisfies Readonly<Record<RequestField, string>>;

/** The core's name of a field, and its name on the wire: of all but tokens. */
export const FIELDS = {
  tenant: { id: 'id', name: 'name', parentId: 'parent_id', timeZone: 'time_zone' },
  sessionTenant: {
    id: 'id',
    name: 'name',
    url: 'url',
    apiUrl: 'api_url',
    timeZone: 'time_zone',
    language: 'language',
  },
  user: { name: 'name', email: 'email', role: 'role' },
  sessionKey: { id: 'id', name: 'name' },
  session: {
    user: 'user',
    key: 'key',
    tenant: 'tenant',
    canManageTokens: 'can_manage_tokens',
    canUseAllTenants: 'can_use_all_tenants',
    permissions: 'permissions',
  },
  list: { items: 'items', pageNumber: 'page_number', pageSize: 'page_size', total: 'total' },
  /** The body of a refusal; the vendor documents `error` and `code`. */
  error: { message: 'error', status: 'code', fields: 'fields' },
  /** One fault of one field, beside a 422. */
  fieldError: { field: 'field', code: 'code', max: 'max' },
} as const;

/** The same of tokens, which the popup, with no room to spare, does without. */
export const TOKEN_FIELDS = {
  request: { ...REQUEST, onBehalfOf: 'on_behalf_of' },
  save: { generation: 'generation' },
  token: {
    id: 'id',
    ...REQUEST,
    anchorTenantId: 'anchor_tenant_id',
    expiresAt: 'expires_at',
    state: 'state',
    pendingUntil: 'pending_until',
    hint: 'hint',
    generation: 'generation',
    version: 'version',
    createdAt: 'created_at',
    createdBy: 'created_by',
    onBehalfOf: 'on_behalf_of',
    lastUsedAt: 'last_used_at',
  },
  /** Stands beside the record in the answer to Next, and nowhere else. */
  newToken: { token: 'token' },
} as const;
