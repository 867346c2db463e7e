import { meansAllElsewhere } from '../../shared/flow/place.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import {
  ALL_TENANTS,
  type Draft,
  type TokenRequest,
  validateDraft,
} from '../../shared/token-request.ts';
import { fieldErrorIn } from '../messages/field-error.ts';
import { TEXTS } from '../messages/texts.ts';
import { type Offer, sessionFor } from '../tenants/tenant-directory.ts';
import { asFormTenant } from './fill-form.ts';
import type { SaidError } from './fields.ts';
import type { FormTenant } from './form.ts';

/** A submission that the rules let pass, and perhaps the policy too. */
export interface Checked {
  readonly request: TokenRequest;
  readonly tenant: FormTenant;
}

/** When a form was drawn that was submitted, and whose "All tenants" stood there; undefined where not known. */
interface Drawn {
  readonly drawnAt?: number | undefined;
  readonly anchorId?: string | undefined;
}

/**
 * Checks what was submitted against the rules. What was never offered is refused here: the values come
 * from outside.
 * @param chosen the tenant of the draft's id, as the platform has it now; undefined for none, or "all"
 * @param now milliseconds since the epoch
 */
export const checkFields = (
  offer: Offer,
  { now, drawnAt, anchorId }: Drawn & { readonly now: number },
  language: Language,
  draft: Draft,
  chosen: Tenant | undefined,
): Result<Checked, readonly SaidError[]> => {
  const session = sessionFor(offer, draft.tenantId);
  const valid = validateDraft(draft, {
    anchor: session.tenant,
    tenant: (id) => (chosen?.id === id ? chosen : undefined),
    canUseAllTenants: session.canUseAllTenants,
    grantable: session.permissions,
    now,
    drawnAt,
  });
  if (meansAllElsewhere(draft, anchorId, { session })) {
    const { form, allTenants } = TEXTS[language];
    return err([{ field: 'tenantId', text: fill(form.tenantAnother, { tenant: allTenants }) }]);
  }
  if (valid.ok) {
    const request = valid.value;
    return ok({ request, tenant: asFormTenant(chosen, request.tenantId, offer) });
  }
  return err(
    valid.error.map((error) => ({
      field: error.field,
      text: fieldErrorIn(
        language,
        // An empty choice is missing rather than unknown.
        error.field === 'tenantId' && draft.tenantId === ''
          ? { field: 'tenantId', code: 'required' }
          : error,
      ),
    })),
  );
};

/** Whether the draft names one tenant, which then has to be looked up. */
export const namesOne = (draft: Draft): boolean =>
  draft.tenantId !== '' && draft.tenantId !== ALL_TENANTS;
