import type { FlowState, Form, Place, Saved, Saving, Shown } from '../../shared/flow/state.ts';
import type { Draft, RequestField } from '../../shared/token-request.ts';
import { type Person, personAt } from '../channel/session-keys.ts';
import type { Model, Remembered } from './model.ts';

/** The field besides its own whose error a change may have mended. */
const ALSO_MENDED: Readonly<Partial<Record<keyof Draft, RequestField>>> = {
  // Another tenant may have another zone, and so another today.
  tenantId: 'expiresOn',
  expiry: 'expiresOn',
  ownDate: 'expiresOn',
};

/** The form with a change made, and without the errors that it may have mended. */
export const withChange = (form: Form, change: Partial<Draft>): Form => {
  const changed = Object.keys(change) as (keyof Draft)[];
  return {
    ...form,
    draft: { ...form.draft, ...change },
    errors: form.errors.filter(
      ({ field }) => !changed.some((each) => each === field || ALSO_MENDED[each] === field),
    ),
  };
};

/** Whose flow it is; undefined while nobody is known. */
export const personOf = (flow: FlowState): Person | undefined =>
  'place' in flow ? personAt(flow.place) : undefined;

/** Whether there is something on the screen that need not be said again at the next opening. */
export const isOutcome = (flow: FlowState): boolean =>
  flow.step === 'saved' ||
  flow.step === 'failed' ||
  (flow.step === 'form' && (flow.notice !== undefined || flow.errors.length > 0));

/** Whether a step is one in which the token may be read. */
export const holdsToken = (flow: FlowState): flow is Shown | Saving | Saved =>
  flow.step === 'token' || flow.step === 'saving' || flow.step === 'saved';

/** Whether the token is nowhere any more but in this popup, so that it is not to be closed, or asked anew. */
export const isLastPlace = ({ flow, remembered }: Model): boolean =>
  flow.step === 'saved' && remembered !== null;

/** Where a token is tried: as it was typed, as it is known of this platform, or as the platform tells it. */
export const apiUrlAt = ({ apiUrl, untold }: Model, { session }: Place): string =>
  apiUrl ?? untold?.apiUrl ?? session.tenant.apiUrl;

/**
 * The token that an open popup remembers: after Save, nobody else does.
 * @param before what it remembered until now
 */
export const rememberToken = (before: Remembered | null, flow: FlowState): Remembered | null => {
  if (!holdsToken(flow)) return null;
  const { id } = flow.record;
  if (flow.step !== 'saved' && flow.token) return { id, token: flow.token };
  return before?.id === id ? before : null;
};
