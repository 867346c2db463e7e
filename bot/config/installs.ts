import * as z from 'zod';
import type { Secret } from '../../shared/secret.ts';
import { form, hidden, needed } from './form.ts';

/** How workspaces install the app by themselves. */
export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** 32 bytes in base64: what the database keeps of tokens is sealed with it. */
  readonly encryptionKey: Secret;
  /** Those with which something may still be sealed. */
  readonly oldKeys: readonly Secret[];
  /** Has the policy of each workspace, by the workspace's id. */
  readonly policyFolder: string;
}

/** 32 bytes, in either spelling of base64. */
const KEY = /^[\w+/-]{43}=?$/;

const A_KEY = '32 random bytes in base64, such as openssl rand -base64 32 prints';

/** The keys of what the database keeps; the tool that changes them needs these alone. */
export const keyEnvironment = {
  ENCRYPTION_KEY: form(KEY, A_KEY).transform(hidden),
  ENCRYPTION_KEYS_OLD: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((keys) => keys.every((key) => KEY.test(key)), {
      error: `is not keys that ENCRYPTION_KEY had before, with commas, each ${A_KEY}`,
    })
    .transform((keys) => keys.map(hidden))
    .default([]),
};

/** The variables of a bot that workspaces install. */
export const installEnvironment = {
  SLACK_CLIENT_ID: form(
    /^\d[\w.-]*$/,
    'the Client ID, two numbers with a point between (Slack app → Basic Information)',
  ),
  SLACK_CLIENT_SECRET: form(
    /^\S{8,}$/,
    'the Client Secret (Slack app → Basic Information)',
  ).transform(hidden),
  ...keyEnvironment,
  POLICY_DIR: needed('the folder that has the policy of each workspace, as T012AB3CD.json'),
};

/** The settings, as they were read. */
export const installsOf = (
  env: z.output<z.ZodObject<typeof installEnvironment>>,
): InstallSettings => ({
  clientId: env.SLACK_CLIENT_ID,
  clientSecret: env.SLACK_CLIENT_SECRET,
  encryptionKey: env.ENCRYPTION_KEY,
  oldKeys: env.ENCRYPTION_KEYS_OLD,
  policyFolder: env.POLICY_DIR,
});

/** What is wrong where variables of both ways are set, or some of a way that is not taken. */
export const mixedWays = (values: Readonly<Record<string, string>>): readonly string[] => {
  const installed = 'SLACK_CLIENT_ID' in values;
  if (installed) {
    return ['SLACK_BOT_TOKEN', 'POLICY_FILE']
      .filter((name) => name in values)
      .map(
        (name) =>
          `${name}: is for one workspace alone, and SLACK_CLIENT_ID for those that install the app. Set one of the two.`,
      );
  }
  return Object.keys(installEnvironment)
    .filter((name) => name in values)
    .map((name) => `${name}: is for workspaces that install the app. Set SLACK_CLIENT_ID too.`);
};

/** All that is not to be written anywhere. */
export const installSecrets = (installs: InstallSettings | null): readonly Secret[] =>
  installs ? [installs.clientSecret, installs.encryptionKey, ...installs.oldKeys] : [];
