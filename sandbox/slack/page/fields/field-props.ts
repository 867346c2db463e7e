import type { LiveElement } from '../../blocks/placed.ts';
import type { SeenField } from '../../handle/seen.ts';
import type { Act } from '../use-window.ts';

/** What every kind of field is given. */
export interface FieldProps {
  readonly field: SeenField;
  readonly element: LiveElement;
  /** Both ids, by which the change is told. */
  readonly path: string;
  readonly act: Act;
  /** Whether Enter and each character are told to the app. */
  readonly dispatches: boolean;
}
