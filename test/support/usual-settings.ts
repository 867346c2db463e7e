import type { Config } from '../../bot/config/config.ts';

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
