import { forTexts } from '../each-field.ts';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import type { TextField } from '../request-fields.ts';
import { err, ok, type Result } from '../result.ts';
import { contradicts } from './contradicts.ts';
import { type DateParts, datePartsOf } from './date-parts.ts';
import { isCalled, type Subject } from './labels.ts';
import { isFixed } from './need.ts';
import type { Control, ControlKind, Observation } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';
import {
  containersWith,
  FIELD_SUBJECTS,
  type Found,
  foundIn,
  hasBoxes,
  hasSigns,
  kindFits,
  read,
  type Read,
  WHOLE_DATES,
  within,
} from './wizard-signs.ts';

type TextControls = { readonly [Field in TextField]: Control | undefined };

/** The wizard's first step: which control is what. A field that it does not have is undefined. */
export interface Wizard extends TextControls {
  readonly name: Control;
  /** One control, or what may be a date's parts. */
  readonly expiresOn: readonly Control[];
  /** Which part each of them is; undefined where they are none, or not all. */
  readonly dateParts: DateParts | undefined;
  readonly tenant: Control | undefined;
  /** A box or a choice of its own for "All tenants", beside the tenant's field. */
  readonly allTenants: Control | undefined;
  readonly permissions: Readonly<Partial<Record<Permission, Control>>>;
  /** The list that permissions are chosen from, in the place of boxes. */
  readonly rights: Control | undefined;
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

/** Kinds that change nothing of what is made by merely standing there. */
const PASSIVE: readonly ControlKind[] = ['button', 'link', 'tab', 'menuitem', 'option'];

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

/** What says what a token may do, and for how long and where. */
const DECISIVE: readonly Subject[] = [...PERMISSIONS, 'allTenants', 'tenant', 'expiresOn'];

/** Of these a form may show, and let nobody set, what goes with the one that is to be set. */
const MAY_BE_FIXED: readonly Subject[] = ['tenant', 'expiresOn'];

/** Whether the form itself calls another control what this one, of another name, was pointed at for. */
const isRivalled = ({ ref, name }: Control, subject: Subject, found: Found): boolean =>
  DECISIVE.includes(subject) &&
  !isCalled(name, subject) &&
  (found[subject]?.some(
    (each) => each.ref !== ref && !(MAY_BE_FIXED.includes(subject) && isFixed(each)),
  ) ??
    false);

/** What was pointed at in the form, where the form does not say otherwise. */
const pointedIn = (
  observation: Observation,
  found: Found,
  subject: Subject,
): Result<Control, Refusal> | undefined => {
  const pointed = pointedAt(observation, subject);
  return pointed?.ok && isRivalled(pointed.value, subject, found)
    ? err(refusal('ambiguous', subject, pointed.value.name))
    : pointed;
};

const usable = (subject: Subject, control: Control): Refusal | undefined => {
  if (control.disabled) return refusal('disabled', subject, control.name);
  if (control.readOnly) return refusal('read_only', subject, control.name);
  return undefined;
};

/** What was pointed at as the date: one control, or all of what stands beside it as its parts. */
const pointedDates = (
  observation: Observation,
  found: Found,
): Result<readonly Control[], Refusal> | undefined => {
  const { controls, dateParts } = observation;
  const parts = controls.filter(({ ref }) => dateParts.includes(ref));
  if (datePartsOf(parts)) return ok(parts);
  const one = pointedIn(observation, found, 'expiresOn');
  return one && (one.ok ? ok([one.value]) : one);
};

type One = Result<Control | undefined, Refusal>;

const one = (observation: Observation, found: Found, subject: Subject): One => {
  const pointed = pointedIn(observation, found, subject);
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
    // Beside boxes, a list of that name is another thing.
    const isAside = subject === 'permissions' && hasBoxes(found);
    const control = one(observation, isAside ? {} : found, subject);
    if (!control.ok) return control;
    if (control.value) taken[subject] = control.value;
  }
  const dates = pointedDates(observation, found);
  if (dates && !dates.ok) return dates;
  const expiresOn = dates?.value ?? found.expiresOn ?? [];
  const whole = expiresOn.find(
    ({ kind, name: label }) => WHOLE_DATES.includes(kind) && isCalled(label, 'expiresOn'),
  );
  if (expiresOn.length > 1 && whole) return err(refusal('ambiguous', 'expiresOn', whole.name));
  // What is shown of a form is not what another part of the page has come to call the same.
  const outside = [
    ...Object.entries(taken),
    ...expiresOn.map((each) => ['expiresOn', each] as const),
  ].find(
    ([subject, { path }]) =>
      subject !== 'cancel' && container !== undefined && !path.includes(container),
  );
  if (outside) return err(refusal('missing', outside[0] as Subject));
  const { name, next } = taken;
  if (!name) return err(refusal('missing', 'name'));
  if (!next) return err(refusal('missing', 'next'));
  if (contradicts(next, 'next')) return err(refusal('other_tokens', 'next', next.name));
  const known = new Set([...Object.values(taken), ...expiresOn].map(({ ref }) => ref));
  const twice = PERMISSIONS.find((permission) =>
    DECISIVE.some(
      (other) =>
        other !== permission && taken[other] && taken[other].ref === taken[permission]?.ref,
    ),
  );
  if (twice) return err(refusal('ambiguous', twice, taken[twice]?.name));
  const left = observation.pointed.flatMap(({ subject, refs }) =>
    subject === 'left' && refs.length === 1 ? refs : [],
  );
  const refused = usable('name', name);
  if (refused) return err(refused);
  const { tenant, allTenants, cancel, read, write, create, permissions: rights } = taken;
  const box = read ?? write ?? create ?? taken.delete;
  if (rights && box) return err(refusal('ambiguous', 'permissions', rights.name));
  return ok({
    ...forTexts((field) => taken[field]),
    name,
    expiresOn,
    dateParts: datePartsOf(expiresOn),
    tenant,
    allTenants,
    permissions: {
      ...(read ? { read } : {}),
      ...(write ? { write } : {}),
      ...(create ? { create } : {}),
      ...(taken.delete ? { delete: taken.delete } : {}),
    },
    rights,
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
    const best = found.find((each) => hasSigns(each.found, each.language));
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
