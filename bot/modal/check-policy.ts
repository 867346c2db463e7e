import { type CalendarDate, todayIn } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import { decide } from '../../shared/policy/decide.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { fieldOf, refusalIn } from '../messages/refusal.ts';
import type { SaidError } from './fields.ts';
import type { FormTenant } from './form.ts';

/**
 * What the policy has against a wish, by the field that it is about; nothing where it allows it.
 * @param from `now` in milliseconds since the epoch
 * @param wish `expiresOn`: the last day, in the tenant's zone; null for never
 */
export const checkPolicy = (
  from: { readonly policy: Policy; readonly asker: Asker; readonly now: number },
  language: Language,
  wish: {
    readonly tenant: FormTenant;
    readonly permissions: readonly Permission[];
    readonly expiresOn: CalendarDate | null;
  },
): readonly SaidError[] => {
  const today = todayIn(wish.tenant.timeZone, from.now);
  const decision = decide(from.policy, from.asker, { ...wish, today });
  if (decision.kind === 'allow') return [];
  return decision.reasons.map((reason) => ({
    field: fieldOf(reason),
    ...refusalIn(language, reason),
  }));
};
