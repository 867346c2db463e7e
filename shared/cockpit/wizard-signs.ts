import { forTexts } from '../each-field.ts';
import { type Language, LANGUAGES } from '../messages/language.ts';
import { PERMISSIONS } from '../permissions.ts';
import { datePartOf } from './date-parts.ts';
import { type Meaning, meaningOf, type Subject } from './labels.ts';
import type { Control, ControlKind, Observation } from './observation.ts';
import { offeredRights } from './rights-list.ts';
import { isNoRightsGroup, saysMore } from './says-more.ts';

/** What kinds of control each of a wizard's parts can be. */
export const FIELD_KINDS: Readonly<Partial<Record<Subject, readonly ControlKind[]>>> = {
  ...forTexts(() => ['text'] as const),
  expiresOn: ['date', 'text', 'spinbutton', 'select'],
  tenant: ['select', 'combobox'],
  allTenants: ['check', 'radio'],
  permissions: ['select', 'combobox'],
  read: ['check'],
  write: ['check'],
  create: ['check'],
  delete: ['check'],
  next: ['button'],
  cancel: ['button', 'link'],
};

/** How many of the four permissions make a form the wizard, besides Name and Next. */
const SIGNS_OF_PERMISSIONS = 3;

/** Controls by what their labels say in one language. */
export type Found = Readonly<Partial<Record<Subject, readonly Control[]>>>;

/** Whether a control can be a part of the wizard, by its kind. */
export const kindFits = (control: Control, subject: Subject): boolean =>
  FIELD_KINDS[subject]?.includes(control.kind) ?? false;

/** A control with what its label can mean, which is found out once. */
export interface Read {
  readonly control: Control;
  readonly means: Meaning;
  readonly groupMeans: Meaning;
}

/** Reads a control's labels. */
export const read = (control: Control): Read => ({
  control,
  means: meaningOf(control.name),
  groupMeans: meaningOf(control.group),
});

/** All parts of the wizard. */
export const FIELD_SUBJECTS = Object.keys(FIELD_KINDS) as Subject[];

/** What takes a date as a whole. */
export const WHOLE_DATES: readonly ControlKind[] = ['date', 'text'];
const DATE_PARTS: readonly ControlKind[] = ['spinbutton', 'select', 'combobox', 'text'];

/** A date, by its name; or one of its parts, which are named for themselves: the group bears the label. */
const isDate = ({ control, means, groupMeans }: Read, language: Language): boolean => {
  if (WHOLE_DATES.includes(control.kind) && means('expiresOn', language)) return true;
  if (!DATE_PARTS.includes(control.kind) || !groupMeans('expiresOn', language)) return false;
  return control.kind === 'spinbutton' || datePartOf(control) !== undefined;
};

const isRight = (subject: Subject): boolean => PERMISSIONS.some((right) => right === subject);

const isCalledIt = (each: Read, subject: Subject, language: Language): boolean => {
  if (subject === 'expiresOn') return isDate(each, language);
  const { control, means } = each;
  if (isRight(subject) && isNoRightsGroup(control.group)) return false;
  return kindFits(control, subject) && means(subject, language) && !saysMore(control.name, subject);
};

/** What each control is by its label. */
export const foundIn = (members: readonly Read[], language: Language): Found =>
  Object.fromEntries(
    FIELD_SUBJECTS.map((subject) => [
      subject,
      members.flatMap((each) => (isCalledIt(each, subject, language) ? each.control : [])),
    ]),
  );

const hasAny = (found: Found, ...subjects: readonly Subject[]): boolean =>
  subjects.some((subject) => (found[subject]?.length ?? 0) > 0);

/** Whether there are boxes for enough of the permissions. */
export const hasBoxes = (found: Found): boolean =>
  PERMISSIONS.filter((permission) => hasAny(found, permission)).length >= SIGNS_OF_PERMISSIONS;

/** A list that offers them; or one that is only called so, and does not show what it has, beside another sign. */
const hasRightsList = (found: Found, language: Language): boolean =>
  found.permissions?.some((control) =>
    control.kind === 'select'
      ? offeredRights(control, language) >= SIGNS_OF_PERMISSIONS
      : hasAny(found, 'description', 'expiresOn', 'tenant', 'allTenants'),
  ) ?? false;

/** Whether there are all the signs of a wizard. */
export const hasSigns = (found: Found, language: Language): boolean =>
  hasAny(found, 'name') &&
  hasAny(found, 'next') &&
  (hasBoxes(found) || hasRightsList(found, language));

const isInside = (inner: number, outer: number, all: readonly Read[]): boolean =>
  all.some(
    ({ control: { path } }) => path.includes(outer) && path.indexOf(inner) > path.indexOf(outer),
  );

/** What stands in a container. */
export const within = (all: readonly Read[], id: number): readonly Read[] =>
  all.filter(({ control }) => control.path.includes(id));

/** The smallest containers that have all the signs. */
export const containersWith = (
  all: readonly Read[],
  language: Language,
): { readonly id: number; readonly members: readonly Read[]; readonly found: Found }[] => {
  const nexts = all.filter(
    ({ control, means }) => kindFits(control, 'next') && means('next', language),
  );
  const candidates = [...new Set(nexts.flatMap(({ control }) => control.path))].flatMap((id) => {
    const members = within(all, id);
    const found = foundIn(members, language);
    return hasSigns(found, language) ? [{ id, members, found }] : [];
  });
  return candidates.filter(
    ({ id }) => !candidates.some((inner) => inner.id !== id && isInside(inner.id, id, all)),
  );
};

/**
 * The list of permissions of what would be the wizard if more were known of it.
 * @returns its name, where Name and Next stand beside it
 */
export const permissionList = ({ controls }: Observation): string | undefined => {
  const all = controls.map(read);
  return all.find(
    ({ control: { kind, path }, means }) =>
      (kind === 'select' || kind === 'combobox') &&
      LANGUAGES.some((language) => {
        if (!means('permissions', language)) return false;
        const found = foundIn(within(all, path[0] ?? -1), language);
        return hasAny(found, 'name') && hasAny(found, 'next');
      }),
  )?.control.name;
};
