import { newId } from '../world/ids.ts';
import type { Channel, Message, OpenView, Person, StateValue, World } from '../world/world.ts';
import { messageOutput } from '../web-api/shapes.ts';
import { viewOutput } from './view-output.ts';

/** The verification token of old, which apps no longer read. */
const OLD_TOKEN = 'deprecated-verification-token';

const teamOf = ({ team }: Person) => ({ id: team.id, domain: team.domain });
const userOf = (person: Person) => ({
  id: person.id,
  username: person.name,
  name: person.name,
  team_id: person.team.id,
});

const enterpriseOf = ({ enterprise }: World) => (enterprise ? { enterprise } : {});

const common = (world: World, person: Person) => ({
  // An app of a whole organisation is told the person's workspace alone.
  team: world.app.inOrganisation ? null : teamOf(person),
  ...enterpriseOf(world),
  user: userOf(person),
  api_app_id: world.app.id,
  token: OLD_TOKEN,
  is_enterprise_install: world.app.inOrganisation,
});

/** A conversation's name in payloads: two kinds have a literal one. */
const channelNameOf = ({ kind, name }: Channel): string =>
  kind === 'direct' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;

/** A slash command, as the fields of its form. */
export const commandPayload = (
  world: World,
  facts: {
    readonly person: Person;
    readonly channel: Channel;
    readonly command: string;
    readonly text: string;
    readonly responseUrl: string;
    readonly triggerId: string;
  },
) => ({
  token: OLD_TOKEN,
  team_id: facts.person.team.id,
  team_domain: facts.person.team.domain,
  channel_id: facts.channel.id,
  channel_name: channelNameOf(facts.channel),
  user_id: facts.person.id,
  user_name: facts.person.name,
  command: facts.command,
  text: facts.text,
  api_app_id: world.app.id,
  is_enterprise_install: String(world.app.inOrganisation),
  ...(world.enterprise
    ? { enterprise_id: world.enterprise.id, enterprise_name: world.enterprise.name }
    : {}),
  response_url: facts.responseUrl,
  trigger_id: facts.triggerId,
});

/** A submitted modal. */
export const viewSubmission = (
  world: World,
  person: Person,
  opened: OpenView,
  triggerId: string,
  responseUrls: readonly {
    readonly block_id: string;
    readonly action_id: string;
    readonly channel_id: string;
    readonly response_url: string;
  }[],
) => ({
  type: 'view_submission' as const,
  ...common(world, person),
  trigger_id: triggerId,
  view: viewOutput(world, opened),
  response_urls: [...responseUrls],
});

/** A modal that was closed. */
export const viewClosed = (world: World, person: Person, opened: OpenView, cleared: boolean) => ({
  type: 'view_closed' as const,
  ...common(world, person),
  view: viewOutput(world, opened),
  is_cleared: cleared,
});

/** What a person pressed or changed. */
export interface Action {
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  readonly action_ts: string;
  readonly [name: string]: unknown;
}

/** An action in a view. */
export const viewActions = (
  world: World,
  person: Person,
  opened: OpenView,
  triggerId: string,
  action: Action,
) => ({
  type: 'block_actions' as const,
  ...common(world, person),
  container: { type: 'view', view_id: opened.id },
  trigger_id: triggerId,
  view: viewOutput(world, opened),
  actions: [action],
});

const inMessage = (message: Message) => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: 'to' in message,
});

/** An action in a message. Of an ephemeral one Slack does not repeat the content. */
export const messageActions = (
  world: World,
  facts: {
    readonly person: Person;
    readonly channel: Channel;
    readonly message: Message;
    readonly triggerId: string;
    readonly responseUrl: string;
    readonly action: Action;
    readonly values: Readonly<Record<string, Record<string, StateValue>>>;
  },
) => ({
  type: 'block_actions' as const,
  ...common(world, facts.person),
  container: inMessage(facts.message),
  trigger_id: facts.triggerId,
  channel: { id: facts.channel.id, name: channelNameOf(facts.channel) },
  ...('to' in facts.message
    ? {}
    : {
        message: {
          ...messageOutput(world, facts.message),
          type: 'message' as const,
          ts: facts.message.ts,
        },
      }),
  state: { values: { ...facts.values } },
  response_url: facts.responseUrl,
  actions: [facts.action],
});

/** A question for the options of an external select, in a view. */
export const suggestion = (
  world: World,
  person: Person,
  opened: OpenView,
  field: { readonly blockId: string; readonly actionId: string; readonly query: string },
) => ({
  type: 'block_suggestion' as const,
  ...common(world, person),
  container: { type: 'view', view_id: opened.id },
  action_id: field.actionId,
  block_id: field.blockId,
  value: field.query,
  view: viewOutput(world, opened),
});

/** An event of the Events API. */
export const eventCallback = (
  world: World,
  event: { readonly type: string; readonly [name: string]: unknown },
) => ({
  token: OLD_TOKEN,
  team_id: world.team.id,
  ...(world.enterprise ? { enterprise_id: world.enterprise.id } : {}),
  api_app_id: world.app.id,
  type: 'event_callback' as const,
  event,
  event_id: newId('Ev'),
  event_time: Math.floor(world.clock.now() / 1000),
  is_ext_shared_channel: false,
  authorizations: [
    {
      enterprise_id: world.enterprise?.id ?? null,
      team_id: world.team.id,
      user_id: world.app.botUserId,
      is_bot: true,
      is_enterprise_install: world.app.inOrganisation,
    },
  ],
});
