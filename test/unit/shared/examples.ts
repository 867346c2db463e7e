import type { CalendarDate } from '../../../shared/calendar.ts';
import { NO_TEXTS, REQUEST_FIELDS } from '../../../shared/each-field.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { type Secret, secret } from '../../../shared/secret.ts';
import type { ApiToken, Capabilities, Session, Tenant } from '../../../shared/tenant-api/port.ts';
import type { Draft, RequestContext, TokenRequest } from '../../../shared/token-request.ts';

/** Noon in Greenwich on an ordinary Tuesday. */
export const NOW = Date.parse('2026-03-10T12:00:00Z');

export const MINUTE = 60_000;

/** For tests of hundreds of random cases: seconds of work, and many times that on a busy machine. */
export const PATIENCE = { timeout: 3 * MINUTE };

/** A UUID that says which example it is. */
export const uuid = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A date that the test knows to exist. */
export const day = (text: string): CalendarDate => text as CalendarDate;

/** A token of the documented form: 44 characters, standard base64 of 32 bytes. */
export const tokenValue = (n: number): string => {
  const bytes = new Uint8Array(32).fill(0xb7);
  new DataView(bytes.buffer).setUint32(12, n);
  return Buffer.from(bytes).toString('base64');
};

export const tokenSecret = (n = 1): Secret => secret(tokenValue(n));

export const NORTH: Tenant = {
  id: uuid(1),
  name: 'Nord',
  parentId: null,
  timeZone: 'Europe/Rome',
};
export const HARBOUR: Tenant = {
  id: uuid(2),
  name: 'Harbour',
  parentId: uuid(1),
  timeZone: 'Pacific/Auckland',
};

export const session = (changes: Partial<Session> = {}): Session => ({
  user: { name: 'Ada', email: 'ada@example.com', role: 'Super Admin' },
  tenant: {
    id: NORTH.id,
    name: NORTH.name,
    url: 'https://nord.example.com',
    apiUrl: 'https://api.nord.example.com',
    timeZone: NORTH.timeZone,
    language: 'it',
  },
  canManageTokens: true,
  canUseAllTenants: true,
  permissions: ['read', 'write', 'create', 'delete'],
  ...changes,
});

/** Of a platform that speaks the contract. */
export const ABLE: Capabilities = {
  pending: true,
  idempotency: true,
  fields: REQUEST_FIELDS,
  person: true,
  tenants: 'listed',
  resumes: false,
};

export const place = (changes: Partial<Place> = {}): Place => ({
  origin: 'https://nord.example.com',
  way: 'contract',
  session: session(),
  tenants: [NORTH, HARBOUR],
  tenantsTotal: 2,
  capabilities: ABLE,
  ...changes,
});

export const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...NO_TEXTS,
  name: 'CI uploader',
  description: 'Uploads the nightly build',
  tenantId: NORTH.id,
  permissions: ['read'],
  expiry: '90d',
  ownDate: '',
  ...changes,
});

export const request = (changes: Partial<TokenRequest> = {}): TokenRequest => ({
  ...NO_TEXTS,
  name: 'CI uploader',
  description: 'Uploads the nightly build',
  tenantId: NORTH.id,
  permissions: ['read'],
  expiresOn: day('2026-06-08'),
  ...changes,
});

export const record = (changes: Partial<ApiToken> = {}): ApiToken => ({
  id: uuid(100),
  ...NO_TEXTS,
  name: 'CI uploader',
  description: 'Uploads the nightly build',
  tenantId: NORTH.id,
  anchorTenantId: NORTH.id,
  permissions: ['read'],
  expiresOn: day('2026-06-08'),
  expiresAt: '2026-06-08T22:00:00Z',
  state: 'pending',
  pendingUntil: new Date(NOW + 15 * MINUTE).toISOString(),
  hint: 'k3Qz',
  generation: 1,
  version: 1,
  createdAt: new Date(NOW).toISOString(),
  createdBy: 'ada@example.com',
  onBehalfOf: null,
  lastUsedAt: null,
  ...changes,
});

/** What the rules know of the world: two tenants, every right, noon in Greenwich. */
export const context = (changes: Partial<RequestContext> = {}): RequestContext => ({
  anchor: NORTH,
  tenant: (id) => [NORTH, HARBOUR].find((tenant) => tenant.id === id),
  canUseAllTenants: true,
  grantable: ['read', 'write', 'create', 'delete'],
  now: NOW,
  ...changes,
});
