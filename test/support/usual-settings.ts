import type { Config } from '../../bot/config/config.ts';
import { secret } from '../../shared/secret.ts';
import { SLACK_ACCESS } from './slack-app.ts';

/** The settings of a test's bot, but for what each test has of its own. */
export const USUAL_SETTINGS = {
  port: 0,
  tenantUrl: null,
  platforms: null,
  databasePoolSize: 5,
  auditDays: null,
  metrics: null,
  tracing: null,
  logLevel: 'debug',
  proxy: null,
} as const satisfies Partial<Config>;

/** How a test's bot and its Slack come together. */
export const transportSettings = (transport: 'http' | 'socket'): Config['transport'] =>
  transport === 'http'
    ? { kind: 'http', signingSecret: secret(SLACK_ACCESS.signingSecret) }
    : { kind: 'socket', appToken: secret(SLACK_ACCESS.appToken) };
