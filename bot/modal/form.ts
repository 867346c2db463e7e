import type { CalendarDate } from '../../shared/calendar.ts';
import type { ExpiryChoice } from '../../shared/expiry.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { HandOver, Tenant } from '../../shared/tenant-api/port.ts';
import type { Draft } from '../../shared/token-request.ts';
import type { Said } from '../messages/said.ts';
import type { ModalMetadata } from './metadata.ts';

/** A tenant that stands in the form; for "All tenants" the anchor's name and zone. */
export interface FormTenant {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Where only people make its tokens. */
  readonly handOver?: HandOver | undefined;
}

/** Everything that a form shows. */
export interface ModalForm {
  readonly metadata: ModalMetadata;
  readonly draft: Draft;
  readonly tenant: FormTenant | undefined;
  /** `search`: too many for a list, or not all known. */
  readonly tenants: readonly Tenant[] | 'search';
  /** Where only the own tenant is known, because the platform gives no list. */
  readonly listMissing: boolean;
  /** Platforms that do not answer, and of which the person may perhaps choose tenants. */
  readonly away: readonly string[];
  readonly allTenants: boolean;
  readonly permissions: readonly Permission[];
  readonly expiries: readonly ExpiryChoice[];
  /** What the policy has against the choice so far. */
  readonly warnings: readonly Said[];
  readonly expiresOn: CalendarDate | null | undefined;
}
