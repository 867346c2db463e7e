import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { SlackOptions } from './handle/slack.ts';
import { DEFAULT_SEED } from './seed/default-seed.ts';
import { seedFromManifest } from './seed/from-manifest.ts';

const DEFAULT_PORT = 4500;

const secret = (prefix: string) =>
  z
    .string()
    .startsWith(prefix)
    .min(prefix.length + 1);

const envSchema = z.object({
  SANDBOX_SLACK_PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  SLACK_SIGNING_SECRET: z.string().min(1).default('sandbox-signing-secret'),
  SLACK_BOT_TOKEN: secret('xoxb-').default('xoxb-sandbox'),
  SLACK_APP_TOKEN: secret('xapp-').default('xapp-sandbox'),
  SLACK_REQUEST_URL: z.url({ protocol: /^https?$/ }).optional(),
  SLACK_SOCKET_MODE: z.enum(['true', 'false']).default('false'),
  SLACK_MANIFEST: z.string().min(1).optional(),
});

/**
 * Reads `SANDBOX_SLACK_PORT` (4500), the app's `SLACK_SIGNING_SECRET`, `SLACK_BOT_TOKEN` and
 * `SLACK_APP_TOKEN` (each has a value for trying out), `SLACK_REQUEST_URL`, `SLACK_SOCKET_MODE`
 * (`true`) and `SLACK_MANIFEST` (the path of the app's manifest in JSON).
 * @throws Error that names the variable that is wrong
 */
export const readSlackSettings = async (
  env: NodeJS.ProcessEnv = process.env,
): Promise<SlackOptions> => {
  const parsed = envSchema.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${String(issue?.path[0])}: ${issue?.message ?? 'not valid'}.`);
  }
  const settings = parsed.data;
  const manifest = settings.SLACK_MANIFEST;
  return {
    port: settings.SANDBOX_SLACK_PORT,
    app: {
      signingSecret: settings.SLACK_SIGNING_SECRET,
      botToken: settings.SLACK_BOT_TOKEN,
      appToken: settings.SLACK_APP_TOKEN,
      socketMode: settings.SLACK_SOCKET_MODE === 'true',
      ...(settings.SLACK_REQUEST_URL === undefined
        ? {}
        : { requestUrl: settings.SLACK_REQUEST_URL }),
    },
    seed:
      manifest === undefined
        ? DEFAULT_SEED
        : seedFromManifest(JSON.parse(await readFile(manifest, 'utf8'))),
  };
};
