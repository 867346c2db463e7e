import { todayIn } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import { decide } from '../../shared/policy/decide.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import {
  ALL_TENANTS,
  type Draft,
  type TokenRequest,
  validateDraft,
} from '../../shared/token-request.ts';
import { fieldErrorIn } from '../messages/field-error.ts';
import { fieldOf, refusalIn } from '../messages/refusal.ts';
import { asFormTenant, type Circumstances } from './fill-form.ts';
import type { SaidError } from './fields.ts';
import type { FormTenant } from './form.ts';

/** A submission that the rules and the policy let pass. */
export interface Checked {
  readonly request: TokenRequest;
  readonly tenant: FormTenant;
}

/**
 * Checks what was submitted against the rules and then the policy. What was never offered is refused
 * here: the values come from outside.
 * @param chosen the tenant of the draft's id, as the platform has it now; undefined for none, or "all"
 */
export const checkForm = (
  circumstances: Circumstances,
  language: Language,
  draft: Draft,
  chosen: Tenant | undefined,
): Result<Checked, readonly SaidError[]> => {
  const { policy, asker, world, now } = circumstances;
  const { session } = world;
  const valid = validateDraft(draft, {
    anchor: session.tenant,
    tenant: (id) => (chosen?.id === id ? chosen : undefined),
    canUseAllTenants: session.canUseAllTenants,
    grantable: session.permissions,
    now,
  });
  if (!valid.ok) {
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
  }
  const request = valid.value;
  const tenant = asFormTenant(chosen, request.tenantId, world);
  const { permissions, expiresOn } = request;
  const today = todayIn(tenant.timeZone, now);
  const decision = decide(policy, asker, { tenant, permissions, expiresOn, today });
  if (decision.kind === 'allow') return ok({ request, tenant });
  return err(
    decision.reasons.map((reason) => ({
      field: fieldOf(reason),
      text: refusalIn(language, reason),
    })),
  );
};

/** Whether the draft names one tenant, which then has to be looked up. */
export const namesOne = (draft: Draft): boolean =>
  draft.tenantId !== '' && draft.tenantId !== ALL_TENANTS;
