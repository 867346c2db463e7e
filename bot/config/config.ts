import { err, ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import type { LogLevel } from '../log/log.ts';
import { EXAMPLE, KEY_IS, many, one, origin } from './environment.ts';
import { type InstallSettings, installsOf, mixedWays } from './installs.ts';
import { type ProxySettings, proxyOf } from './proxy.ts';
import { withSecretFiles } from './read-secrets.ts';
import { readPlatforms, type SeveralPlatforms } from './platforms.ts';
import { tracingOf } from './tracing.ts';
import type { TracingAddress } from '../tracing/tracing.ts';

/** What the bot is told from outside. */
export interface Config {
  /** Null where workspaces install the app. */
  readonly botToken: Secret | null;
  /** Null where there is one workspace, whose token is set. */
  readonly installs: InstallSettings | null;
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
  /** Null where there is one platform. */
  readonly platforms: SeveralPlatforms | null;
  /** The cockpit's page where people make the tokens that no call makes; null where none is set. */
  readonly tenantUrl: string | null;
  /** Null where each workspace has its own. */
  readonly policyFile: string | null;
  /** `file:PATH`, or a PostgreSQL's, with a password. */
  readonly databaseUrl: Secret;
  /** How many connections to a PostgreSQL there may be at a time. */
  readonly databasePoolSize: number;
  /** For how many days the record is kept; null for ever. */
  readonly auditDays: number | null;
  /** Where Prometheus reads; null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** The collector that traces are sent to; null for nowhere. */
  readonly tracing: TracingAddress | null;
  /** Null where the way out is direct. */
  readonly proxy: ProxySettings | null;
  readonly logLevel: LogLevel;
}

/**
 * What is missing of the way to tokens: an API with a key, or the page where people make them.
 * @param values the variables that are set
 */
const missingPlatform = (values: Readonly<Record<string, string>>): readonly string[] => {
  const {
    TENANT_API_URL: url,
    TENANT_API_KEY: key,
    TENANT_URL: page,
    PLATFORMS_FILE: file,
  } = values;
  if (file !== undefined) {
    return ['TENANT_API_URL', 'TENANT_API_KEY']
      .filter((name) => name in values)
      .map((name) => `${name}: stands in PLATFORMS_FILE for each platform. Leave it out here.`);
  }
  const orPeople = 'Where no call makes tokens, leave it out and set TENANT_URL: people make them';
  if (url === undefined && (key !== undefined || page === undefined)) {
    const what = key === undefined ? `, with TENANT_API_KEY. ${orPeople}` : '';
    return [`TENANT_API_URL: is not set. Set it to the URL of the tenant as ${EXAMPLE}${what}.`];
  }
  return key === undefined && page === undefined
    ? [`TENANT_API_KEY: is not set. Set it to ${KEY_IS}. ${orPeople}.`]
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
  // Which of the two it is says one variable, so that what is missing of it can be named.
  const [asOne, asMany] =
    'SLACK_CLIENT_ID' in values
      ? [undefined, many.safeParse(values)]
      : [one.safeParse(values), undefined];
  const parsed = asOne ?? asMany;
  // A variable whose file could not be read is not missing besides.
  const named = new Set(faults.map((fault) => fault.split(/(?:_FILE)?:/)[0]));
  const found = (parsed.error?.issues ?? [])
    .filter(({ path }) => !named.has(String(path[0])))
    .map(({ path, message }) => `${String(path[0])}: ${message}.`);
  found.push(...mixedWays(values));
  found.push(...missingPlatform(values).filter((fault) => !named.has(fault.split(':')[0])));
  const platforms =
    values['PLATFORMS_FILE'] === undefined
      ? undefined
      : readPlatforms(
          values['PLATFORMS_FILE'],
          values,
          origin(`the URL of a tenant as ${EXAMPLE}`),
        );
  if (platforms && !platforms.ok) found.push(...platforms.error);
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = parsed.data ?? {};
  if (parsed.success && faults.length === 0 && !signingSecret && !appToken) {
    found.push(
      'SLACK_SIGNING_SECRET: is not set. Set it to the Signing Secret (Slack app → Basic Information), or set SLACK_APP_TOKEN for Socket Mode.',
    );
  }
  if (!parsed.success || faults.length > 0 || found.length > 0) return err([...faults, ...found]);
  return ok({
    botToken: asOne?.data?.SLACK_BOT_TOKEN ?? null,
    installs: asMany?.data ? installsOf(asMany.data) : null,
    transport: appToken
      ? { kind: 'socket', appToken }
      : { kind: 'http', signingSecret: signingSecret ?? secret('') },
    slackApiUrl: parsed.data.SLACK_API_URL,
    port: parsed.data.PORT,
    tenantApiUrl: parsed.data.TENANT_API_URL ?? null,
    tenantApiKey: parsed.data.TENANT_API_KEY ?? null,
    platforms: platforms?.ok ? platforms.value : null,
    tenantUrl: parsed.data.TENANT_URL ?? null,
    policyFile: asOne?.data?.POLICY_FILE ?? null,
    databaseUrl: parsed.data.DATABASE_URL,
    databasePoolSize: parsed.data.DATABASE_POOL_SIZE,
    auditDays: parsed.data.AUDIT_DAYS ?? null,
    metrics:
      parsed.data.METRICS_PORT === undefined
        ? null
        : { host: parsed.data.METRICS_HOST, port: parsed.data.METRICS_PORT },
    tracing: tracingOf(parsed.data),
    proxy: proxyOf(parsed.data),
    logLevel: parsed.data.LOG_LEVEL,
  });
};
