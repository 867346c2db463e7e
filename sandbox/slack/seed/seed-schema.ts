import * as z from 'zod';

const name = z.string().min(1).max(80);
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[A-Z0-9]{2,20}$`));

const personSchema = z.strictObject({
  /** Made from the name where absent. */
  id: id('[UW]').optional(),
  name,
  realName: name.optional(),
  role: z.enum(['owner', 'admin', 'member', 'guest', 'single-channel-guest', 'stranger', 'bot']),
  title: z.string().max(255).optional(),
  email: z.string().max(255).optional(),
  /** IETF, such as en-US. */
  locale: z.string().min(2).max(20).optional(),
  timeZone: z.string().max(60).optional(),
  deleted: z.boolean().optional(),
});

const channelSchema = z.strictObject({
  id: id('[CGD]').optional(),
  name,
  kind: z.enum(['public', 'private', 'direct']),
  purpose: z.string().max(250).optional(),
  /** People by name. */
  members: z.array(name),
  /** Whether the app's bot is a member. */
  bot: z.boolean().optional(),
  archived: z.boolean().optional(),
  /** Only some may post: the app may not. */
  restricted: z.boolean().optional(),
  /** Shared with the strangers' workspace. */
  shared: z.boolean().optional(),
});

const groupSchema = z.strictObject({
  id: id('S').optional(),
  handle: name,
  name: name.optional(),
  members: z.array(name),
});

const commandSchema = z.strictObject({
  command: z.string().regex(/^\/\S{1,31}$/),
  description: z.string().max(2000).optional(),
  usageHint: z.string().max(1000).optional(),
  shouldEscape: z.boolean().optional(),
});

const appSchema = z.strictObject({
  id: id('A').optional(),
  name,
  commands: z.array(commandSchema).max(50),
  /** The bot token's scopes. */
  scopes: z.array(z.string().min(1)),
  /** Whether people can write to the bot: off, nothing reaches them there either. */
  messagesTab: z.boolean().optional(),
  homeTab: z.boolean().optional(),
});

/** What a workspace begins with, as JSON. */
export const seedSchema = z.strictObject({
  workspace: z.strictObject({ id: id('T').optional(), name, domain: name }),
  /** Where strangers are at home. */
  otherWorkspace: z.strictObject({ id: id('T').optional(), name, domain: name }).optional(),
  people: z.array(personSchema),
  channels: z.array(channelSchema),
  groups: z.array(groupSchema),
  app: appSchema,
});

export type Seed = z.infer<typeof seedSchema>;
