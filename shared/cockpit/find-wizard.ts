import { LANGUAGES, type Language } from '../messages/language.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import { forTexts } from '../each-field.ts';
import type { TextField } from '../request-fields.ts';
import { err, ok, type Result } from '../result.ts';
import { contradicts } from './contradicts.ts';
import { type Meaning, meaningOf, type Subject } from './labels.ts';
import type { Control, ControlKind, Observation } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';

type TextControls = { readonly [Field in TextField]: Control | undefined };

/** The wizard's first step: which control is what. A field that it does not have is undefined. */
export interface Wizard extends TextControls {
  readonly name: Control;
  /** One control, or a date's parts. */
  readonly expiresOn: readonly Control[];
  readonly tenant: Control | undefined;
  /** A box or a choice of its own for "All tenants", beside the tenant's field. */
  readonly allTenants: Control | undefined;
  readonly permissions: Readonly<Partial<Record<Permission, Control>>>;
  readonly next: Control;
  readonly cancel: Control | undefined;
  /** What was shown to stay as the page sets it. */
  readonly left: readonly Control[];
  /** Everything else in the same container that could change what is made. */
  readonly others: readonly Control[];
  readonly language: Language | undefined;
  /** The container that holds it all, by its id in the controls' paths; undefined where none does. */
  readonly within: number | undefined;
}

/** What kinds of control each of a wizard's parts can be. */
export const FIELD_KINDS: Readonly<Partial<Record<Subject, readonly ControlKind[]>>> = {
  ...forTexts(() => ['text'] as const),
  expiresOn: ['date', 'text', 'spinbutton'],
  tenant: ['select', 'combobox'],
  allTenants: ['check', 'radio'],
  read: ['check'],
  write: ['check'],
  create: ['check'],
  delete: ['check'],
  next: ['button'],
  cancel: ['button', 'link'],
};

/** Kinds that change nothing of what is made by merely standing there. */
const PASSIVE: readonly ControlKind[] = ['button', 'link', 'tab', 'menuitem', 'option'];

/** How many of the four permissions make a form the wizard, besides Name and Next. */
const SIGNS_OF_PERMISSIONS = 3;

type Found = Readonly<Partial<Record<Subject, readonly Control[]>>>;

const kindFits = (control: Control, subject: Subject): boolean =>
  FIELD_KINDS[subject]?.includes(control.kind) ?? false;

/** A control with what its label can mean, which is found out once. */
interface Read {
  readonly control: Control;
  readonly means: Meaning;
}

const read = (control: Control): Read => ({
  control,
  // A date's parts are named for themselves; the group bears the label.
  means: meaningOf(control.kind === 'spinbutton' ? control.group : control.name),
});

const FIELD_SUBJECTS = Object.keys(FIELD_KINDS) as Subject[];

const foundIn = (members: readonly Read[], language: Language): Found =>
  Object.fromEntries(
    FIELD_SUBJECTS.map((subject) => [
      subject,
      members.flatMap(({ control, means }) =>
        kindFits(control, subject) && means(subject, language) ? control : [],
      ),
    ]),
  );

const hasSigns = (found: Found): boolean =>
  (found.name?.length ?? 0) > 0 &&
  (found.next?.length ?? 0) > 0 &&
  PERMISSIONS.filter((permission) => (found[permission]?.length ?? 0) > 0).length >=
    SIGNS_OF_PERMISSIONS;

const isInside = (inner: number, outer: number, all: readonly Read[]): boolean =>
  all.some(
    ({ control: { path } }) => path.includes(outer) && path.indexOf(inner) > path.indexOf(outer),
  );

const within = (all: readonly Read[], id: number): readonly Read[] =>
  all.filter(({ control }) => control.path.includes(id));

/** The smallest containers that have all the signs. */
const containersWith = (
  all: readonly Read[],
  language: Language,
): { readonly id: number; readonly members: readonly Read[]; readonly found: Found }[] => {
  const nexts = all.filter(
    ({ control, means }) => kindFits(control, 'next') && means('next', language),
  );
  const candidates = [...new Set(nexts.flatMap(({ control }) => control.path))].flatMap((id) => {
    const members = within(all, id);
    const found = foundIn(members, language);
    return hasSigns(found) ? [{ id, members, found }] : [];
  });
  return candidates.filter(
    ({ id }) => !candidates.some((inner) => inner.id !== id && isInside(inner.id, id, all)),
  );
};

const pointedAt = (
  observation: Observation,
  subject: Subject,
): Result<Control, Refusal> | undefined => {
  const pointed = observation.pointed.find((each) => each.subject === subject);
  if (!pointed) return undefined;
  const [only, ...more] = pointed.refs;
  const control = observation.controls.find(({ ref }) => ref === only);
  // A page may have Cancel in another step than the one that it was pointed at in.
  if (!control && subject === 'cancel') return undefined;
  if (!control) return err(refusal('missing', subject));
  if (!kindFits(control, subject) || contradicts(control, subject)) {
    return err(refusal('ambiguous', subject, control.name));
  }
  return more.length > 0 ? err(refusal('ambiguous', subject, control.name)) : ok(control);
};

const usable = (subject: Subject, control: Control): Refusal | undefined => {
  if (control.disabled) return refusal('disabled', subject, control.name);
  if (control.readOnly) return refusal('read_only', subject, control.name);
  return undefined;
};

type One = Result<Control | undefined, Refusal>;

const one = (observation: Observation, found: Found, subject: Subject): One => {
  const pointed = pointedAt(observation, subject);
  if (pointed) return pointed;
  const [first, second] = found[subject] ?? [];
  return first && second ? err(refusal('ambiguous', subject, first.name)) : ok(first);
};

const assemble = (
  observation: Observation,
  members: readonly Read[],
  found: Found,
  language: Language | undefined,
  container: number | undefined,
): Result<Wizard, Refusal> => {
  const taken: Partial<Record<Subject, Control>> = {};
  for (const subject of FIELD_SUBJECTS) {
    if (subject === 'expiresOn') continue;
    const control = one(observation, found, subject);
    if (!control.ok) return control;
    if (control.value) taken[subject] = control.value;
  }
  const dates = pointedAt(observation, 'expiresOn');
  if (dates && !dates.ok) return dates;
  const expiresOn = dates ? [dates.value] : (found.expiresOn ?? []);
  const parts = expiresOn.length === 3 && expiresOn.every(({ kind }) => kind === 'spinbutton');
  if (expiresOn.length > 1 && !parts) {
    return err(refusal('ambiguous', 'expiresOn', expiresOn[0]?.name));
  }
  const { name, next } = taken;
  if (!name) return err(refusal('missing', 'name'));
  if (!next) return err(refusal('missing', 'next'));
  const known = new Set([...Object.values(taken), ...expiresOn].map(({ ref }) => ref));
  const left = observation.pointed.flatMap(({ subject, refs }) =>
    subject === 'left' && refs.length === 1 ? refs : [],
  );
  const refused = usable('name', name);
  if (refused) return err(refused);
  const { tenant, allTenants, cancel, read, write, create } = taken;
  return ok({
    ...forTexts((field) => taken[field]),
    name,
    expiresOn,
    tenant,
    allTenants,
    permissions: {
      ...(read ? { read } : {}),
      ...(write ? { write } : {}),
      ...(create ? { create } : {}),
      ...(taken.delete ? { delete: taken.delete } : {}),
    },
    next,
    cancel,
    left: members.flatMap(({ control }) => (left.includes(control.ref) ? control : [])),
    others: members.flatMap(({ control }) =>
      known.has(control.ref) || PASSIVE.includes(control.kind) || left.includes(control.ref)
        ? []
        : control,
    ),
    language,
    within: container,
  });
};

/**
 * The list that permissions are chosen from where they are no boxes, which is not filled in.
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
        return (found.name?.length ?? 0) > 0 && (found.next?.length ?? 0) > 0;
      }),
  )?.control.name;
};

/**
 * The wizard on a page: by what was pointed at, else by several signs in one container and one
 * language (Name, at least three of the four permissions, Next).
 * @returns the wizard; undefined where there is none; a refusal where it cannot be told which control
 *   is meant
 */
export const findWizard = (observation: Observation): Result<Wizard, Refusal> | undefined => {
  const all = observation.controls.map(read);
  const pointedName = pointedAt(observation, 'name');
  const pointedNext = pointedAt(observation, 'next');
  if (pointedName?.ok && pointedNext?.ok) {
    const shared = pointedName.value.path
      .filter((id) => pointedNext.value.path.includes(id))
      .at(-1);
    const members = shared === undefined ? [] : within(all, shared);
    const found = LANGUAGES.map((language) => ({ language, found: foundIn(members, language) }));
    const best = found.find((each) => hasSigns(each.found));
    return assemble(observation, members, best?.found ?? {}, best?.language, shared);
  }
  const wizards = LANGUAGES.flatMap((language) =>
    containersWith(all, language).map((each) => ({ language, ...each })),
  );
  const [first, second] = wizards;
  if (!first) return undefined;
  if (second) return err(refusal('ambiguous', 'name', first.found.name?.[0]?.name));
  return assemble(observation, first.members, first.found, first.language, first.id);
};
