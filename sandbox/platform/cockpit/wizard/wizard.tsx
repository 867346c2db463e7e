import { useCallback } from 'preact/hooks';
import { useServices } from '../api/services.ts';
import { Loadable } from '../parts/loadable.tsx';
import { useLoad } from '../parts/use-load.ts';
import type { WizardEnd } from './use-wizard.ts';
import { WizardSteps } from './wizard-steps.tsx';

/** The wizard, once it is known which tenants may be chosen. */
export const Wizard = ({ onEnd }: { readonly onEnd: (end: WizardEnd) => void }) => {
  const { tenantApi } = useServices();
  const tenants = useLoad(useCallback(() => tenantApi.tenants(''), [tenantApi]));
  return (
    <Loadable loaded={tenants}>
      {({ items, total }) => <WizardSteps tenants={items} total={total} onEnd={onEnd} />}
    </Loadable>
  );
};
