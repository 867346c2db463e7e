import { useLayoutEffect, useRef } from 'preact/hooks';
import { addYears, todayIn } from '../../../../shared/calendar.ts';
import { MAX_YEARS_AHEAD } from '../../../../shared/expiry.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import type { Draft, RequestField } from '../../../../shared/token-request.ts';
import { useServices } from '../api/services.ts';
import { wizardProblemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useFocus } from '../parts/use-focus.ts';
import { useSignedIn } from '../session/context.ts';
import { fieldErrorText } from './field-error-text.ts';
import { PermissionBoxes } from './permission-boxes.tsx';
import { StepHead } from './step-head.tsx';
import { TenantSelect } from './tenant-select.tsx';
import { TextFields } from './text-fields.tsx';
import type { Asking } from './use-wizard.ts';

interface RequestStepProps {
  readonly state: Asking;
  readonly tenants: readonly Tenant[];
  readonly total: number;
  readonly onEdit: (change: Partial<Draft>) => void;
  readonly onNext: (badDate: boolean) => void;
  readonly onCancel: () => void;
}

/** Step 1: the texts, expiration date, tenant, permissions. */
export const RequestStep = ({
  state,
  tenants,
  total,
  onEdit,
  onNext,
  onCancel,
}: RequestStepProps) => {
  const texts = useTexts();
  const { core, own } = texts;
  const { now } = useServices();
  const session = useSignedIn();
  const { draft, errors, problem, busy } = state;
  const form = useRef<HTMLFormElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  useFocus(name);
  const errorOf = (field: RequestField): string | undefined => fieldErrorText(field, errors, texts);
  const zone = tenants.find(({ id }) => id === draft.tenantId)?.timeZone ?? session.tenant.timeZone;
  const today = todayIn(zone, now());

  // At once, or it would take the focus from where a quick person has put it meanwhile.
  useLayoutEffect(() => {
    if (errors.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]:enabled')?.focus();
  }, [errors]);

  return (
    <form
      ref={form}
      noValidate
      method="post"
      class="card wizard"
      aria-labelledby="step"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        onNext(date.current?.validity.badInput ?? false);
      }}
    >
      <StepHead id="step" title={own.wizard.title} step={1} />
      {problem && <Notice kind="problem">{wizardProblemText(problem, texts)}</Notice>}
      <TextFields draft={draft} errorOf={errorOf} first={name} onEdit={onEdit} />
      <div class="wizard-pair">
        <Field
          label={core.fields.expiresOn}
          hint={fill(own.wizard.expiryHint, { zone })}
          error={errorOf('expiresOn')}
        >
          {(control) => (
            <input
              {...control}
              ref={date}
              type="date"
              name="expiresOn"
              min={today}
              max={addYears(today, MAX_YEARS_AHEAD)}
              value={draft.ownDate}
              onInput={({ currentTarget: { value } }) =>
                onEdit({ ownDate: value, expiry: value === '' ? 'never' : 'date' })
              }
            />
          )}
        </Field>
        <TenantSelect
          tenants={tenants}
          total={total}
          value={draft.tenantId}
          error={errorOf('tenantId')}
          onChange={(tenantId) => onEdit({ tenantId })}
        />
      </div>
      <PermissionBoxes
        chosen={draft.permissions}
        error={errorOf('permissions')}
        onChange={(permissions) => onEdit({ permissions })}
      />
      <p class="visually-hidden" role="status">
        {busy ? own.wizard.working : ''}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={onCancel}>
          {core.buttons.cancel}
        </button>
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {core.buttons.next}
        </button>
      </div>
    </form>
  );
};
