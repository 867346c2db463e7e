import { defineMethod, word, type Method } from '../method.ts';
import { fail } from '../outcome.ts';

const authTest = defineMethod({ token: 'bot', tier: 'none' }, {}, ({ world, origin }) => ({
  ok: true,
  url: `${origin()}/`,
  team: world.team.name,
  user: world.people.get(world.app.botUserId)?.name,
  team_id: world.team.id,
  user_id: world.app.botUserId,
  bot_id: world.app.botId,
  ...(world.enterprise ? { enterprise_id: world.enterprise.id } : {}),
  is_enterprise_install: world.app.inOrganisation,
}));

const apiTest: Method = {
  token: 'none',
  tier: 'none',
  run: (_service, args) => {
    const { error, token: _token, ...rest } = args;
    return typeof error === 'string' && error !== ''
      ? { ok: false, error, args: { error, ...rest } }
      : { ok: true, args: rest };
  },
};

const openConnection = defineMethod(
  { token: 'app', tier: 1 },
  {},
  ({ sockets, world, origin }) => ({
    ok: true,
    url: `${origin().replace('http', 'ws')}/link/?ticket=${sockets.issueTicket()}&app_id=${world.app.id}`,
  }),
);

const teamInfo = defineMethod(
  { token: 'bot', scope: 'team:read', tier: 3 },
  { team: word.optional() },
  ({ world }, args) => {
    if (args.team !== undefined && args.team !== world.team.id) return fail('team_not_found');
    const { id, name, domain } = world.team;
    return {
      ok: true,
      team: { id, name, domain, email_domain: '', icon: { image_default: true } },
    };
  },
);

const botInfo = defineMethod(
  { token: 'bot', scope: 'users:read', tier: 3 },
  { bot: word.optional() },
  ({ world }, args) => {
    const { app } = world;
    if (args.bot !== undefined && args.bot !== app.botId) return fail('bot_not_found');
    return {
      ok: true,
      bot: {
        id: app.botId,
        deleted: false,
        name: app.name,
        updated: 0,
        app_id: app.id,
        user_id: app.botUserId,
        icons: {},
      },
    };
  },
);

/** docs.slack.dev/reference/methods: auth, api, apps, team, bots. */
export const HOUSE_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'api.test': apiTest,
  'apps.connections.open': openConnection,
  'team.info': teamInfo,
  'bots.info': botInfo,
};
