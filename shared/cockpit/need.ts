import type { Act } from './act.ts';
import type { Subject } from './labels.ts';
import type { Control } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Run } from './run.ts';

/** What a step has to teach the run, besides that it was done. */
type Learned = Partial<Pick<Run, 'date' | 'list' | 'rights'>>;

/** What one field needs: nothing, one step, more time, or a person. */
export type Need =
  | { readonly kind: 'right' }
  | { readonly kind: 'act'; readonly act: Act; readonly learned?: Learned }
  | { readonly kind: 'wait'; readonly learned: Learned }
  | { readonly kind: 'refuse'; readonly refusal: Refusal };

export const RIGHT: Need = { kind: 'right' };

/** A need that only a person can meet. */
export const refuse = (...args: Parameters<typeof refusal>): Need => ({
  kind: 'refuse',
  refusal: refusal(...args),
});

/** The control that a step is for, as it is now. */
export const target = ({ ref, signature }: Control) => ({ ref, signature });

/** Whether nobody can set a control, as it is now. */
export const isFixed = ({ disabled, readOnly }: Control): boolean => disabled || readOnly;

/** What stands in the way of a control's use. */
export const barred = (subject: Subject, control: Control): Need | undefined => {
  if (control.disabled) return refuse('disabled', subject, control.name);
  if (control.readOnly) return refuse('read_only', subject, control.name);
  return undefined;
};

/** A field that nobody was asked about, since whoever showed the form said that it has none. */
export const unasked = (subject: Subject, control: Control | undefined): Need =>
  control ? refuse('unknown_field', subject, control.name) : RIGHT;

/** A box or a switch. */
export const boxNeed = (subject: Subject, control: Control | undefined, wanted: boolean): Need => {
  if (!control) return wanted ? refuse('missing', subject) : RIGHT;
  if (typeof control.checked !== 'boolean') return refuse('not_kept', subject, control.name);
  if (control.checked === wanted) return RIGHT;
  // A radio is not unset by its own press.
  if (control.kind === 'radio' && !wanted) return refuse('not_kept', subject, control.name);
  return barred(subject, control) ?? { kind: 'act', act: { kind: 'press', ...target(control) } };
};
