import type { Transport, WireAnswer, WireRequest } from '../../../../shared/tenant-api/client.ts';
import { NORTH, tokenValue, uuid } from '../examples.ts';

/** The contract's own examples, written out: nothing here is taken from the code under test. */
export const SESSION = {
  user: { name: 'Ada', email: 'ada@example.com', role: 'Super Admin' },
  tenant: {
    id: NORTH.id,
    name: 'Nord',
    url: 'https://nord.example.com',
    api_url: 'https://api.nord.example.com',
    time_zone: 'Europe/Rome',
    language: 'it',
  },
  can_manage_tokens: true,
  can_use_all_tenants: false,
  permissions: ['read', 'write'],
};

export const TENANT = {
  id: NORTH.id,
  name: 'Nord',
  parent_id: null,
  time_zone: 'Europe/Rome',
};

export const TOKEN = {
  id: uuid(100),
  name: 'CI uploader',
  description: '',
  tenant_id: NORTH.id,
  anchor_tenant_id: NORTH.id,
  permissions: ['read'],
  expires_on: '2026-06-08',
  expires_at: '2026-06-08T22:00:00Z',
  state: 'pending',
  pending_until: '2026-03-10T12:15:00.000Z',
  hint: 'k3Qz',
  generation: 1,
  version: 1,
  created_at: '2026-03-10T12:00:00Z',
  created_by: 'ada@example.com',
  on_behalf_of: null,
  last_used_at: null,
};

export const NEW_TOKEN = { ...TOKEN, token: tokenValue(9) };

export const page = (items: unknown, changes: object = {}) => ({
  items,
  page_number: 1,
  page_size: 200,
  total: 1,
  ...changes,
});

type Answer = Extract<WireAnswer, { kind: 'answer' }>;

/** A 200 with a JSON body, some of it changed. */
export const answer = (body: unknown, changes: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  requestId: null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...changes,
});

/** A refusal in the platform's own form. */
export const refusal = (status: number, more: object = {}, changes: Partial<Answer> = {}): Answer =>
  answer({ error: 'No.', code: status, ...more }, { status, ...changes });

/** A transport that gives the answers in turn, and keeps what it was asked. */
export const scripted = (...answers: WireAnswer[]) => {
  const requests: WireRequest[] = [];
  const left = [...answers];
  const transport: Transport = async (request) => {
    requests.push(request);
    const next = left.shift();
    if (!next) throw new Error('The client asked more than the script has answers for');
    return next;
  };
  return { transport, requests };
};
