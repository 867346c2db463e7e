import type * as z from 'zod/mini';
import { PERMISSIONS } from '../../shared/permissions.ts';
import {
  type apiTokenSchema,
  errorSchema,
  newTokenSchema,
} from '../../shared/tenant-api/contract.ts';
import {
  type Platform,
  type PlatformOptions,
  startPlatform,
} from '../../sandbox/platform/start-platform.ts';
import type { KeyOptions } from '../../sandbox/platform/tokens/issue-key.ts';
import { type Answer, type Call, createCall, tokenRequest } from './platform-client.ts';

export type WireToken = z.output<typeof apiTokenSchema>;

/** A clock that stands until it is moved. */
interface TestClock {
  readonly now: () => number;
  readonly set: (to: number | string) => void;
  readonly advance: (ms: number) => void;
}

/** @param start RFC 3339 */
const createClock = (start: string): TestClock => {
  let at = Date.parse(start);
  return {
    now: () => at,
    set: (to) => {
      at = typeof to === 'number' ? to : Date.parse(to);
    },
    advance: (ms) => {
      at += ms;
    },
  };
};

/** A platform of a test's own, with its clock, its log and the usual calls. */
export interface TestPlatform {
  readonly platform: Platform;
  readonly clock: TestClock;
  readonly log: readonly string[];
  readonly call: Call;
  /** A key with all permissions that may manage tokens, but for what a test changes. */
  readonly key: (options?: Partial<KeyOptions>) => string;
  /** Signs in on the person's own host. @returns the session cookie's value */
  readonly signIn: (email: string, host: string) => Promise<string>;
  /** A token of the caller's, saved. */
  readonly saved: (
    key: string,
    changes?: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly record: WireToken; readonly token: string }>;
  readonly close: () => Promise<void>;
}

const START = '2026-06-15T12:00:00Z';

/** The host of each demo user's tenant. */
export const PEOPLE = {
  ada: { email: 'ada@nord.example', host: 'nord.localhost' },
  ben: { email: 'ben@nord.example', host: 'nord.localhost' },
  nora: { email: 'nora@nord.example', host: 'nord.localhost' },
  hanna: { email: 'hanna@hafen.example', host: 'hafen.nord.localhost' },
  carla: { email: 'carla@sol.example', host: 'sol.localhost' },
} as const;

const MANAGER: KeyOptions = {
  tenant: 'nord',
  name: 'Manager',
  permissions: PERMISSIONS,
  tenantScope: 'all',
  canManageTokens: true,
};

/** The answer's record and token; fails the test where there is none. */
export const newToken = (answer: Answer): { record: WireToken; token: string } => {
  const { token, ...record } = newTokenSchema.parse(answer.json);
  if (token === undefined) throw new Error(`No token in an answer with ${answer.status}.`);
  return { record, token };
};

/** The fields of a 422, as `field code`. */
export const faults = (answer: Answer): string[] =>
  (errorSchema.parse(answer.json).fields ?? []).map(({ field, code }) => `${field} ${code}`);

/** The session cookie that an answer sets. */
export const sessionOf = (answer: Answer): string => {
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return /^session=([^;]+)/.exec(cookie)?.[1] ?? '';
};

/** Starts a platform in memory, at noon (UTC) of 15 June 2026, but for what a test changes. */
export const startTestPlatform = async (
  options: Partial<PlatformOptions> & { readonly at?: string } = {},
): Promise<TestPlatform> => {
  const { at = START, ...rest } = options;
  const clock = createClock(at);
  const log: string[] = [];
  const platform = await startPlatform({
    port: 0,
    dataFile: ':memory:',
    now: clock.now,
    log: (line) => log.push(line),
    ...rest,
  });
  const call = createCall(platform.port);
  return {
    platform,
    clock,
    log,
    call,
    key: (changes) => platform.issueKey({ ...MANAGER, ...changes }),
    signIn: async (email, host) => {
      const answer = await call('POST', '/cockpit-api/sign-in', {
        host,
        headers: { origin: `http://${host}:${platform.port}` },
        json: { email, password: `demo-${email.slice(0, email.indexOf('@'))}` },
      });
      if (answer.status !== 204) throw new Error(`Signing in was answered with ${answer.status}.`);
      return sessionOf(answer);
    },
    saved: async (key, changes) => {
      const made = newToken(
        await call('POST', '/api/v1/api_tokens', {
          key,
          json: tokenRequest(platform.tenants.nord.id, changes),
        }),
      );
      const { id, generation } = made.record;
      const answer = await call('POST', `/api/v1/api_tokens/${id}/save`, {
        key,
        json: { generation },
      });
      if (answer.status !== 200) throw new Error(`Save was answered with ${answer.status}.`);
      return { record: newTokenSchema.parse(answer.json), token: made.token };
    },
    close: async () => {
      call.close();
      await platform.close();
    },
  };
};
