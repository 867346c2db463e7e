import type { Pointable } from './description.ts';
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
export const mayLack = (subject: Pointable): boolean => !NEEDED.includes(subject);

const LEADING: readonly ControlKind[] = ['button', 'link', 'tab', 'menuitem'];

/** What kinds of control it can be. */
export const kindsOf = (subject: Pointable): readonly ControlKind[] =>
  subject === 'save' ? ['button'] : subject === 'token' ? [] : (FIELD_KINDS[subject] ?? LEADING);

const SHOWABLE: readonly RefusalReason[] = [
  'no_wizard',
  'ambiguous',
  'missing',
  'covered',
  'changed',
  'not_kept',
  'read_only',
];

const IN_THE_WIZARD: readonly Pointable[] = [...TAUGHT.slice(1), 'save', 'cancel'];

/**
 * What a person can show after a refusal: one control, or, where the form itself was not found, all
 * of them.
 * @returns undefined where showing helps nothing
 */
export const showableAfter = ({ reason, subject }: Refusal): readonly Pointable[] | undefined => {
  if (!SHOWABLE.includes(reason)) return undefined;
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
