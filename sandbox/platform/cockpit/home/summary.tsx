import { useCallback } from 'preact/hooks';
import { ok } from '../../../../shared/result.ts';
import { useServices } from '../api/services.ts';
import { useTexts } from '../messages/texts.ts';
import { useSignedIn } from '../session/context.ts';
import { Figure } from './figure.tsx';

/** How much there is in this tenant. */
export const Summary = () => {
  const { own } = useTexts();
  const { tenantApi, cockpitApi } = useServices();
  const { canManageTokens } = useSignedIn();

  const countSubTenants = useCallback(async () => {
    const tenants = await tenantApi.tenants('');
    // The list begins with the tenant itself.
    return tenants.ok ? ok(Math.max(tenants.value.total - 1, 0)) : tenants;
  }, [tenantApi]);
  const countActiveTokens = useCallback(async () => {
    const tokens = await cockpitApi.tokens({ search: '', state: 'active', pageNumber: 1 });
    return tokens.ok ? ok(tokens.value.total) : tokens;
  }, [cockpitApi]);

  return (
    <dl class="figures">
      <Figure name={own.home.devices} count={cockpitApi.deviceCount} />
      <Figure name={own.home.subTenants} count={countSubTenants} />
      {canManageTokens && <Figure name={own.home.activeTokens} count={countActiveTokens} />}
    </dl>
  );
};
