import type { App } from '@slack/bolt';
import { COMMAND } from '../manifest/manifest.ts';
import {
  APPROVE,
  ASK_AGAIN,
  CREATE,
  DELIVER,
  HIDE,
  REFUSE,
  REVOKE,
  SHOW_CALL,
  WITHDRAW,
} from '../messages/action-ids.ts';
import { CREATE_FORM, FIELD_IDS, TELLING_FIELDS } from '../modal/fields.ts';
import { DELIVER_FORM } from '../modal/deliver-modal.ts';
import { REFUSE_FORM } from '../modal/refuse-modal.ts';
import { answered } from './actions/answer.ts';
import { askAgain } from './actions/ask-again.ts';
import { create } from './actions/create.ts';
import { deliver } from './actions/deliver.ts';
import { formChanged } from './actions/form-changed.ts';
import { hide } from './actions/hide.ts';
import { refuse } from './actions/refuse.ts';
import { revoke } from './actions/revoke.ts';
import { showCall } from './actions/show-call.ts';
import { tenantTokenCommand } from './commands/tenant-token.ts';
import { homeOpened } from './events/home-opened.ts';
import { redrawingHome } from './redraw-home.ts';
import type { ListenerPorts } from './ports.ts';
import { tenantOptions } from './options/tenants.ts';
import { createClosed } from './views/create-closed.ts';
import { createSubmitted } from './views/create-submitted.ts';
import { deliverSubmitted } from './views/deliver-submitted.ts';
import { refuseSubmitted } from './views/refuse-submitted.ts';

/** Every listener, each registered once. */
export const registerListeners = (app: App, ports: ListenerPorts): void => {
  app.event('app_home_opened', homeOpened(ports));
  app.command(COMMAND, tenantTokenCommand(ports));
  app.view({ callback_id: CREATE_FORM, type: 'view_submission' }, createSubmitted(ports));
  app.view({ callback_id: CREATE_FORM, type: 'view_closed' }, createClosed(ports));
  app.view({ callback_id: REFUSE_FORM, type: 'view_submission' }, refuseSubmitted(ports));
  app.view({ callback_id: DELIVER_FORM, type: 'view_submission' }, deliverSubmitted(ports));
  const changed = formChanged(ports);
  for (const field of TELLING_FIELDS) {
    app.action({ type: 'block_actions', action_id: field }, changed);
  }
  app.action({ type: 'block_actions', action_id: HIDE }, hide(ports));
  app.action({ type: 'block_actions', action_id: REVOKE }, redrawingHome(ports, revoke(ports)));
  app.action({ type: 'block_actions', action_id: ASK_AGAIN }, askAgain(ports));
  app.action({ type: 'block_actions', action_id: SHOW_CALL }, showCall(ports));
  // On which page its token is made is judged together with the answer.
  const approved = answered(ports, (by) => ({ kind: 'approved', by, page: null }));
  app.action({ type: 'block_actions', action_id: APPROVE }, redrawingHome(ports, approved));
  app.action({ type: 'block_actions', action_id: REFUSE }, refuse(ports));
  app.action({ type: 'block_actions', action_id: DELIVER }, deliver(ports));
  const withdrawn = answered(ports, () => ({ kind: 'withdrawn' }));
  app.action({ type: 'block_actions', action_id: WITHDRAW }, redrawingHome(ports, withdrawn));
  app.action({ type: 'block_actions', action_id: CREATE }, create(ports));
  app.options({ type: 'block_suggestion', action_id: FIELD_IDS.tenant }, tenantOptions(ports));
};
