import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SeenField } from '../../handle/seen.ts';

/** What ties a control to its hint and its error. */
export interface Ties {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

const useTies = (field: SeenField) => {
  const id = useId();
  const [hintId, errorId, optionalId] = [`${id}-hint`, `${id}-error`, `${id}-optional`];
  const described = [
    field.optional ? optionalId : '',
    field.hint === undefined ? '' : hintId,
    field.error === undefined ? '' : errorId,
  ].filter((one) => one !== '');
  const ties: Ties = {
    id,
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(field.error === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
  const below = (
    <>
      {field.hint !== undefined && (
        <p class="hint" id={hintId}>
          {field.hint}
        </p>
      )}
      {field.error !== undefined && (
        <p class="field-error" id={errorId}>
          {field.error}
        </p>
      )}
    </>
  );
  const optional = field.optional && (
    <span class="muted" id={optionalId}>
      {' '}
      (optional)
    </span>
  );
  return { ties, below, optional };
};

/** One control with its label, hint and error. */
export const Frame = ({
  field,
  children,
}: {
  readonly field: SeenField;
  readonly children: (ties: Ties) => ComponentChildren;
}) => {
  const { ties, below, optional } = useTies(field);
  return (
    <div class="field">
      <div>
        <label for={ties.id}>{field.label}</label>
        {optional}
      </div>
      {children(ties)}
      {below}
    </div>
  );
};

/** Several controls under one legend. */
export const GroupFrame = ({
  field,
  children,
}: {
  readonly field: SeenField;
  readonly children: (ties: Ties) => ComponentChildren;
}) => {
  const { ties, below, optional } = useTies(field);
  const { 'aria-describedby': describedBy } = ties;
  return (
    <fieldset class="field" {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <legend>{field.label}</legend>
      {optional}
      {children(ties)}
      {below}
    </fieldset>
  );
};
