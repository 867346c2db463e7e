import * as z from 'zod';
import { DEFAULT_SEED } from './default-seed.ts';
import type { Seed } from './seed-schema.ts';

/** What of an app's manifest a workspace needs; the rest is let pass. */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().optional(),
        })
        .optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().max(2000).optional(),
            usage_hint: z.string().max(1000).optional(),
            should_escape: z.boolean().optional(),
          }),
        )
        .max(50)
        .optional(),
    })
    .optional(),
  oauth_config: z
    .object({ scopes: z.object({ bot: z.array(z.string()).optional() }).optional() })
    .optional(),
});

/**
 * A seed with an app as its manifest describes it.
 * @param manifest the manifest's JSON
 * @throws z.ZodError where it is no manifest
 */
export const seedFromManifest = (manifest: unknown, seed: Seed = DEFAULT_SEED): Seed => {
  const {
    display_information: about,
    features,
    oauth_config: oauth,
  } = manifestSchema.parse(manifest);
  return {
    ...seed,
    app: {
      ...seed.app,
      name: about.name,
      commands: (features?.slash_commands ?? []).map((command) => ({
        command: command.command,
        description: command.description,
        usageHint: command.usage_hint,
        shouldEscape: command.should_escape,
      })),
      scopes: oauth?.scopes?.bot ?? [],
      // Off unless the manifest says otherwise, as at Slack.
      homeTab: features?.app_home?.home_tab_enabled ?? false,
      messagesTab: features?.app_home?.messages_tab_enabled ?? true,
    },
  };
};
