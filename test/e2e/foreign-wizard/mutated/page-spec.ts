import type { WizardRequest } from '../../../../shared/cockpit/run.ts';
import type { Subject } from '../../../../shared/cockpit/labels.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { Permission } from '../../../../shared/permissions.ts';

/** What a page may do to one of its fields. */
export const TROUBLES = [
  'rename',
  'duplicate',
  'remove',
  'disable',
  'cover',
  'revert',
  'tick',
  'swap',
  'read_only',
] as const;

/** What the page does to one of its fields by itself. */
export interface Trouble {
  readonly kind: (typeof TROUBLES)[number];
  readonly field: string;
  /** The other of two that change places. */
  readonly other: string;
  /** After so many events of the driver's, and then so many milliseconds. */
  readonly after: number;
  readonly delay: number;
}

/** How a mutated page is built, and how it misbehaves. It is JSON: the page is sent it. */
export interface PageSpec {
  readonly language: Language;
  readonly words: Readonly<Record<Subject, string>>;
  readonly start: 'wizard' | 'list' | 'home';
  readonly labels: 'for' | 'around' | 'aria' | 'placeholder' | 'near';
  /** `list`: one list that takes several of them. */
  readonly boxes: 'box' | 'switch' | 'radio' | 'select' | 'list';
  readonly tenantKind: 'select' | 'list' | 'typed' | 'none';
  readonly tenants: readonly string[];
  /** Of a list that opens, so many rows are in the page at a time. */
  readonly rows: number;
  /** `parts`: three selects. */
  readonly dateKind: 'date' | 'text' | 'parts' | 'none';
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  readonly preticked: readonly Permission[];
  /** A right that the product does not know. */
  readonly admin: 'none' | 'off' | 'on';
  /** A field more than known, and whether the page sets it by itself. */
  readonly extra: 'none' | 'radio' | 'select' | 'device group';
  readonly extraSet: 'never' | 'first' | 'late';
  readonly dialog: boolean;
  readonly settingsForm: boolean;
  readonly troubles: readonly Trouble[];
  /** How the token is shown, and what is shown with it. */
  readonly tokenIn: 'code' | 'input' | 'textarea';
  readonly afterNext: 'token' | 'two' | 'nothing' | 'old';
  /** Where Save and Cancel lead; `failed` to the list, with nothing done. */
  readonly afterFinish: 'list' | 'blank' | 'sign-in' | 'failed';
  /** A row of the wanted name that was there before. */
  readonly oldRow: boolean;
}

/** One page with what is wanted of it. */
export interface Trial {
  readonly spec: PageSpec;
  readonly request: WizardRequest;
  readonly finish: 'save' | 'cancel';
}
