import type { Pointable } from './description.ts';

/** Why nothing more was done. Each names what it is about, so that a person can point at it. */
export const REFUSALS = [
  /** Nothing on the page looks like the wizard, or like a way to it. */
  'no_wizard',
  /** Two of a kind: which is meant cannot be told. */
  'ambiguous',
  /** The request needs a control that the wizard does not have. */
  'missing',
  'disabled',
  'read_only',
  'covered',
  /** It was another control by the time it was to be used. */
  'changed',
  /** It does not keep, or does not show, what it was given. */
  'not_kept',
  /** A date whose order of day and month cannot be told. */
  'date_format',
  /** It has no choice, or none alone, for what was asked for. */
  'not_offered',
  /** No tenant, or more than one, has exactly this name. */
  'tenant_unknown',
  /** It offers more choices than are looked at. */
  'too_many',
  /** Something is filled in that nobody has said anything about. */
  'unknown_field',
  /** Something must be filled in that nobody is asked for here, or was when it was shown to stay so. */
  'unset',
  /** A name stands there already that nobody here typed: it may be the form of a token that exists. */
  'named',
  /** Something is ticked among the permissions that nobody asked for. */
  'unknown_permission',
  /** It says, or it may be, that other tokens are changed or ended by it. */
  'other_tokens',
  /** The page has more than is looked at. */
  'too_large',
  /** Something was begun on the page that would be lost: whoever tries again goes on all the same. */
  'unsaved',
  /** More than one new token stands on the page. */
  'two_tokens',
  /** Where tokens were shown to stand nothing that came can be one, as far as the page shows it. */
  'unread',
  /** Nothing happened for too long. */
  'no_answer',
] as const;

export type RefusalReason = (typeof REFUSALS)[number];

/** A stop, before anything that could have made a token. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly subject: Pointable | null;
  /** The control's own name on the page, for a person to find it by; empty where there is none. */
  readonly control: string;
  /** The names seen, where one of them has to be chosen. */
  readonly choices?: readonly string[];
}

/** Makes a refusal. */
export const refusal = (
  reason: RefusalReason,
  subject: Pointable | null,
  control = '',
  choices?: readonly string[],
): Refusal => ({ reason, subject, control, ...(choices ? { choices } : {}) });
