import type { Pointable, Showable } from './description.ts';
import { FIELD_KINDS } from './find-wizard.ts';
import type { ControlKind } from './observation.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

/** What a person is asked to show of a form, in the order in which forms have it. */
export const TAUGHT = [
  'open',
  'name',
  'description',
  'expiresOn',
  'tenant',
  'read',
  'write',
  'create',
  'delete',
  'next',
] as const satisfies readonly Pointable[];

/** Without these there is no wizard. */
const NEEDED: readonly Pointable[] = ['name', 'next', 'cancel'];

/** Whether a form may be without it. */
export const mayLack = (subject: Showable): boolean =>
  !(NEEDED as readonly Showable[]).includes(subject);

const LEADING: readonly ControlKind[] = ['button', 'link', 'tab', 'menuitem'];

const LEFT: readonly ControlKind[] = [
  'text',
  'date',
  'spinbutton',
  'select',
  'combobox',
  'radio',
  'check',
];

/** What kinds of control it can be; none for what is no control. */
export const kindsOf = (subject: Showable): readonly ControlKind[] => {
  switch (subject) {
    case 'save':
      return ['button'];
    case 'left':
      return LEFT;
    case 'token':
      return [];
    default:
      return FIELD_KINDS[subject] ?? LEADING;
  }
};

const BY_ONE: readonly RefusalReason[] = [
  'no_wizard',
  'ambiguous',
  'missing',
  'covered',
  'changed',
  'not_kept',
  'read_only',
  'unknown_field',
];

const IN_THE_WIZARD: readonly Pointable[] = [...TAUGHT.slice(1), 'save', 'cancel'];

/**
 * What a person can show after a refusal: one control, or, where the form itself was not found, all
 * of them.
 * @returns undefined where showing helps nothing
 */
export const showableAfter = ({ reason, subject }: Refusal): readonly Showable[] | undefined => {
  if (reason === 'unknown_field' && subject === null) return ['left'];
  // It was pressed, and no token was seen, or not one alone.
  if (reason === 'two_tokens' || (reason === 'no_answer' && subject === 'next')) return ['token'];
  if (!BY_ONE.includes(reason)) return undefined;
  return subject !== null && IN_THE_WIZARD.includes(subject) ? [subject] : TAUGHT;
};

const BY_LOCATORS: readonly RefusalReason[] = [
  'no_wizard',
  'ambiguous',
  'missing',
  'changed',
  'not_kept',
  'read_only',
];

/** Whether a refusal may come of a description that no longer fits its page. */
export const mayBeStale = ({ reason }: Refusal): boolean => BY_LOCATORS.includes(reason);
