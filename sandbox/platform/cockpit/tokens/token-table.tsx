import { useState } from 'preact/hooks';
import { isTimeZone } from '../../../../shared/calendar.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { ListedToken } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { Table } from '../parts/table.tsx';
import { useSignedIn } from '../session/context.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { TokenRow } from './token-row.tsx';

interface TokenTableProps {
  readonly tokens: readonly ListedToken[];
  readonly tenants: readonly Tenant[];
  readonly onChanged: () => void;
  /** Called with the token's name, once the platform has revoked it. */
  readonly onRevoked: (name: string) => void;
}

/** A page of tokens, and what can be done with each. */
export const TokenTable = ({ tokens, tenants, onChanged, onRevoked }: TokenTableProps) => {
  const { own } = useTexts();
  const { tenant } = useSignedIn();
  const [revoking, setRevoking] = useState<ListedToken>();
  return (
    <>
      <Table label={own.tokens.title} columns={Object.values(own.tokens.columns)}>
        {tokens.map((token) => (
          <TokenRow
            key={token.id}
            token={token}
            tenants={tenants}
            onChanged={onChanged}
            onRevoke={() => setRevoking(token)}
          />
        ))}
      </Table>
      <p class="footnote">
        {own.tokens.manageWhat}{' '}
        {isTimeZone(tenant.timeZone) ? fill(own.timesIn, { zone: tenant.timeZone }) : null}
      </p>
      {revoking && (
        <RevokeDialog
          token={revoking}
          onClose={() => setRevoking(undefined)}
          onRevoked={() => {
            setRevoking(undefined);
            onRevoked(revoking.name);
          }}
        />
      )}
    </>
  );
};
