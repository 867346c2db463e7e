import { bare } from './bare-label.ts';
import { isDeviceGroup } from './device-group.ts';
import { digest } from './digest.ts';
import type { Wizard } from './find-wizard.ts';
import { isCalled, meaningOf } from './labels.ts';
import { barred, boxNeed, type Need, refuse, RIGHT, target, unasked } from './need.ts';
import { isNoChoice, isNothing } from './nothing-here.ts';
import type { Control, ControlKind } from './observation.ts';
import type { ListTrial, Run, WantedTenant, WizardRequest } from './run.ts';
import { saysOther } from './says-more.ts';

/** For how long a list may be on its way, in ms, and a choice on its way into its field. */
const LIST_MS = 3_000;
const SHOWN_MS = 1_000;

type Option = NonNullable<Control['options']>[number];

/** Text as it is compared with a name on the page: white space folded, NFC, nothing else. */
const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const isCalledAll = (text: string, { language }: Wizard): boolean =>
  language !== undefined && meaningOf(text)('allTenants', language);

/** What may stand for all of them, in whatever words. */
const mayBeAll = (text: string): boolean => isCalled(text, 'allTenants');

/** One of these alone is nobody's name, where nobody has said one. */
const ALL = new Set(['all', 'alle', 'tutti', 'tous']);

/** Whether a choice can be the one tenant that there is, of which nobody has said the name. */
const isSomeTenant = (text: string): boolean =>
  !mayBeAll(text) && !ALL.has(bare(text)) && !isNoChoice(text);

const fitting =
  (wizard: Wizard, tenant: WantedTenant) =>
  (text: string): boolean => {
    if (tenant.kind === 'all') return isCalledAll(text, wizard) && !saysOther(text);
    if (tenant.kind === 'one') return !mayBeAll(text) && folded(text) === folded(tenant.name);
    return !isCalledAll(text, wizard);
  };

/**
 * What is typed to find a name: all of it but its end. A field that keeps what was typed, and takes no pick,
 * would hold the name as if it were chosen.
 */
const searchFor = (name: string): string => folded(name).replace(/.$/u, '').trim();

/**
 * What is typed to find a name in a list that says nothing to less than the whole of it: the name in another
 * case, which is no choice either; the name itself where it has none.
 */
const inOtherCase = (name: string): string => {
  const lower = folded(name).toLowerCase();
  return lower === folded(name) ? lower.replace(/\p{Ll}/u, (first) => first.toUpperCase()) : lower;
};

const typedFor = (name: string, sought: ListTrial['sought']): string => {
  if (sought === 'all') return '';
  return sought === 'whole' ? inOtherCase(name) : searchFor(name);
};

/** What a list is asked for, and what is known of it. */
interface Asked {
  readonly wizard: Wizard;
  readonly control: Control;
  readonly tenant: WantedTenant;
  readonly fits: (text: string) => boolean;
}

const unknown = ({ control }: Asked, options: readonly Option[]): Need =>
  refuse(
    'tenant_unknown',
    'tenant',
    control.name,
    options.map(({ text }) => text).filter((text) => !mayBeAll(text) && !isNothing(text)),
  );

/** Whether a list says that its choices are not there, or not yet: then one of it is not the only one. */
const isUnready = ({ kind }: WantedTenant, options: readonly Option[]): boolean =>
  kind === 'only' && options.some(({ text }) => isNothing(text));

/** Whether the one choice that fits is none of which it can be said that it is a tenant. */
const isDoubtful = ({ kind }: WantedTenant, { text }: Option): boolean =>
  kind === 'only' && !isSomeTenant(text);

const selectNeed = (asked: Asked, waitedMs: number): Need => {
  const { control, tenant, fits } = asked;
  if (control.more) return refuse('too_many', 'tenant', control.name);
  const options = control.options?.filter(({ empty }) => !empty) ?? [];
  if (isUnready(tenant, options) && waitedMs < LIST_MS) return { kind: 'wait', learned: {} };
  const [only, second] = options.filter(({ text }) => fits(text));
  if (!only || second || isUnready(tenant, options) || isDoubtful(tenant, only)) {
    return unknown(asked, options);
  }
  // A form does not send it, chosen or not.
  if (only.disabled) return refuse('disabled', 'tenant', only.text);
  // A list may take more than one choice.
  const others = control.options?.some((each) => each !== only && each.chosen);
  if (only.chosen && !others) return RIGHT;
  const act = { kind: 'select', option: only.text, ...target(control) } as const;
  return barred('tenant', control) ?? { kind: 'act', act };
};

/** A list that is open: looked at until it rests, searched to its end, and then one row of it. */
const openListNeed = (
  asked: Asked,
  options: readonly Option[],
  { list, salt }: Run,
  waitedMs: number,
): Need => {
  const { control, tenant, fits } = asked;
  const name = tenant.kind === 'one' ? tenant.name : '';
  const seek = (text: string, sought: ListTrial['sought']): Need => ({
    kind: 'act',
    act: { kind: 'seek', typed: typedFor(name, sought), text, ...target(control) },
    learned: { list: { ...list, shown: null, sought } },
  });
  const shown = digest(options.map(({ text }) => text).join('\n'), salt);
  const late = waitedMs >= LIST_MS;
  if (shown !== list.shown) {
    // A look may take longer than a list does to come to rest: one is not compared with none.
    if (late && list.shown !== null) return refuse('changed', 'tenant', control.name);
    return { kind: 'wait', learned: { list: { ...list, shown } } };
  }
  const [only, second] = options.filter(({ text }) => fits(text));
  const searched = list.sought === 'all' ? '' : name;
  const by = list.sought === 'whole' ? 'whole' : 'name';
  // What is out of sight may bear the same name.
  if (control.more) return seek(searched, searched === '' ? 'all' : by);
  if (second || (only && isDoubtful(tenant, only) && !isNothing(only.text))) {
    return unknown(asked, options);
  }
  if (!only || isUnready(tenant, options)) {
    if (list.sought === 'not' && name !== '') return seek(name, 'name');
    if (!late) return { kind: 'wait', learned: {} };
    if (list.sought === 'name' && inOtherCase(name) !== folded(name)) {
      return seek(name, 'whole');
    }
    // What was typed hides the others, which are to be named.
    return searched === '' ? unknown(asked, options) : seek('', 'all');
  }
  if (only.disabled) return refuse('disabled', 'tenant', only.text);
  if (only.ref === null) return seek(only.text, list.sought);
  return {
    kind: 'act',
    act: { kind: 'pick', option: only.ref, text: only.text, ...target(control) },
    learned: { list: { shown: null, sought: 'not', only: digest(folded(only.text), salt) } },
  };
};

const listNeed = (asked: Asked, run: Run, waitedMs: number): Need => {
  const { control, fits } = asked;
  const stop = barred('tenant', control);
  if (control.options) {
    return stop ?? openListNeed(asked, control.options, run, waitedMs);
  }
  // A closed list shows its choice; that no other is called so, it has shown while it was open.
  const { only } = run.list;
  const value = control.value ?? '';
  if (only !== null && fits(value) && digest(folded(value), run.salt) === only) return RIGHT;
  if (only !== null && waitedMs < SHOWN_MS) return { kind: 'wait', learned: {} };
  return stop ?? { kind: 'act', act: { kind: 'open', ...target(control) } };
};

/** A box or a choice of its own for all of them. */
const allNeed = (control: Control | undefined, wanted: boolean): Need =>
  wanted && control && saysOther(control.name)
    ? refuse('not_offered', 'allTenants', control.name)
    : boxNeed('allTenants', control, wanted);

const CHOICES: readonly ControlKind[] = ['select', 'combobox', 'radio'];

/**
 * The tenant's field.
 * @param waitedMs how long nothing has been done
 */
export const tenantNeed = (
  wizard: Wizard,
  { tenant }: WizardRequest,
  run: Run,
  waitedMs: number,
): Need => {
  const { tenant: control, allTenants } = wizard;
  if (tenant === null) return unasked('tenant', control ?? allTenants);
  if (!control) {
    if (tenant.kind === 'all') return allNeed(allTenants, true);
    // A choice that nobody can name may be the tenant's.
    const choice = wizard.others.some(
      ({ kind, name }) => CHOICES.includes(kind) && !isDeviceGroup(name),
    );
    const free = tenant.kind === 'only' && !allTenants && !choice;
    return free ? RIGHT : refuse('missing', 'tenant');
  }
  if (allTenants) {
    const box = allNeed(allTenants, tenant.kind === 'all');
    if (box.kind !== 'right' || tenant.kind === 'all') return box;
  }
  const asked = { wizard, control, tenant, fits: fitting(wizard, tenant) };
  return control.kind === 'select' ? selectNeed(asked, waitedMs) : listNeed(asked, run, waitedMs);
};
