import type { CalendarDate } from './calendar.ts';
import type { ExpiryChoice } from './expiry.ts';
import type { Permission } from './permissions.ts';

/*
 * THE declaration of what a token is asked for with. What is alike for every field derives from it: the
 * rules of a text, the forms on the wire, what is stored, what a command fills in, what both faces and
 * the cockpit draw. What each field needs of its own stands in a record with a member for each, so that
 * a field that lacks it does not compile. CONTRIBUTING lists those under "A field".
 */

/** The rules of a field that holds text. */
export interface TextRule {
  /** Nothing is made without it. Any other may be left out, and is then empty. */
  readonly required: boolean;
  /** One line is trimmed and brought to NFC; many are kept as typed. */
  readonly lines: 'one' | 'many';
  /** In Unicode code points, as a person counts. */
  readonly max: number;
  /** The longest that an answer may hold, in UTF-16 units. */
  readonly maxInAnswers: number;
}

/** The fields that hold text, in the order of the forms, where they come first. */
export const TEXT_FIELDS = {
  name: { required: true, lines: 'one', max: 100, maxInAnswers: 200 },
  description: { required: false, lines: 'many', max: 500, maxInAnswers: 2000 },
} as const satisfies Readonly<Record<string, TextRule>>;

export type TextField = keyof typeof TEXT_FIELDS;

/** The texts of a form, a request or a record. */
export type Texts = { readonly [Field in TextField]: string };

/** What Next asks for: checked, trimmed and normalised. */
export interface TokenRequest extends Texts {
  /** One tenant's id, or `ALL_TENANTS`. */
  readonly tenantId: string;
  readonly permissions: readonly Permission[];
  /** The last day on which the token works, in its tenant's zone; null for never. */
  readonly expiresOn: CalendarDate | null;
}

/** What stands in the form, as typed. */
export interface Draft extends Texts {
  readonly tenantId: string;
  readonly permissions: readonly Permission[];
  readonly expiry: ExpiryChoice;
  /** Read where `expiry` is `date`. */
  readonly ownDate: string;
}

export type RequestField = keyof TokenRequest;

/** A field with a type, rules and a control of its own. */
export type OtherField = Exclude<RequestField, TextField>;

export const TEXT_FIELD_NAMES = Object.keys(TEXT_FIELDS) as TextField[];
