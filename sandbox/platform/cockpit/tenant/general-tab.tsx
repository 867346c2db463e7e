import { useCallback } from 'preact/hooks';
import { useServices } from '../api/services.ts';
import { useTexts } from '../messages/texts.ts';
import { Loadable } from '../parts/loadable.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Settings } from './settings.tsx';
import { SubTenants } from './sub-tenants.tsx';

/** The tenant's settings, and the tenants below it. */
export const GeneralTab = () => {
  const { own } = useTexts();
  const { tenantApi } = useServices();
  const tenants = useLoad(useCallback(() => tenantApi.tenants(''), [tenantApi]));
  return (
    <>
      <section aria-label={own.tenant.general}>
        <div class="card">
          <Settings />
        </div>
      </section>
      <section aria-labelledby="sub-tenants">
        <h2 id="sub-tenants">{own.tenant.subTenants}</h2>
        <Loadable loaded={tenants}>{({ items }) => <SubTenants tenants={items} />}</Loadable>
      </section>
    </>
  );
};
