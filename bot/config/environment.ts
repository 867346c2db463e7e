import * as z from 'zod';
import { isPage } from '../../shared/page.ts';
import { err } from '../../shared/result.ts';
import { secret } from '../../shared/secret.ts';
import { LOG_LEVELS } from '../log/log.ts';
import { form, hidden, KEY, needed } from './form.ts';
import { installEnvironment } from './installs.ts';
import { isLoopback } from './loopback.ts';
import { isPostgresUrl, NO_DATABASE, POOL_SIZE, readPostgresUrl } from './postgres-url.ts';
import { proxyEnvironment } from './proxy.ts';
import { SECRET_VARIABLES } from './read-secrets.ts';
import { tracingEnvironment } from './tracing.ts';

const parseUrl = (text: string): URL | undefined =>
  URL.canParse(text) ? new URL(text) : undefined;

const safe = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));

/** What stands in a URL comes to be said and logged: a name and a password must not. */
const isBare = ({ username, password }: URL): boolean => username === '' && password === '';

/** An origin that a key may be sent to. @param what what it is, as the end of a sentence */
export const origin = (what: string) =>
  needed(what)
    .refine(
      (text) => {
        const url = parseUrl(text);
        return url !== undefined && safe(url) && isBare(url) && url.search === '';
      },
      { error: `is not ${what}` },
    )
    .refine((text) => ['/', ''].includes(parseUrl(text)?.pathname ?? ''), {
      error: 'is an origin: leave the path out (https://nord.example.com, not …/api/v1)',
      when: ({ value }) => typeof value === 'string' && URL.canParse(value),
    })
    .transform((text) => new URL(text).origin);

/** What such an origin is like. */
export const EXAMPLE = 'https://nord.example.com, without /api/v1 (http only on this machine)';

/** What the key of the tenant API is. */
export const KEY_IS =
  'an API token of the tenant that is marked “can manage tokens” in the cockpit';

const NO_PORT = 'is not a port from 0 (any free one) to 65535';

const port = z
  .string()
  .regex(/^\d{1,5}$/, NO_PORT)
  .transform(Number)
  .refine((number) => number <= 65_535, { error: NO_PORT });

/** The variables of a bot for one workspace. */
const oneWorkspace = {
  SLACK_BOT_TOKEN: form(
    /^xoxb-[\w-]+$/,
    'the Bot User OAuth Token, which starts with xoxb- (Slack app → OAuth & Permissions)',
  ).transform(hidden),
  POLICY_FILE: needed('the path of the policy, such as bot/policy.example.json'),
};

const everywhere = {
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
        return url !== undefined && safe(url) && isBare(url);
      },
      {
        error:
          'is not an https URL (http only on this machine) without a name and a password. Leave it out for Slack itself',
      },
    )
    .transform((text) => (text.endsWith('/') ? text : `${text}/`))
    .default('https://slack.com/api/'),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  METRICS_HOST: form(/^[\w.:-]+$/, 'an address of this machine').default('127.0.0.1'),
  TENANT_API_URL: origin(`the URL of the tenant as ${EXAMPLE}`).optional(),
  TENANT_API_KEY: form(KEY, KEY_IS).transform(hidden).optional(),
  TENANT_URL: z
    .string()
    .refine(isPage, {
      error:
        'is not the cockpit’s address, such as https://nord.example.com (http only on this machine; without a fragment)',
    })
    .optional(),
  DATABASE_URL: z
    .string()
    .superRefine((text, context) => {
      if (/^file:[^\0]+$/.test(text)) return;
      const read = isPostgresUrl(text) ? readPostgresUrl(text) : err(NO_DATABASE);
      if (!read.ok) context.addIssue(read.error);
    })
    .transform(hidden)
    .default(secret('file:tenant-token.sqlite')),
  DATABASE_POOL_SIZE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'is not a number from 1 to 999')
    .transform(Number)
    .default(POOL_SIZE),
  AUDIT_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'is not a number of days, such as 400. Leave it out to keep all')
    .transform(Number)
    .optional(),
  ...tracingEnvironment,
  ...proxyEnvironment,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
};

/** What a bot for one workspace is told. */
export const one = z.object({ ...oneWorkspace, ...everywhere });
/** What a bot is told that workspaces install. */
export const many = z.object({ ...installEnvironment, ...everywhere });

const SETTINGS = new Set([
  ...Object.keys(one.shape),
  ...Object.keys(many.shape),
  ...SECRET_VARIABLES.map((name) => `${name}_FILE`),
  'PLATFORMS_FILE',
]);

/** Whether the bot reads an environment variable. */
export const isSetting = (name: string): boolean => SETTINGS.has(name);
