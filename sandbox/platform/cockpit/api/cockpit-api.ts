import * as z from 'zod/mini';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { readAnswer, type Transport } from '../../../../shared/tenant-api/client.ts';
import { ENDPOINTS, QUERY } from '../../../../shared/tenant-api/endpoints.ts';
import type { ApiError, TokenState } from '../../../../shared/tenant-api/port.ts';
import {
  type ListedToken,
  listedTokenSchema,
  type LogLine,
  logLineSchema,
  type Page,
  pageSchema,
} from './schemas.ts';

/** What the list of tokens is narrowed to. */
export interface TokenFilter {
  readonly search: string;
  readonly state: TokenState | '';
  /** From 1. */
  readonly pageNumber: number;
}

export type SignInError = { readonly code: 'wrong_sign_in' } | ApiError;

/** What the cockpit asks of its server besides the Tenant API. Nothing of it throws. */
export interface CockpitApi {
  readonly signIn: (email: string, password: string) => Promise<Result<void, SignInError>>;
  readonly signOut: () => Promise<Result<void, ApiError>>;
  readonly tokens: (filter: TokenFilter) => Promise<Result<Page<ListedToken>, ApiError>>;
  /** Sets the mark that lets a key manage tokens itself. */
  readonly mark: (id: string, canManageTokens: boolean) => Promise<Result<void, ApiError>>;
  readonly log: (pageNumber: number) => Promise<Result<Page<LogLine>, ApiError>>;
  readonly deviceCount: () => Promise<Result<number, ApiError>>;
}

const TOKENS_PER_PAGE = 25;

const queryOf = (parameters: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(
    Object.entries(parameters)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, String(value)]),
  ).toString();

/**
 * The cockpit's own endpoints, which are no part of the Tenant API.
 * @param transport carries a request to the page's own origin
 */
export const createCockpitApi = (transport: Transport): CockpitApi => {
  const get = async <Schema extends z.ZodMiniType>(
    path: string,
    schema: Schema,
  ): Promise<Result<z.output<Schema>, ApiError>> =>
    readAnswer(
      await transport({ method: 'GET', path, headers: { accept: 'application/json' } }),
      schema,
    );

  const send = (method: string, path: string, body: object) =>
    transport({
      method,
      path,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const done = async (answer: ReturnType<Transport>): Promise<Result<void, ApiError>> => {
    const result = readAnswer(await answer, z.unknown());
    return result.ok ? ok(undefined) : result;
  };

  return {
    signIn: async (email, password) => {
      const answer = await send('POST', '/cockpit-api/sign-in', { email, password });
      if (answer.kind === 'answer' && answer.status === 401) return err({ code: 'wrong_sign_in' });
      return done(Promise.resolve(answer));
    },

    signOut: () => done(send('POST', '/cockpit-api/sign-out', {})),

    tokens: ({ search, state, pageNumber }) =>
      get(
        `/cockpit-api/api_tokens?${queryOf({
          [QUERY.search]: search,
          [QUERY.state]: state,
          [QUERY.pageNumber]: pageNumber,
          [QUERY.pageSize]: TOKENS_PER_PAGE,
          [QUERY.orderBy]: 'created_at',
          [QUERY.order]: 'desc',
        })}`,
        pageSchema(listedTokenSchema),
      ),

    mark: (id, canManageTokens) =>
      done(
        send('PUT', `/cockpit-api/api_tokens/${encodeURIComponent(id)}/can_manage_tokens`, {
          can_manage_tokens: canManageTokens,
        }),
      ),

    log: (pageNumber) =>
      get(
        `/cockpit-api/log?${queryOf({ [QUERY.pageNumber]: pageNumber })}`,
        pageSchema(logLineSchema),
      ),

    deviceCount: async () => {
      const page = await get(
        `${ENDPOINTS.probe.path}?${queryOf({ [QUERY.pageSize]: 1 })}`,
        pageSchema(z.unknown()),
      );
      return page.ok ? ok(page.value.total) : page;
    },
  };
};
