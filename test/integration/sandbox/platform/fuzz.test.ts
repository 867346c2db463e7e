import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../../shared/tenant-api/contract.ts';
import { type CallOptions, tokenRequest } from '../../../support/platform-client.ts';
import {
  newToken,
  PEOPLE,
  startTestPlatform,
  type TestPlatform,
} from '../../../support/test-platform.ts';

/** Enough to meet what nobody thought of; the seed makes a failure repeatable. */
const REQUESTS = 10_000;
const SEED = 20_261_124;
const BATCH = 200;

const PATH = '/api/v1/api_tokens';
const HOSTS = [
  '127.0.0.1',
  'nord.localhost',
  'api.nord.localhost',
  'hafen.nord.localhost',
  'sol.localhost',
];

/** What stands for an id or a key until a request is made: the batch's own, made just before. */
const ACTIVE = '{active}';
const PENDING = '{pending}';
const DEVICE = '{device}';

interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly host: string;
  readonly auth: 'key' | 'weak key' | 'session' | 'none';
  readonly headers: Readonly<Record<string, string>>;
  /** Absent for no body. */
  readonly body?: unknown;
  readonly raw?: string;
}

const edit = { name: 'New', description: '', permissions: ['read'], expires_on: null };
/** Halves of surrogate pairs cannot go into an URL. */
const encode = (value: string): string => encodeURIComponent(Buffer.from(value).toString());

const device = { name: 'Sensor', serial: 'S-1' };
const json = { 'content-type': 'application/json' };

const base = (method: string, path: string, rest: Partial<FuzzRequest> = {}): FuzzRequest => ({
  method,
  path,
  query: [],
  host: '127.0.0.1',
  auth: 'key',
  headers: rest.body === undefined ? {} : json,
  ...rest,
});

/** One valid request for each call there is. */
const VALID: readonly FuzzRequest[] = [
  base('GET', '/api/v1/session'),
  base('GET', '/api/v1/tenants', { query: [['search', 'nord']] }),
  base('GET', PATH, {
    query: [
      ['state', 'active'],
      ['expires_before', '2027-01-01'],
      ['field_to_order', 'name'],
      ['order', 'desc'],
      ['page_size', '5'],
    ],
  }),
  base('GET', `${PATH}/${ACTIVE}`),
  base('POST', PATH, {
    body: tokenRequest('all', { expires_on: '2026-12-31', on_behalf_of: 'Mia' }),
  }),
  base('POST', PATH, {
    body: tokenRequest('all'),
    headers: { ...json, 'idempotency-key': 'fuzz' },
  }),
  base('POST', `${PATH}/${PENDING}/save`, { body: { generation: 1 } }),
  base('PUT', `${PATH}/${ACTIVE}`, { body: edit, headers: { ...json, 'if-match': '2' } }),
  base('DELETE', `${PATH}/${PENDING}`),
  base('GET', '/api/v1/devices', {
    query: [
      ['page_number', '2'],
      ['page_size', '3'],
    ],
  }),
  base('POST', '/api/v1/devices', { body: device }),
  base('GET', `/api/v1/devices/${DEVICE}`),
  base('PUT', `/api/v1/devices/${DEVICE}`, { body: device }),
  base('DELETE', `/api/v1/devices/${DEVICE}`),
  base('GET', '/api/v1/alarms', { query: [['status', 'resolved']] }),
  base('GET', '/api/v1/events/by_id', { query: [['id', DEVICE]] }),
  base('GET', '/api/v1/openapi.json'),
  ...(
    [
      ['POST', PATH, tokenRequest('all')],
      ['GET', '/cockpit-api/api_tokens', undefined],
      ['GET', '/cockpit-api/log', undefined],
      ['PUT', `/cockpit-api/api_tokens/${ACTIVE}/can_manage_tokens`, { can_manage_tokens: true }],
    ] as const
  ).map(([method, path, body]) =>
    base(method, path, {
      host: PEOPLE.ada.host,
      auth: 'session',
      ...(body === undefined ? {} : { body, headers: { ...json, origin: '{origin}' } }),
    }),
  ),
];

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'all',
    'null',
    '__proto__',
    '\u0000',
    '\ud800',
    '\u202e',
    "'; DROP TABLE x; --",
  ),
  fc.constantFrom(
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
    '-1',
    '1e309',
    'NaN',
    '%',
    '../..',
    '\\',
  ),
  fc.string({ minLength: 90, maxLength: 600 }),
);

const anything = fc.anything({
  maxDepth: 3,
  values: [text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
});

/** Only what HTTP lets through: the rest never leaves this process. */
const headerValue = text.map((value) => value.replaceAll(/[^\x20-\x7e]/g, '').trim());

type Mutation = (request: FuzzRequest) => FuzzRequest;

const members = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? { ...(body as Record<string, unknown>) } : {};

const withHeader = (request: FuzzRequest, name: string, value: string): FuzzRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});

const FIELDS = [
  'name',
  'description',
  'tenant_id',
  'permissions',
  'expires_on',
  'on_behalf_of',
  'generation',
  'serial',
  'can_manage_tokens',
  '__proto__',
  'foo',
];
const PARAMETERS = [
  'page_number',
  'page_size',
  'field_to_order',
  'order',
  'search',
  'state',
  'tenant_id',
  'expires_before',
  'status',
  'id',
  'foo',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .record({ field: fc.constantFrom(...FIELDS), value: anything })
    .map(({ field, value }): Mutation => (request) => ({
      ...request,
      body: Object.fromEntries([...Object.entries(members(request.body)), [field, value]]),
    })),
  fc.constantFrom(...FIELDS).map((field): Mutation => (request) => {
    const { [field]: _left, ...rest } = members(request.body);
    return { ...request, body: rest };
  }),
  anything.map((body): Mutation => (request) => ({ ...request, body })),
  fc.nat(200).map((at): Mutation => (request) => ({
    ...request,
    raw: (JSON.stringify(request.body) ?? '').slice(0, at),
  })),
  text.map((raw): Mutation => (request) => ({ ...request, raw })),
  fc.constantFrom(65_536, 65_537, 100_000).map((length): Mutation => (request) => ({
    ...request,
    raw: JSON.stringify(request.body ?? {}).padEnd(length),
  })),
  fc.nat(3).map((at): Mutation => (request) => ({
    ...request,
    headers: Object.fromEntries(
      Object.entries(request.headers).filter((_each, index) => index !== at),
    ),
  })),
  fc.tuple(fc.constantFrom(...PARAMETERS), text).map((parameter): Mutation => (request) => ({
    ...request,
    query: [...request.query, parameter],
  })),
  text.map((id): Mutation => (request) => ({
    ...request,
    path: request.path.replace(/\{\w+\}/, encode(id)),
  })),
  fc
    .constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'QUERY')
    .map((method): Mutation => (request) => ({ ...request, method })),
  fc.constantFrom(...HOSTS).map((host): Mutation => (request) => ({ ...request, host })),
  fc
    .constantFrom('key', 'weak key', 'session', 'none')
    .map((auth): Mutation => (request) => ({ ...request, auth })),
  fc
    .tuple(
      fc.constantFrom(
        'if-match',
        'idempotency-key',
        'content-type',
        'content-encoding',
        'origin',
        'sec-fetch-site',
        'accept',
        'cookie',
        'api-key',
        'range',
        'if-none-match',
        'x-request-id',
      ),
      headerValue,
    )
    .map(
      ([name, value]): Mutation =>
        (request) =>
          withHeader(request, name, value),
    ),
);

const mutated = fc
  .tuple(fc.constantFrom(...VALID), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([request, mutations]) => mutations.reduce((each, mutate) => mutate(each), request));

const random: fc.Arbitrary<FuzzRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
    path: fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'api',
            'v1',
            'api_tokens',
            'save',
            'devices',
            'cockpit-api',
            'administration',
            'events',
            'by_id',
            ACTIVE,
            '.',
            '..',
            '',
          ),
          text.map((part) => encode(part)),
        ),
        { maxLength: 6 },
      )
      .map((parts) => `/${parts.join('/')}`),
    query: fc.array(fc.tuple(text, text), { maxLength: 3 }),
    host: fc.constantFrom(...HOSTS),
    auth: fc.constantFrom('key', 'weak key', 'session', 'none'),
    headers: fc.dictionary(
      fc.constantFrom('content-type', 'origin', 'if-match', 'cookie'),
      headerValue,
    ),
    raw: text,
  })
  .map(({ raw, ...rest }) => ({ ...rest, ...(rest.method === 'GET' ? {} : { raw }) }));

/** Three in four are valid ones, mutated. */
const requests = fc.oneof(
  { weight: 3, arbitrary: mutated.map((request) => ({ kind: 'mutated' as const, request })) },
  { weight: 1, arbitrary: random.map((request) => ({ kind: 'random' as const, request })) },
);

let t: TestPlatform;
beforeAll(async () => {
  t = await startTestPlatform();
});
afterAll(() => t.close());

/** The batch's own key, session, tokens and device: what the batch before broke does not matter. */
const prepare = async () => {
  const key = t.key();
  const session = await t.signIn(PEOPLE.ada.email, PEOPLE.ada.host);
  const weak = t.key({ permissions: ['read'], canManageTokens: false });
  const active = await t.saved(key);
  const pending = newToken(await t.call('POST', PATH, { key, json: tokenRequest('all') }));
  const made = await t.call('POST', '/api/v1/devices', { key, json: device });
  const ids: Readonly<Record<string, string>> = {
    [ACTIVE]: active.record.id,
    [PENDING]: pending.record.id,
    [DEVICE]: String((made.json as { id: unknown }).id),
    '{origin}': t.platform.tenants.nord.url,
  };
  return {
    key,
    weak,
    session,
    fill: (value: string) => value.replaceAll(/\{\w+\}/g, (name) => ids[name] ?? name),
  };
};

const toCall = (
  { query, host, auth, headers, body, raw, path }: FuzzRequest,
  { key, weak, session, fill }: Awaited<ReturnType<typeof prepare>>,
): [string, CallOptions] => {
  const parameters = query.map((pair) => pair.map((each) => encode(fill(each))).join('='));
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return [
    fill(path) + (parameters.length > 0 ? `?${parameters.join('&')}` : ''),
    {
      host,
      ...(auth === 'key' ? { key } : {}),
      ...(auth === 'weak key' ? { key: weak } : {}),
      ...(auth === 'session' ? { session } : {}),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, fill(value)]),
      ),
      ...(sent === undefined ? {} : { raw: sent }),
    },
  ];
};

describe(`${REQUESTS} requests that nobody should send`, () => {
  it('are all answered, in form, and none with a 5xx', async () => {
    const sample = fc.sample(requests, { numRuns: REQUESTS, seed: SEED });
    const counts = { mutated: new Map<number, number>(), random: new Map<number, number>() };
    for (let start = 0; start < sample.length; start += BATCH) {
      const prepared = await prepare();
      const batch = sample.slice(start, start + BATCH).map(async ({ kind, request }) => {
        const [path, options] = toCall(request, prepared);
        const answer = await t.call(request.method, path, options);
        const { status, headers } = answer;
        counts[kind].set(status, (counts[kind].get(status) ?? 0) + 1);
        const told = `${request.method} ${path} ${JSON.stringify(options)}: ${status} ${answer.text}`;
        if (status >= 500 || !/^[0-9a-f-]{36}$/.test(String(headers['x-request-id'])))
          throw new Error(told);
        if (status >= 400 && request.method !== 'HEAD') {
          const { code, fields } = errorSchema.parse(answer.json);
          if (code !== status || (status === 422) !== (fields !== undefined)) throw new Error(told);
        }
      });
      await Promise.all(batch);
    }
    const table = (of: Map<number, number>): string =>
      [...of]
        .toSorted(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ');
    const sum = (of: Map<number, number>): number => [...of.values()].reduce((a, b) => a + b, 0);
    console.log(`Valid ones, mutated (${sum(counts.mutated)}): ${table(counts.mutated)}`);
    console.log(`Random ones (${sum(counts.random)}): ${table(counts.random)}`);
    expect(sum(counts.mutated)).toBeGreaterThanOrEqual(REQUESTS / 2);
    expect(sum(counts.mutated) + sum(counts.random)).toBe(REQUESTS);
    // They reach beyond the door: every outcome that the contract knows is among them.
    for (const status of [200, 201, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428]) {
      expect(counts.mutated.get(status) ?? 0, String(status)).toBeGreaterThan(0);
    }
    expect(t.log.filter((line) => line.startsWith('error'))).toEqual([]);
  }, 600_000);
});
