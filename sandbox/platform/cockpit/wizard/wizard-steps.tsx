import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { RequestStep } from './request-step.tsx';
import { TokenStep } from './token-step.tsx';
import { useWizard, type WizardEnd } from './use-wizard.ts';

interface WizardStepsProps {
  readonly tenants: readonly Tenant[];
  /** How many tenants there are, should the list hold the first of them alone. */
  readonly total: number;
  readonly onEnd: (end: WizardEnd) => void;
}

/** The step that the wizard is at. */
export const WizardSteps = ({ tenants, total, onEnd }: WizardStepsProps) => {
  const { state, edit, next, save, cancel } = useWizard(tenants, onEnd);
  return state.step === 'request' ? (
    <RequestStep
      state={state}
      tenants={tenants}
      total={total}
      onEdit={edit}
      onNext={next}
      onCancel={cancel}
    />
  ) : (
    <TokenStep state={state} onSave={save} onCancel={cancel} />
  );
};
