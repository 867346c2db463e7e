import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { useTexts } from '../messages/texts.ts';
import { Cell, HeadCell, Table } from '../parts/table.tsx';
import { useSignedIn } from '../session/context.ts';

/** The tenants below the signed-in person's own. */
export const SubTenants = ({ tenants }: { readonly tenants: readonly Tenant[] }) => {
  const { own } = useTexts();
  const { tenant: anchor } = useSignedIn();
  const below = tenants.filter(({ id }) => id !== anchor.id);
  if (below.length === 0) return <p class="muted">{own.tenant.noSubTenants}</p>;
  const nameOf = (id: string | null): string =>
    tenants.find((tenant) => tenant.id === id)?.name ?? '';
  return (
    <Table
      label={own.tenant.subTenants}
      columns={[own.settings.name, own.tenant.partOf, own.settings.timeZone]}
    >
      {below.map((tenant) => (
        <tr key={tenant.id} role="row">
          <HeadCell>{tenant.name}</HeadCell>
          <Cell label={own.tenant.partOf}>{nameOf(tenant.parentId)}</Cell>
          <Cell label={own.settings.timeZone}>{tenant.timeZone}</Cell>
        </tr>
      ))}
    </Table>
  );
};
