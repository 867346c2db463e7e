import type { CalendarDate } from '../calendar.ts';
import { PERMISSIONS } from '../permissions.ts';
import type { Wizard } from './find-wizard.ts';
import { isCalledRight } from './contradicts.ts';
import { datePartsNeed } from './date-parts.ts';
import { isNoDeviceGroup } from './device-group.ts';
import { isCalled, type Subject } from './labels.ts';
import { PASSING_MS } from './limits.ts';
import { barred, boxNeed, isFixed, type Need, refuse, RIGHT, target, unasked } from './need.ts';
import type { Control } from './observation.ts';
import { isInForce, tellsOf } from './other-boxes.ts';
import { rightsNeed } from './rights-list.ts';
import type { DateTrial, Run, WizardRequest } from './run.ts';
import {
  hasSameFigures,
  probeFor,
  readDate,
  stylesToTry,
  styleOf,
  writeDate,
  writeImpossible,
} from './typed-date.ts';

const type = (control: Control, text: string, date?: DateTrial): Need => ({
  kind: 'act',
  act: { kind: 'type', text, ...target(control) },
  ...(date ? { learned: { date } } : {}),
});

/** One line of text, or several. */
export const textNeed = (subject: Subject, control: Control | undefined, wanted: string): Need => {
  if (!control) return wanted === '' ? RIGHT : refuse('missing', subject);
  if (control.value === wanted && !control.invalid) return RIGHT;
  return barred(subject, control) ?? type(control, wanted);
};

const NOT_TRIED: DateTrial = { trying: 0, typed: null, style: null };

const typedDateNeed = (control: Control, wanted: CalendarDate | null, run: Run): Need => {
  const value = control.value ?? '';
  if (wanted === null) return value === '' ? RIGHT : type(control, '', NOT_TRIED);
  const { style, typed, trying } = run.date;
  const styles = stylesToTry(control.hint, control.lang);
  const attempt = (index: number, again: 0 | 1 = 0): Need => {
    const next = styles[index];
    if (!next) return refuse('date_format', 'expiresOn', control.name);
    const text = writeDate(probeFor(wanted, 2 * index + again), next);
    const what = 'probe' as const;
    return type(control, text, { trying: index, typed: { what, text }, style: null });
  };
  const tried = styles[trying];
  if (style) {
    if (readDate(value, style.order) === wanted && !control.invalid) return RIGHT;
    // As it was understood a moment ago, or else as the field itself writes dates.
    const text = writeDate(wanted, tried && typed?.what !== 'wanted' ? tried : style);
    if (typed?.what === 'wanted' && typed.text === text) return attempt(trying + 1);
    return type(control, text, { trying, typed: { what: 'wanted', text }, style });
  }
  if (!typed || !tried) return attempt(trying);
  const learned = (found: DateTrial['style']): Need =>
    typedDateNeed(control, wanted, { ...run, date: { trying, typed: null, style: found } });
  if (typed.what === 'impossible') {
    // A field that keeps what is no date understands none.
    const isKept = !control.invalid && hasSameFigures(value, typed.text);
    return isKept ? attempt(trying + 1) : learned(tried);
  }
  const probe = readDate(typed.text, tried.order);
  const shown = control.invalid || !probe ? undefined : styleOf(value, probe);
  if (!probe || !shown) {
    // It may understand this style, and take no date after the wanted one, or none before it.
    return probe === probeFor(wanted, 2 * trying) ? attempt(trying, 1) : attempt(trying + 1);
  }
  // Written anew in another order: understood, and what it will look like.
  if (shown.order !== tried.order) return learned(shown);
  const text = writeImpossible(probe, tried);
  return type(control, text, { trying, typed: { what: 'impossible', text }, style: null });
};

/** What may be a date's part, and is none by what it shows. */
const oddNeed = ([first, ...others]: readonly Control[], wanted: CalendarDate | null): Need => {
  const free = wanted === null && [first, ...others].every((each) => each?.empty === true);
  const name = others.length > 0 && first?.group ? first.group : first?.name;
  return free ? RIGHT : refuse('date_format', 'expiresOn', name);
};

/**
 * The expiration date: a native field, three parts, or text in a style to be found out.
 * @param waitedMs how long nothing has been done
 */
export const dateNeed = (
  { expiresOn, dateParts }: Wizard,
  wanted: WizardRequest['expiresOn'],
  run: Run,
  waitedMs: number,
): Need => {
  const [control] = expiresOn;
  if (wanted === undefined) return unasked('expiresOn', control);
  if (!control) return wanted === null ? RIGHT : refuse('missing', 'expiresOn');
  if (dateParts) return datePartsNeed(dateParts, wanted, waitedMs);
  const whole = control.kind === 'date' || control.kind === 'text';
  if (expiresOn.length > 1 || !whole) return oddNeed(expiresOn, wanted);
  const stop = barred('expiresOn', control);
  if (control.kind === 'date') {
    if (control.value === (wanted ?? '') && !control.invalid) return RIGHT;
    return stop ?? type(control, wanted ?? '');
  }
  const need = typedDateNeed(control, wanted, run);
  return need.kind === 'act' ? (stop ?? need) : need;
};

/** Whether something was chosen in it, by whoever made the page or by the page itself. */
const isSaid = (control: Control): boolean => {
  switch (control.kind) {
    case 'check':
    case 'radio':
      return control.checked !== false;
    default:
      return control.empty === false && !isNoDeviceGroup(control.name, control.value);
  }
};

/** The other radios of the one that says "All tenants". */
const isBesideAllTenants = (control: Control, { allTenants }: Wizard): boolean =>
  control.kind === 'radio' &&
  allTenants?.kind === 'radio' &&
  control.path.at(-1) === allTenants.path.at(-1) &&
  control.group === allTenants.group;

/** Whether what stands in a field can be read as that date. */
const shows = ({ value }: Control, date: CalendarDate | undefined): boolean =>
  (['ymd', 'dmy', 'mdy'] as const).some((order) => readDate(value ?? '', order) === date);

/** What is refused if it does not pass. */
const later = (waitedMs: number, reason: 'unknown_field' | 'unset', { name }: Control): Need =>
  waitedMs < PASSING_MS ? { kind: 'wait', learned: {} } : refuse(reason, null, name);

/** Whether a control stands among the boxes of the permissions. */
const isAmong = (control: Control, { permissions, within }: Wizard): boolean => {
  const boxes = Object.values(permissions);
  const shared = boxes[0]?.path.filter((id) => boxes.every(({ path }) => path.includes(id))).at(-1);
  const group = boxes[0]?.group ?? '';
  return (
    (shared !== undefined && control.path.includes(shared) && shared !== within) ||
    (group !== '' && control.group === group)
  );
};

/** Whether a box that is on gives nothing by it: it tells of the permissions, or that the token is in force. */
const givesNothing = (
  control: Control,
  wizard: Wizard,
  { permissions }: WizardRequest,
): boolean => {
  if (isAmong(control, wizard)) return tellsOf(control, wizard.permissions, permissions);
  // A group says of what else it may be the switch; and one of two may be another's.
  const isWhole = control.group === '' || control.group === wizard.name.group;
  const alike = [...wizard.others, ...wizard.left].filter(isInForce);
  return control.checked === true && isInForce(control) && isWhole && alike.length === 1;
};

/**
 * Whatever else in the wizard could make the token another one than was asked for. What was shown to
 * stay as the page sets it may, but for a box beside permissions, or one that is called like a right:
 * what is ticked there, somebody has to have asked for.
 * @param waitedMs how long nothing has been done
 */
export const othersNeed = (wizard: Wizard, request: WizardRequest, waitedMs: number): Need => {
  const isTaken = (control: Control): boolean =>
    isSaid(control) && !givesNothing(control, wizard, request);
  const left = wizard.left.filter(isTaken);
  // Who shows it to stay so has not asked for it.
  const isTick = ({ kind }: Control): boolean => kind === 'check' && request.permissions !== null;
  const right = left.find(
    (control) => isTick(control) || isCalledRight(control) || isCalled(control.name, 'permissions'),
  );
  if (right) return refuse('unknown_permission', 'permissions', right.name);
  // Filled in elsewhere, it would still say what it says here.
  const said = left.filter(
    (control) =>
      (request.tenant !== null &&
        wizard.tenant &&
        isCalled(control.name, 'tenant') &&
        !isFixed(control)) ||
      (request.expiresOn !== null &&
        wizard.expiresOn.length > 0 &&
        isCalled(control.name, 'expiresOn') &&
        !(isFixed(control) && shows(control, request.expiresOn))),
  );
  const set = said.find((control) => !isFixed(control));
  if (set) return refuse('unknown_field', null, set.name);
  const radios = wizard.others.filter((control) => isBesideAllTenants(control, wizard));
  // Of two, one is always on. Of more, which one stands for a single tenant nobody has said.
  const isOneOfTwo = radios.length === 1 || request.tenant?.kind === 'all';
  for (const control of wizard.others) {
    if (isOneOfTwo && radios.includes(control)) continue;
    // What nobody asked for may widen the token wherever it stands, and whenever it came to be.
    if (isTaken(control)) {
      // A list may be another field's, on its way out.
      if (control.kind === 'listbox') return later(waitedMs, 'unknown_field', control);
      return isTick(control) || isAmong(control, wizard)
        ? refuse('unknown_permission', 'permissions', control.name)
        : refuse('unknown_field', null, control.name);
    }
    // A box that has to be ticked, "I agree", say: a person's to tick.
    const isUnset =
      control.empty === true || (control.kind === 'check' && control.checked === false);
    if (control.required && isUnset) return refuse('unset', null, control.name);
  }
  // A summary may be on its way.
  const [other] = said;
  if (other) return later(waitedMs, 'unknown_field', other);
  // Something stood there when it was shown to stay so, or had to: what the form makes of nothing is not known.
  const unset = wizard.left.find(({ empty }) => empty === true);
  return unset ? later(waitedMs, 'unset', unset) : RIGHT;
};

/**
 * The permissions, each set and unset: boxes, or the choices of one list.
 * @param waitedMs how long nothing has been done
 */
export const permissionNeeds = (
  wizard: Wizard,
  { permissions: wanted }: WizardRequest,
  run: Run,
  waitedMs: number,
): readonly (readonly [Subject, Need])[] => {
  const { rights, permissions, language } = wizard;
  if (wanted === null) {
    const all = [...Object.values(permissions), ...(rights ? [rights] : [])];
    return all.map((each) => ['permissions', unasked('permissions', each)]);
  }
  if (rights) return [['permissions', rightsNeed(rights, language, wanted, run, waitedMs)]];
  return PERMISSIONS.map((permission) => [
    permission,
    boxNeed(permission, permissions[permission], wanted.includes(permission)),
  ]);
};
