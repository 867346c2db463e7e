import type { App, Context } from '@slack/bolt';
import type { Removal } from '../../installs/removal.ts';

/** Of which installation a request is: its workspace's, or its organisation's. */
const idIn = ({ isEnterpriseInstall, enterpriseId, teamId }: Context): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? '';

const SECOND = 1000;

/** Hears that a workspace has removed the app. */
export const registerRemoval = (app: App, removal: Removal): void => {
  app.event('app_uninstalled', async ({ body, context }) => {
    await removal({
      id: idIn(context),
      because: 'app_uninstalled',
      at: body.event_time * SECOND,
    });
  });
  app.event('tokens_revoked', async ({ body, context, event }) => {
    await removal({
      id: idIn(context),
      because: 'tokens_revoked',
      at: body.event_time * SECOND,
      users: event.tokens.bot ?? [],
    });
  });
};
