import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { isPage } from '../../shared/page.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { LOG_LEVELS, type LogLevel } from '../log/log.ts';
import { type ProxySettings, proxyEnvironment, proxyOf } from './proxy.ts';
import { withSecretFiles } from './read-secrets.ts';
import { isLoopback } from './loopback.ts';

/** What the bot is told from outside. */
export interface Config {
  readonly botToken: Secret;
  /** HTTP answers Slack's requests at `/slack/events`; Socket Mode asks Slack for them. */
  readonly transport:
    | { readonly kind: 'http'; readonly signingSecret: Secret }
    | { readonly kind: 'socket'; readonly appToken: Secret };
  /** Ends in a slash. */
  readonly slackApiUrl: string;
  readonly port: number;
  /** An origin, without `/api/v1`; null where no API is known. */
  readonly tenantApiUrl: string | null;
  /** Null where no call makes tokens: people do. */
  readonly tenantApiKey: Secret | null;
  /** The cockpit's page where people make the tokens that no call makes; null where none is set. */
  readonly tenantUrl: string | null;
  readonly policyFile: string;
  /** `file:PATH`. */
  readonly databaseUrl: string;
  /** Null where the way out is direct. */
  readonly proxy: ProxySettings | null;
  readonly logLevel: LogLevel;
}

const needed = (what: string) =>
  z.string({
    error: ({ input }) => (input === undefined ? `is not set. Set it to ${what}` : what),
  });

const form = (test: RegExp, what: string) =>
  needed(what).refine((text) => test.test(text), { error: `is not ${what}` });

const parseUrl = (text: string): URL | undefined =>
  URL.canParse(text) ? new URL(text) : undefined;

const safe = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));

const origin = (what: string) =>
  needed(what)
    .refine(
      (text) => {
        const url = parseUrl(text);
        return url !== undefined && safe(url) && url.username === '' && url.search === '';
      },
      { error: `is not ${what}` },
    )
    .refine((text) => ['/', ''].includes(parseUrl(text)?.pathname ?? ''), {
      error: 'is an origin: leave the path out (https://nord.example.com, not …/api/v1)',
      when: ({ value }) => typeof value === 'string' && URL.canParse(value),
    })
    .transform((text) => new URL(text).origin);

const hidden = (value: string): Secret => secret(value);

const EXAMPLE = 'https://nord.example.com, without /api/v1 (http only on this machine)';

const KEY = 'an API token of the tenant that is marked “can manage tokens” in the cockpit';

const environment = z.object({
  SLACK_BOT_TOKEN: form(
    /^xoxb-[\w-]+$/,
    'the Bot User OAuth Token, which starts with xoxb- (Slack app → OAuth & Permissions)',
  ).transform(hidden),
  SLACK_SIGNING_SECRET: form(/^\S{8,}$/, 'the Signing Secret (Slack app → Basic Information)')
    .transform(hidden)
    .optional(),
  SLACK_APP_TOKEN: form(
    /^xapp-[\w-]+$/,
    'an App-Level Token with connections:write, which starts with xapp- (Slack app → Basic Information)',
  )
    .transform(hidden)
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(
      (text) => {
        const url = parseUrl(text);
        return url !== undefined && safe(url);
      },
      { error: 'is not an https URL (http only on this machine). Leave it out for Slack itself' },
    )
    .transform((text) => (text.endsWith('/') ? text : `${text}/`))
    .default('https://slack.com/api/'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port from 0 (any free one) to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'is not a port from 0 (any free one) to 65535' })
    .default(3000),
  TENANT_API_URL: origin(`the URL of the tenant as ${EXAMPLE}`).optional(),
  TENANT_API_KEY: form(/^[\x21-\x7E]+$/, KEY)
    .transform(hidden)
    .optional(),
  TENANT_URL: z
    .string()
    .refine(isPage, {
      error:
        'is not the cockpit’s address, such as https://nord.example.com (http only on this machine; without a fragment)',
    })
    .optional(),
  POLICY_FILE: needed('the path of the policy, such as bot/policy.example.json'),
  DATABASE_URL: z
    .string()
    .regex(/^file:[^\0]+$/, 'is not file:PATH, such as file:data/tenant-token.sqlite')
    .default('file:tenant-token.sqlite'),
  ...proxyEnvironment,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/**
 * What is missing of the way to tokens: an API with a key, or the page where people make them.
 * @param values the variables that are set
 */
const missingPlatform = (values: Readonly<Record<string, string>>): readonly string[] => {
  const { TENANT_API_URL: url, TENANT_API_KEY: key, TENANT_URL: page } = values;
  const orPeople = 'Where no call makes tokens, leave it out and set TENANT_URL: people make them';
  if (url === undefined && (key !== undefined || page === undefined)) {
    const what = key === undefined ? `, with TENANT_API_KEY. ${orPeople}` : '';
    return [`TENANT_API_URL: is not set. Set it to the URL of the tenant as ${EXAMPLE}${what}.`];
  }
  return key === undefined && page === undefined
    ? [`TENANT_API_KEY: is not set. Set it to ${KEY}. ${orPeople}.`]
    : [];
};

/**
 * Reads the environment.
 * @returns the configuration, or every fault, each naming its variable and what to set
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> => {
  const { values, faults } = withSecretFiles(env);
  const parsed = environment.safeParse(values);
  // A variable whose file could not be read is not missing besides.
  const named = new Set(faults.map((fault) => fault.split(/(?:_FILE)?:/)[0]));
  const found = (parsed.error?.issues ?? [])
    .filter(({ path }) => !named.has(String(path[0])))
    .map(({ path, message }) => `${String(path[0])}: ${message}.`);
  found.push(...missingPlatform(values).filter((fault) => !named.has(fault.split(':')[0])));
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = parsed.data ?? {};
  if (parsed.success && faults.length === 0 && !signingSecret && !appToken) {
    found.push(
      'SLACK_SIGNING_SECRET: is not set. Set it to the Signing Secret (Slack app → Basic Information), or set SLACK_APP_TOKEN for Socket Mode.',
    );
  }
  if (!parsed.success || faults.length > 0 || found.length > 0) return err([...faults, ...found]);
  return ok({
    botToken: parsed.data.SLACK_BOT_TOKEN,
    transport: appToken
      ? { kind: 'socket', appToken }
      : { kind: 'http', signingSecret: signingSecret ?? secret('') },
    slackApiUrl: parsed.data.SLACK_API_URL,
    port: parsed.data.PORT,
    tenantApiUrl: parsed.data.TENANT_API_URL ?? null,
    tenantApiKey: parsed.data.TENANT_API_KEY ?? null,
    tenantUrl: parsed.data.TENANT_URL ?? null,
    policyFile: parsed.data.POLICY_FILE,
    databaseUrl: parsed.data.DATABASE_URL,
    proxy: proxyOf(parsed.data),
    logLevel: parsed.data.LOG_LEVEL,
  });
};
