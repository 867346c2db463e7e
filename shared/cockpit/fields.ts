import { PERMISSIONS } from '../permissions.ts';
import type { Act } from './act.ts';
import type { Wizard } from './find-wizard.ts';
import { meaningOf, type Subject } from './labels.ts';
import type { Control, ControlKind } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { DateTrial, Run, WizardRequest } from './run.ts';
import {
  probeFor,
  readDate,
  stylesToTry,
  styleOf,
  writeDate,
  writeImpossible,
} from './typed-date.ts';

/** What one field needs: nothing, one step, more time, or a person. */
export type Need =
  | { readonly kind: 'right' }
  | { readonly kind: 'act'; readonly act: Act; readonly date?: DateTrial }
  | { readonly kind: 'refuse'; readonly refusal: Refusal };

const RIGHT: Need = { kind: 'right' };

const refuse = (...args: Parameters<typeof refusal>): Need => ({
  kind: 'refuse',
  refusal: refusal(...args),
});

const target = ({ ref, signature }: Control) => ({ ref, signature });

const type = (control: Control, text: string, date?: DateTrial): Need => ({
  kind: 'act',
  act: { kind: 'type', text, ...target(control) },
  ...(date ? { date } : {}),
});

const barred = (subject: Subject, control: Control): Need | undefined => {
  if (control.disabled) return refuse('disabled', subject, control.name);
  if (control.readOnly) return refuse('read_only', subject, control.name);
  return undefined;
};

/** One line of text, or several. */
export const textNeed = (subject: Subject, control: Control | undefined, wanted: string): Need => {
  if (!control) return wanted === '' ? RIGHT : refuse('missing', subject);
  if (control.value === wanted && !control.invalid) return RIGHT;
  return barred(subject, control) ?? type(control, wanted);
};

/** A box or a switch. */
const boxNeed = (subject: Subject, control: Control | undefined, wanted: boolean): Need => {
  if (!control) return wanted ? refuse('missing', subject) : RIGHT;
  if (typeof control.checked !== 'boolean') return refuse('not_kept', subject, control.name);
  if (control.checked === wanted) return RIGHT;
  return barred(subject, control) ?? { kind: 'act', act: { kind: 'press', ...target(control) } };
};

/** Text as it is compared with a name on the page: white space folded, NFC, nothing else. */
const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const isAllTenants = (text: string, { language }: Wizard): boolean =>
  language !== undefined && meaningOf(text)('allTenants', language);

const CHOICES: readonly ControlKind[] = ['select', 'combobox', 'radio'];

/** The tenant's field. */
export const tenantNeed = (wizard: Wizard, { tenant }: WizardRequest): Need => {
  const { tenant: control, allTenants } = wizard;
  if (tenant === null) return RIGHT;
  if (!control) {
    if (tenant.kind === 'all') return boxNeed('allTenants', allTenants, true);
    // A choice that nobody can name may be the tenant's.
    const choice = wizard.others.some(({ kind }) => CHOICES.includes(kind));
    const free = tenant.kind === 'only' && !allTenants && !choice;
    return free ? RIGHT : refuse('missing', 'tenant');
  }
  if (allTenants) {
    const box = boxNeed('allTenants', allTenants, tenant.kind === 'all');
    if (box.kind !== 'right' || tenant.kind === 'all') return box;
  }
  const stop = barred('tenant', control);
  const fits = (text: string): boolean => {
    if (tenant.kind === 'all') return isAllTenants(text, wizard);
    if (isAllTenants(text, wizard)) return false;
    return tenant.kind === 'one' ? folded(text) === folded(tenant.name) : true;
  };
  const options = control.options?.filter(({ empty }) => !empty) ?? [];
  if (control.kind === 'select' || options.length > 0) {
    const fitting = options.filter(({ text }) => fits(text));
    const seen = options.filter(({ text }) => !isAllTenants(text, wizard)).map(({ text }) => text);
    const [only, second] = fitting;
    if (only && !second && only.chosen && control.expanded !== true) return RIGHT;
    if (!only || second) {
      if (control.kind === 'select' || tenant.kind !== 'one' || second) {
        return refuse('tenant_unknown', 'tenant', control.name, seen);
      }
      return { kind: 'act', act: { kind: 'seek', text: tenant.name, ...target(control) } };
    }
    if (only.disabled) return refuse('disabled', 'tenant', only.text);
    if (stop) return stop;
    return only.ref === null
      ? { kind: 'act', act: { kind: 'select', option: only.text, ...target(control) } }
      : { kind: 'act', act: { kind: 'pick', option: only.ref, ...target(control) } };
  }
  // A closed list shows its choice alone: enough to know one's own by its name, not that it is the only one.
  if (tenant.kind !== 'only' && control.value !== null && fits(control.value)) return RIGHT;
  return stop ?? { kind: 'act', act: { kind: 'open', ...target(control) } };
};

const partOf = (control: Control): 'day' | 'month' | 'year' | undefined => {
  if (control.max === null) return undefined;
  if (control.max === 12) return 'month';
  if (control.max >= 28 && control.max <= 31) return 'day';
  return control.max > 1000 ? 'year' : undefined;
};

const partsNeed = (controls: readonly Control[], wanted: WizardRequest['expiresOn']): Need => {
  const [year = '', month = '', day = ''] = wanted?.split('-') ?? [];
  const text = { year, month, day };
  const parts = controls.map(partOf);
  if (new Set(parts).size !== 3 || parts.includes(undefined)) {
    return refuse('date_format', 'expiresOn', controls[0]?.group);
  }
  for (const [index, control] of controls.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const right =
      wanted === null ? control.empty === true : Number(control.value) === Number(text[part]);
    if (right && !control.invalid) continue;
    return barred('expiresOn', control) ?? type(control, text[part]);
  }
  return RIGHT;
};

const NOT_TRIED: DateTrial = { trying: 0, typed: null, style: null };

const typedDateNeed = (control: Control, wanted: WizardRequest['expiresOn'], run: Run): Need => {
  const value = control.value ?? '';
  if (wanted === null) return value === '' ? RIGHT : type(control, '', NOT_TRIED);
  const { style, typed, trying } = run.date;
  const probe = probeFor(wanted);
  const styles = stylesToTry(control.hint, control.lang);
  const attempt = (index: number): Need => {
    const next = styles[index];
    if (!next) return refuse('date_format', 'expiresOn', control.name);
    const text = writeDate(probe, next);
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
    return control.invalid || value !== typed.text ? learned(tried) : attempt(trying + 1);
  }
  const shown = control.invalid ? undefined : styleOf(value, probe);
  if (!shown) return attempt(trying + 1);
  // Written anew in its own words: understood, and what it will look like.
  if (value !== typed.text) return learned(shown);
  const text = writeImpossible(probe, tried);
  return type(control, text, { trying, typed: { what: 'impossible', text }, style: null });
};

/** The expiration date: a native field, three parts, or text in a style to be found out. */
export const dateNeed = (wizard: Wizard, wanted: WizardRequest['expiresOn'], run: Run): Need => {
  const [control] = wizard.expiresOn;
  if (!control) return wanted === null ? RIGHT : refuse('missing', 'expiresOn');
  if (wizard.expiresOn.length > 1) return partsNeed(wizard.expiresOn, wanted);
  const stop = barred('expiresOn', control);
  if (control.kind === 'date') {
    if (control.value === (wanted ?? '') && !control.invalid) return RIGHT;
    return stop ?? type(control, wanted ?? '');
  }
  const need = typedDateNeed(control, wanted, run);
  return need.kind === 'act' ? (stop ?? need) : need;
};

const TEXTS: readonly ControlKind[] = ['text', 'date', 'spinbutton'];

/** Whatever else in the wizard could make the token another one than was asked for. */
export const othersNeed = (wizard: Wizard): Need => {
  const boxes = Object.values(wizard.permissions);
  const shared = boxes[0]?.path.filter((id) => boxes.every(({ path }) => path.includes(id))).at(-1);
  const group = boxes[0]?.group ?? '';
  for (const control of wizard.others) {
    const among =
      (shared !== undefined && control.path.includes(shared)) ||
      (group !== '' && control.group === group);
    if (control.kind === 'check' && among && control.checked !== false) {
      return refuse('unknown_permission', 'permissions', control.name);
    }
    // A box that nobody asked for may widen the token wherever it stands.
    const ticked = control.kind === 'check' && control.checked !== false;
    const said = ticked || (TEXTS.includes(control.kind) && control.empty === false);
    if (said || (control.required && control.empty === true)) {
      return refuse('unknown_field', null, control.name);
    }
  }
  return RIGHT;
};

/** The permissions' boxes, each set and unset. */
export const permissionNeeds = (
  wizard: Wizard,
  wanted: WizardRequest['permissions'],
): readonly (readonly [Subject, Need])[] =>
  wanted === null
    ? []
    : PERMISSIONS.map((permission) => [
        permission,
        boxNeed(permission, wizard.permissions[permission], wanted.includes(permission)),
      ]);
