import type { App, Context } from '@slack/bolt';
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
import type { ButtonArgs } from './actions/pressed.ts';
import { refuse } from './actions/refuse.ts';
import { revoke } from './actions/revoke.ts';
import { showCall } from './actions/show-call.ts';
import { tenantTokenCommand } from './commands/tenant-token.ts';
import { homeOpened } from './events/home-opened.ts';
import { sayNotInstalled } from './not-installed.ts';
import type { Answer } from '../petitions/petitions.ts';
import { redrawingHome } from './redraw-home.ts';
import type { ListenerPorts } from './ports.ts';
import { tenantOptions } from './options/tenants.ts';
import { createClosed } from './views/create-closed.ts';
import { createSubmitted } from './views/create-submitted.ts';
import { deliverSubmitted } from './views/deliver-submitted.ts';
import { refuseSubmitted } from './views/refuse-submitted.ts';

/** The way to the ports of a request's workspace; undefined where the app is not installed there. */
export type PortsOf = (
  context: Pick<Context, 'teamId' | 'enterpriseId' | 'botId'>,
) => ListenerPorts | undefined;

type InContext<Args> = Args & { readonly context: Context };

/**
 * A listener of each workspace, made when it is first needed there.
 * @param make makes it, with what it keeps from one request to the next
 */
const inEach = (portsOf: PortsOf) => {
  return <Args extends object>(make: (ports: ListenerPorts) => (args: Args) => Promise<void>) => {
    const made = new WeakMap<ListenerPorts, (args: Args) => Promise<void>>();
    return async (args: InContext<Args>): Promise<void> => {
      const ports = portsOf(args.context);
      if (!ports) return sayNotInstalled(args);
      const listener = made.get(ports) ?? make(ports);
      made.set(ports, listener);
      return listener(ports.client ? { ...args, client: ports.client } : args);
    };
  };
};

/** Every listener, each registered once. */
export const registerListeners = (app: App, portsOf: PortsOf): void => {
  const each = inEach(portsOf);
  app.event('app_home_opened', each(homeOpened));
  app.command(COMMAND, each(tenantTokenCommand));
  app.view({ callback_id: CREATE_FORM, type: 'view_submission' }, each(createSubmitted));
  app.view({ callback_id: CREATE_FORM, type: 'view_closed' }, each(createClosed));
  app.view({ callback_id: REFUSE_FORM, type: 'view_submission' }, each(refuseSubmitted));
  app.view({ callback_id: DELIVER_FORM, type: 'view_submission' }, each(deliverSubmitted));
  const changed = each(formChanged);
  for (const field of TELLING_FIELDS) {
    app.action({ type: 'block_actions', action_id: field }, changed);
  }
  const button = (name: string, listener: Parameters<typeof each<ButtonArgs>>[0]): void => {
    app.action({ type: 'block_actions', action_id: name }, each(listener));
  };
  button(HIDE, hide);
  button(REVOKE, (ports) => redrawingHome(ports, revoke(ports)));
  button(ASK_AGAIN, askAgain);
  button(SHOW_CALL, showCall);
  // On which page its token is made is judged together with the answer.
  const approved = (by: string): Answer => ({ kind: 'approved', by, page: null });
  button(APPROVE, (ports) => redrawingHome(ports, answered(ports, approved)));
  button(REFUSE, refuse);
  button(DELIVER, deliver);
  const withdrawn = (): Answer => ({ kind: 'withdrawn' });
  button(WITHDRAW, (ports) => redrawingHome(ports, answered(ports, withdrawn)));
  button(CREATE, create);
  app.options({ type: 'block_suggestion', action_id: FIELD_IDS.tenant }, each(tenantOptions));
};
