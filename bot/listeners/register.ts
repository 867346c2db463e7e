import type { App } from '@slack/bolt';
import { COMMAND } from '../manifest/manifest.ts';
import { ASK_AGAIN, HIDE, REVOKE, SHOW_CALL } from '../messages/action-ids.ts';
import { CREATE_FORM, FIELD_IDS, TELLING_FIELDS } from '../modal/fields.ts';
import { askAgain } from './actions/ask-again.ts';
import { formChanged } from './actions/form-changed.ts';
import { hide } from './actions/hide.ts';
import { revoke } from './actions/revoke.ts';
import { showCall } from './actions/show-call.ts';
import { tenantTokenCommand } from './commands/tenant-token.ts';
import type { ListenerPorts } from './ports.ts';
import { tenantOptions } from './options/tenants.ts';
import { createClosed } from './views/create-closed.ts';
import { createSubmitted } from './views/create-submitted.ts';

/** Every listener, each registered once. */
export const registerListeners = (app: App, ports: ListenerPorts): void => {
  app.command(COMMAND, tenantTokenCommand(ports));
  app.view({ callback_id: CREATE_FORM, type: 'view_submission' }, createSubmitted(ports));
  app.view({ callback_id: CREATE_FORM, type: 'view_closed' }, createClosed(ports));
  const changed = formChanged(ports);
  for (const field of TELLING_FIELDS) {
    app.action({ type: 'block_actions', action_id: field }, changed);
  }
  app.action({ type: 'block_actions', action_id: HIDE }, hide(ports));
  app.action({ type: 'block_actions', action_id: REVOKE }, revoke(ports));
  app.action({ type: 'block_actions', action_id: ASK_AGAIN }, askAgain(ports));
  app.action({ type: 'block_actions', action_id: SHOW_CALL }, showCall(ports));
  app.options({ type: 'block_suggestion', action_id: FIELD_IDS.tenant }, tenantOptions(ports));
};
