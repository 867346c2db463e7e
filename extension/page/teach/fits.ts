import { unmarked } from '../../../shared/cockpit/bare-label.ts';
import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { isShownToken } from '../../../shared/cockpit/shown-token.ts';
import { datePartsAround } from '../wizard/date-parts.ts';
import { nameOf } from '../wizard/describe-control.ts';
import { attributeOf } from '../wizard/dom.ts';
import { kindOf } from '../wizard/kind-of.ts';
import { plainText } from '../wizard/value-of.ts';
import type { Wanted } from './task.ts';

const kind = (element: Element): ControlKind => kindOf(element) ?? 'button';

/** A page may name a control by a whole text. */
const MAX_CALLED = 80;

/** What a control is called, in words for a person: in a line, and turning nothing around. */
export const calledOf = (element: Element): string => {
  const name =
    nameOf(element, kind(element)).name || attributeOf(element, 'name') || element.localName;
  const called = name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');
  return called.length > MAX_CALLED ? `${called.slice(0, MAX_CALLED)}…` : called;
};

/** Whether a text is wanted, which is no control. */
export const isText = (wanted: Wanted | undefined): boolean => wanted?.kinds.length === 0;

/** Whether a control shows what is wanted together with all that follows of its kind: a list of permissions. */
export const isList = (wanted: Wanted | undefined, element: Element): boolean =>
  wanted?.inList.includes(kind(element)) ?? false;

const isKind = (wanted: Wanted | undefined, element: Element): boolean => {
  if (!wanted?.kinds.includes(kind(element))) return false;
  // A select is no date, but for one part of three.
  const isPart = (): boolean => datePartsAround(element).length > 0;
  return wanted.subject !== 'expiresOn' || kind(element) !== 'select' || isPart();
};

/** Whether a list stands where a date is wanted. */
export const isNoDate = (wanted: Wanted | undefined, element: Element): boolean =>
  wanted?.subject === 'expiresOn' && ['select', 'combobox'].includes(kind(element));

/** Whether an element can be what is wanted. */
export const fits = (wanted: Wanted | undefined, element: Element): boolean =>
  !element.matches('html,body,iframe,frame') &&
  (isText(wanted)
    ? isShownToken(unmarked(plainText(element)).trim())
    : isKind(wanted, element) || isList(wanted, element));
