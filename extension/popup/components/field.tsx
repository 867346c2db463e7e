import type { ComponentChildren } from 'preact';

/** An error beside its field. */
export const FieldError = ({
  id,
  error,
}: {
  readonly id: string;
  readonly error: string | undefined;
}) =>
  error === undefined ? null : (
    <p class="error" id={`${id}-error`}>
      {error}
    </p>
  );

/** A labelled control with its error. */
export const Field = ({
  id,
  label,
  error,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    {children}
    <FieldError id={id} error={error} />
  </div>
);
