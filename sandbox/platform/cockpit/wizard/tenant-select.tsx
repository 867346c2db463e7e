import { fill } from '../../../../shared/messages/fill.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import { useTexts } from '../messages/texts.ts';
import { Field } from '../parts/field.tsx';
import { useSignedIn } from '../session/context.ts';

interface TenantSelectProps {
  readonly tenants: readonly Tenant[];
  readonly total: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (tenantId: string) => void;
}

/** One tenant, or all of them. */
export const TenantSelect = ({ tenants, total, value, error, onChange }: TenantSelectProps) => {
  const { core, own } = useTexts();
  const { tenant: anchor, canUseAllTenants } = useSignedIn();
  const hints = [
    canUseAllTenants ? fill(own.wizard.tenantHint, { tenant: anchor.name }) : '',
    total > tenants.length ? fill(own.wizard.firstTenants, { count: tenants.length, total }) : '',
  ].filter(Boolean);
  return (
    <Field label={core.fields.tenantId} hint={hints.join(' ') || undefined} error={error}>
      {(control) => (
        <select
          {...control}
          name="tenantId"
          required
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          <option value="" disabled>
            {own.wizard.chooseTenant}
          </option>
          {canUseAllTenants && <option value={ALL_TENANTS}>{core.allTenants}</option>}
          {tenants.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
