import { PERMISSIONS } from '../permissions.ts';
import { bare } from './bare-label.ts';
import type { Pointable, Showable } from './description.ts';
import { labelsOf, type Subject } from './labels.ts';
import { type ControlKind, FILLED_IN, LEADING } from './observation.ts';
import type { Refusal, RefusalReason } from './refusal.ts';
import { FIELD_KINDS } from './wizard-signs.ts';

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
  // Whatever the page has filled in besides.
  'left',
] as const satisfies readonly Showable[];

/** Without these there is no wizard. */
const NEEDED: readonly Pointable[] = ['name', 'next', 'cancel'];

/** Whether a form may be without it. */
export const mayLack = (subject: Showable): boolean =>
  !(NEEDED as readonly Showable[]).includes(subject);

/** What kinds of control it can be; none for what is no control. */
export const kindsOf = (subject: Showable): readonly ControlKind[] => {
  switch (subject) {
    case 'save':
      return ['button'];
    case 'left':
      return FILLED_IN;
    case 'token':
      return [];
    default:
      return FIELD_KINDS[subject] ?? LEADING;
  }
};

/** What a part of a form may be called, as `bare` gives it; what opens it may be called as what ends it is. */
export const calledLikely = (subject: Showable): readonly string[] => {
  if (subject === 'token' || subject === 'left') return [];
  const called: readonly Subject[] = subject === 'next' ? ['next', 'open'] : [subject];
  return called.flatMap((each) => labelsOf(each, undefined)).map(bare);
};

/** What kinds of list a permission may be a choice of, together with the others; none for anything else. */
export const inListOf = (subject: Showable): readonly ControlKind[] =>
  PERMISSIONS.some((each) => each === subject) ? (FIELD_KINDS.permissions ?? []) : [];

const BY_ONE: readonly RefusalReason[] = [
  'no_wizard',
  'ambiguous',
  'missing',
  'covered',
  'changed',
  'not_kept',
  'read_only',
  'unknown_field',
  'other_tokens',
];

const IN_THE_WIZARD: readonly Showable[] = [...TAUGHT.slice(1), 'save', 'cancel'];

/**
 * What a person can show after a refusal: one control, or, where the form itself was not found, all
 * of them.
 * @returns undefined where showing helps nothing
 */
export const showableAfter = ({ reason, subject }: Refusal): readonly Showable[] | undefined => {
  if (reason === 'unknown_field' && subject === null) return ['left'];
  // It was pressed, and no token was seen, or not one alone.
  if (reason === 'two_tokens' || reason === 'unread') return ['token'];
  if (reason === 'no_answer' && subject === 'next') return ['token'];
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
