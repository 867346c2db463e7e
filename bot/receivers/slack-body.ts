import * as z from 'zod';

const id = z.string().min(1).max(255);
const user = z.looseObject({ id, team_id: z.string().optional() });
const team = z.looseObject({ id }).nullable();
const view = z.looseObject({
  id,
  callback_id: z.string(),
  hash: z.string(),
  private_metadata: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })),
  state: z.looseObject({ values: z.record(z.string(), z.unknown()) }),
});
const action = z.looseObject({ type: z.string(), action_id: id, block_id: z.string() });
const absent = z.undefined().optional();
const urls = z.array(z.looseObject({ response_url: z.url() })).optional();

/** What Bolt goes by when it looks for a kind; a request of ours has exactly one. */
const kinds = { command: absent, event: absent, actions: absent, name: absent };

const interaction = {
  ...kinds,
  user,
  team: team.optional(),
  channel: z.looseObject({ id }).optional(),
  is_enterprise_install: z.boolean().optional(),
  enterprise: z.looseObject({ id }).nullish(),
  response_url: z.url().optional(),
  // Bolt takes the first of them, whatever the request is.
  response_urls: urls,
};

/** A path through a form, such as `view.hash` or `actions[0].type`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const KIND = new Set<PropertyKey | undefined>(['type', 'command']);

/**
 * Where a request is not of the form: by its own kind, if one can be told. It holds names of the form
 * alone, nothing of the request's.
 */
export const faultOf = ({ issues }: z.ZodError): string => {
  const all = issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? issue.errors : [[issue]],
  );
  const ofKind = all.filter((each) => !each.some(({ path }) => KIND.has(path[0])));
  return ofKind.length === 0 ? 'type' : placeOf(ofKind[0]?.[0]?.path ?? []);
};

/**
 * The form of every request that this app is sent, as far as Bolt and the listeners build on it.
 * Bolt itself trusts that a signed request has the form that Slack documents.
 */
export const slackBodySchema = z.union([
  z.looseObject({
    ...kinds,
    command: z.string(),
    text: z.string(),
    user_id: id,
    team_id: id,
    channel_id: id,
    trigger_id: z.string(),
    response_url: z.url(),
    is_enterprise_install: z.enum(['true', 'false']).optional(),
    response_urls: urls,
  }),
  z.looseObject({
    ...kinds,
    type: z.literal('event_callback'),
    team_id: id,
    event: z.looseObject({
      type: z.literal('app_home_opened'),
      user: id,
      tab: z.string(),
      channel: z.string().optional(),
      item: absent,
    }),
    // Bolt takes the first of them for an object.
    authorizations: z.array(z.looseObject({})).optional(),
    is_enterprise_install: z.boolean().optional(),
  }),
  z.looseObject({
    ...kinds,
    type: z.literal('event_callback'),
    // Missing where it is a whole organisation's.
    team_id: id.nullish(),
    enterprise_id: id.nullish(),
    event: z.union([
      z.looseObject({ type: z.literal('app_uninstalled') }),
      z.looseObject({
        type: z.literal('tokens_revoked'),
        tokens: z.looseObject({ bot: z.array(id).optional() }),
      }),
    ]),
    event_time: z.number(),
    authorizations: z.array(z.looseObject({})).nullish(),
    is_enterprise_install: z.boolean().optional(),
  }),
  z.looseObject({
    ...interaction,
    type: z.enum(['view_submission', 'view_closed']),
    view,
  }),
  z.looseObject({
    ...interaction,
    type: z.literal('block_actions'),
    trigger_id: z.string(),
    container: z.looseObject({}),
    actions: z.tuple([action]).rest(action),
    view: view.optional(),
  }),
  z.looseObject({
    ...interaction,
    type: z.literal('block_suggestion'),
    action_id: id,
    block_id: z.string(),
    value: z.string(),
    view: view.optional(),
  }),
]);
