import { fill } from '../../../../shared/messages/fill.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import type { ListedToken } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { Cell, HeadCell } from '../parts/table.tsx';
import { dateAndTime, plainDate } from '../parts/times.ts';
import { useSignedIn } from '../session/context.ts';
import { Creator } from './creator.tsx';
import { ManageSwitch } from './manage-switch.tsx';
import { StateBadge } from './state-badge.tsx';

interface TokenRowProps {
  readonly token: ListedToken;
  readonly tenants: readonly Tenant[];
  readonly onChanged: () => void;
  readonly onRevoke: () => void;
}

/** One token of the list. */
export const TokenRow = ({ token, tenants, onChanged, onRevoke }: TokenRowProps) => {
  const { own, core, language } = useTexts();
  const { timeZone } = useSignedIn().tenant;
  const { columns } = own.tokens;
  const tenantName =
    token.tenantId === ALL_TENANTS
      ? core.allTenants
      : (tenants.find(({ id }) => id === token.tenantId)?.name ?? token.tenantId.slice(0, 8));
  return (
    <tr role="row" class={token.state === 'active' ? undefined : 'dead'}>
      <HeadCell>
        <span class="token-name">{token.name}</span>
        {token.description !== '' && <span class="token-description">{token.description}</span>}
      </HeadCell>
      <Cell label={columns.tenant}>{tenantName}</Cell>
      <Cell label={columns.permissions}>
        <ul class="chips">
          {token.permissions.map((permission) => (
            <li key={permission}>{core.permissions[permission]}</li>
          ))}
        </ul>
      </Cell>
      <Cell label={columns.expires} class="when">
        {token.expiresOn === null ? own.tokens.never : plainDate(token.expiresOn, language)}
      </Cell>
      <Cell label={columns.state}>
        <StateBadge state={token.state} />
      </Cell>
      <Cell label={columns.hint}>
        <code title={own.tokens.hintWhat}>{token.hint}</code>
      </Cell>
      <Cell label={columns.created}>
        <Creator token={token} />
      </Cell>
      <Cell label={columns.lastUsed}>
        {token.lastUsedAt === null
          ? own.tokens.notUsed
          : dateAndTime(token.lastUsedAt, timeZone, language)}
      </Cell>
      <Cell label={columns.manages}>
        <ManageSwitch token={token} onChanged={onChanged} />
      </Cell>
      <Cell label={columns.actions} class="row-actions">
        {token.state === 'active' && (
          <button
            type="button"
            class="button button-small button-danger"
            aria-label={fill(own.tokens.revokeNamed, { name: token.name })}
            onClick={onRevoke}
          >
            {own.tokens.revoke}
          </button>
        )}
      </Cell>
    </tr>
  );
};
