import * as z from 'zod/mini';
import { eachOnce } from '../each-once.ts';
import { REQUEST_FIELDS } from '../each-field.ts';
import { err, ok, type Result } from '../result.ts';
import { type Secret, secret } from '../secret.ts';
import { FIELD_ERROR_CODES, type FieldError, type RequestField } from '../token-request.ts';
import { ENDPOINTS, FIELDS, HEADERS, MAX_PAGE_SIZE, QUERY, TOKEN_FIELDS } from './endpoints.ts';
import { asSession, asTenant, asToken } from './codec.ts';
import type { ApiError, TenantApi } from './port.ts';
import {
  newTokenReading,
  refusalReading,
  sessionReading,
  tenantsReading,
  tokenReading,
} from './reading.ts';
import { coreName, fromWire, toWire } from './wire.ts';

/** A request as it goes out: the path from the origin on, with its query. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a transport brings back; it neither throws nor follows a redirect. */
export type WireAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly contentType: string;
      readonly retryAfter: string | null;
      readonly requestId: string | null;
      readonly body: string;
    }
  | { readonly kind: 'too_large' }
  | {
      readonly kind:
        'redirected' | 'timeout' | 'unreachable' | 'page_gone' | 'page_forbids' | 'other_origin';
    };

/** Carries one request to the platform: through the open page, or over the network. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const REQUEST_ID = /^[\w-]{1,64}$/;
const MAX_WAIT_SECONDS = 3600;

/** How many tenants there are where the platform does not count, and has more: searches never find them all. */
const UNCOUNTED = Number.MAX_SAFE_INTEGER;

/** The first fault of each field that a form has. */
const fieldErrors = (body: unknown): FieldError[] => {
  const error = refusalReading.safeParse(body).data;
  const faults = error ? fromWire(FIELDS.error, error).fields : [];
  const found = new Map<RequestField, FieldError>();
  for (const fault of faults) {
    const { field, code, max } = fromWire(FIELDS.fieldError, fault);
    const name = coreName(TOKEN_FIELDS.request, field);
    if (name === undefined || name === 'onBehalfOf' || found.has(name)) continue;
    const known = FIELD_ERROR_CODES.find((each) => each === code) ?? 'wrong_type';
    // "Too long" says nothing without how long it may be.
    const said = known === 'too_long' && max === undefined ? 'wrong_type' : known;
    found.set(name, { field: name, code: said, ...(max === undefined ? {} : { max }) });
  }
  return [...found.values()];
};

const refusal = (status: number, retryAfter: string | null, body: unknown): ApiError => {
  // What is not in the platform's own form comes from something in between, or from a page that is no
  // tenant's: it says nothing of a session, of rights or of a token, of which these are the last word.
  const own = refusalReading.safeParse(body).success;
  if (own && status === 401) return { code: 'signed_out' };
  if (own && status === 403) return { code: 'forbidden' };
  if (own && status === 404) return { code: 'not_found' };
  if (own && status === 409) return { code: 'conflict' };
  if (own && status === 422) return { code: 'invalid', fields: fieldErrors(body) };
  if (status === 429) {
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    const retryAfterSeconds = Number.isFinite(seconds)
      ? Math.min(Math.max(seconds, 1), MAX_WAIT_SECONDS)
      : 60;
    return { code: 'rate_limited', retryAfterSeconds };
  }
  if (status >= 500) return { code: 'server_error', status };
  if (status < 400) return { code: 'malformed' };
  return own ? { code: 'refused', status } : { code: 'refused', status, foreign: true };
};

const isJson = (contentType: string): boolean => /^application\/json\s*(;|$)/i.test(contentType);

/** The parsed body of an answer that says it is JSON; undefined for any other. */
export const jsonIn = ({
  contentType,
  body,
}: Pick<WireAnswer & { kind: 'answer' }, 'contentType' | 'body'>): unknown =>
  isJson(contentType) ? parseJson(body) : undefined;

/**
 * What an answer means.
 * @param answer as the transport brought it
 * @param schema the form of a success
 * @returns the parsed success, or the error with the platform's request id where it gave a sane one
 */
export const readAnswer = <Schema extends z.ZodMiniType>(
  answer: WireAnswer,
  schema: Schema,
): Result<z.output<Schema>, ApiError> => {
  if (answer.kind === 'too_large') return err({ code: 'malformed' });
  if (answer.kind !== 'answer') return err({ code: answer.kind });
  const id = answer.requestId ?? '';
  const reference = REQUEST_ID.test(id) ? { requestId: id } : {};
  const json = jsonIn(answer);
  if (answer.status < 200 || answer.status > 299) {
    return err({ ...refusal(answer.status, answer.retryAfter, json), ...reference });
  }
  const parsed = schema.safeParse(answer.status === 204 ? null : json);
  return parsed.success ? ok(parsed.data) : err({ code: 'malformed', ...reference });
};

const secretOf = (token: string | undefined): Secret | undefined =>
  token === undefined ? undefined : secret(token);

// Half of an emoji, as someone may type it, has no UTF-8, and encodeURIComponent throws on it.
const percentEncoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

const query = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${percentEncoded(value)}`)
    .join('&');

const map = <T, U>(result: Result<T, ApiError>, change: (value: T) => U): Result<U, ApiError> =>
  result.ok ? ok(change(result.value)) : result;

/**
 * The Tenant API over HTTP.
 * @param transport carries a request to the platform and says who calls (a cookie, or a key)
 */
export const createTenantApi = (transport: Transport): TenantApi => {
  const call = async <Schema extends z.ZodMiniType>(
    endpoint: { readonly method: string; readonly path: string },
    schema: Schema,
    options: { id?: string; query?: string; headers?: Record<string, string>; body?: object } = {},
  ): Promise<Result<z.output<Schema>, ApiError>> => {
    const path = endpoint.path.replace(':id', percentEncoded(options.id ?? ''));
    const answer = await transport({
      method: endpoint.method,
      path: options.query ? `${path}?${options.query}` : path,
      headers: {
        accept: 'application/json',
        ...(options.body ? { 'content-type': 'application/json' } : {}),
        ...options.headers,
      },
      ...(options.body ? { body: JSON.stringify(options.body) } : {}),
    });
    return readAnswer(answer, schema);
  };

  return {
    capabilities: {
      pending: true,
      idempotency: true,
      fields: REQUEST_FIELDS,
      person: true,
      tenants: 'listed',
      resumes: false,
    },

    whoAmI: async () => map(await call(ENDPOINTS.session, sessionReading), asSession),

    tenants: async (search, pageNumber = 1) => {
      const page = await call(ENDPOINTS.tenants, tenantsReading, {
        query: query({
          [QUERY.search]: search,
          [QUERY.pageNumber]: String(pageNumber),
          [QUERY.pageSize]: String(MAX_PAGE_SIZE),
        }),
      });
      return map(page, (found) => {
        const { items, total } = fromWire(FIELDS.list, found);
        const taken = items.flatMap((item) => (item ? asTenant(item) : []));
        // Each once: a choice is told from another by its id.
        const each = eachOnce(taken);
        const before = (pageNumber - 1) * MAX_PAGE_SIZE;
        // Where the platform does not count, a full page is perhaps not the last.
        const more =
          total === undefined ? items.length >= MAX_PAGE_SIZE : before + MAX_PAGE_SIZE < total;
        const all = total ?? (more ? UNCOUNTED : before + items.length);
        // What fell away is not there to be looked for.
        const there = all - (items.length - each.length);
        return { items: each, total: Math.max(there, each.length), more };
      });
    },

    next: async (request, { idempotencyKey, onBehalfOf }) => {
      const answer = await call(ENDPOINTS.next, newTokenReading, {
        headers: { [HEADERS.idempotencyKey]: idempotencyKey },
        body: toWire(TOKEN_FIELDS.request, { ...request, onBehalfOf }),
      });
      return map(answer, (wire) => ({
        record: asToken(wire),
        token: secretOf(fromWire(TOKEN_FIELDS.newToken, wire).token),
      }));
    },

    save: async (id, generation) => {
      const body = toWire(TOKEN_FIELDS.save, { generation });
      return map(await call(ENDPOINTS.save, tokenReading, { id, body }), asToken);
    },

    cancel: async (id) => map(await call(ENDPOINTS.cancel, z.null(), { id }), () => undefined),
  };
};
