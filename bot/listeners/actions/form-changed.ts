import { createModal } from '../../modal/create-modal.ts';
import { namesOne } from '../../modal/check-form.ts';
import { asFormTenant, formFor } from '../../modal/fill-form.ts';
import { FIELD_IDS } from '../../modal/fields.ts';
import { readMetadata } from '../../modal/metadata.ts';
import { readForm } from '../../modal/view-state.ts';
import { lookAround } from '../circumstances.ts';
import { FOR_DRAWING, type ListenerPorts } from '../ports.ts';
import { createRedraw } from '../redraw.ts';
import type { ButtonArgs } from './pressed.ts';

/** A choice in the form changed: the summary, the warnings and the date's field follow it. */
export const formChanged = (ports: ListenerPorts) => {
  const redraw = createRedraw(ports);
  return async ({ ack, body, client }: ButtonArgs): Promise<void> => {
    await ack();
    const { view } = body;
    const metadata = view && readMetadata(view.private_metadata);
    const filled = view && readForm(view.state.values);
    if (!view || !metadata || !filled) return;
    const draw = redraw(client, view);
    const around = await lookAround(ports, body.user.id, metadata.channel, FOR_DRAWING);
    // The form stays as it is, and the submission is checked in any case.
    if (!around.ok) return;
    const circumstances = around.value;
    const { draft, tenantName } = filled;
    const { offer } = circumstances;
    const found = namesOne(draft)
      ? await ports.tenants.find(offer, draft.tenantId, tenantName)
      : undefined;
    const one = found?.ok ? found.value : undefined;
    const tenant =
      draft.tenantId === '' || (namesOne(draft) && !one)
        ? undefined
        : asFormTenant(one, draft.tenantId, offer);
    // Who chooses the tenant now means it as it is now.
    const chosen = body.actions.some(
      (each) => 'block_id' in each && each.block_id === FIELD_IDS.tenant,
    );
    const before = chosen ? { ...metadata, anchorId: undefined } : metadata;
    const form = formFor(circumstances, before, draft, tenant);
    const failure = await draw(createModal(form));
    // The form was closed, or someone else has drawn it.
    if (failure) ports.log.debug('form_not_updated', { code: failure.code });
  };
};
