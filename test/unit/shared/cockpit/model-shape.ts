import type { Language } from '../../../../shared/messages/language.ts';
import type { Permission } from '../../../../shared/permissions.ts';
import type { DateStyle } from '../../../../shared/cockpit/typed-date.ts';

/** How the model page is built, and how it misbehaves. */
export interface Shape {
  readonly language: Language;
  readonly tenants: readonly string[];
  readonly tenantKind: 'select' | 'combobox' | 'none';
  /** `masked`: a text field that sets separators, and knows no dates before they are sent. */
  readonly dateKind: 'date' | 'text' | 'masked' | 'spinbuttons' | 'fields' | 'selects' | 'none';
  readonly dateStyle: DateStyle;
  /** What the page does to each control after it was looked at or acted on. */
  readonly mutations: readonly Mutation[];
  /**
   * Boxes, a native list, one that opens, one that closes at each choice and says or does not say that it
   * takes several, or one that takes a single choice.
   */
  readonly rights: 'boxes' | 'native' | 'list' | 'closing' | 'closing silently' | 'single';
  readonly preticked: readonly Permission[];
  readonly adminBox: 'none' | 'off' | 'on';
  /** A field more than known. */
  readonly extra: 'none' | 'radio' | 'select' | 'combobox' | 'date';
  /** When the page fills it in by itself; null for never. */
  readonly extraSetAt: number | null;
  /** A list of tenants that shows so many rows at a time; null for all of them. */
  readonly rows: number | null;
  /** Whether what is typed into the list's field leaves out what does not contain it. */
  readonly filters: boolean;
  /** Whether the list takes what is picked from it, or keeps in its field what was typed there. */
  readonly takesPicks: boolean;
  readonly way: boolean;
}

/** A page like the manual's, in English: with boxes, a native date and a native select of one tenant. */
export const PLAIN_SHAPE: Shape = {
  language: 'en',
  tenants: ['Nord'],
  tenantKind: 'select',
  dateKind: 'date',
  dateStyle: { order: 'dmy', separator: '.', padded: true },
  mutations: [],
  rights: 'boxes',
  preticked: [],
  adminBox: 'none',
  extra: 'none',
  extraSetAt: null,
  rows: null,
  filters: true,
  takesPicks: true,
  way: true,
};

export type Mutation = OneMutation & {
  /** When it comes over the page: each look and each act takes one. */
  readonly from: number;
};

type OneMutation =
  | { readonly kind: 'rename'; readonly label: string; readonly to: string }
  | {
      /** A deaf control takes no notice of what is done to it. */
      readonly kind:
        'duplicate' | 'remove' | 'disable' | 'read_only' | 'cover' | 'invalid' | 'deaf' | 'mixed';
      readonly label: string;
    }
  /** The value goes back to what it was, so much later. */
  | { readonly kind: 'revert'; readonly label: string; readonly after: number }
  /** Two boxes change places. */
  | { readonly kind: 'swap'; readonly a: Permission; readonly b: Permission }
  /** The page ticks it by itself. */
  | { readonly kind: 'tick'; readonly label: Permission | 'admin' };
