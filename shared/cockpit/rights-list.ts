import type { Language } from '../messages/language.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import { bare, even } from './bare-label.ts';
import { digest } from './digest.ts';
import { isCalled, labelsOf, meaningOf } from './labels.ts';
import { barred, type Need, refuse, RIGHT, target } from './need.ts';
import type { Control } from './observation.ts';
import { NEW_RUN, type RightsTrial, type Run } from './run.ts';
import { saysMore } from './says-more.ts';

/** For how long a list may be on its way, in ms, and a choice on its way into it. */
const LIST_MS = 3_000;
const SHOWN_MS = 1_000;

type Option = NonNullable<Control['options']>[number];
type Choices = Readonly<Partial<Record<Permission, Option>>>;

/** The permission that a text names, and no more, in one language or in any; undefined for none, or for two. */
const permissionIn = (text: string, language: Language | undefined): Permission | undefined => {
  const [named, second] = PERMISSIONS.filter((permission) =>
    language === undefined ? isCalled(text, permission) : meaningOf(text)(permission, language),
  );
  return named && !second && !saysMore(text, named) ? named : undefined;
};

/** How many different permissions a native list offers, if it takes more than one of them. */
export const offeredRights = ({ multiple, options }: Control, language: Language): number => {
  const named = (multiple ? (options ?? []) : []).map(({ text }) => permissionIn(text, language));
  return new Set(named.filter((each) => each !== undefined)).size;
};

/** The choices of a list by what they give, or why it cannot be used. */
const choicesOf = (
  { name, options }: Control,
  language: Language | undefined,
  wanted: readonly Permission[],
): Choices | { readonly stop: Need } => {
  const choices: Partial<Record<Permission, Option>> = {};
  for (const option of options ?? []) {
    const permission = permissionIn(option.text, language);
    if (permission === undefined) {
      if (!option.chosen) continue;
      return { stop: refuse('unknown_permission', 'permissions', option.text) };
    }
    if (choices[permission]) return { stop: refuse('ambiguous', 'permissions', option.text) };
    choices[permission] = option;
  }
  const missing = wanted.some((permission) => !choices[permission]);
  return missing ? { stop: refuse('not_offered', 'permissions', name) } : choices;
};

/** The first choice that is not as it should be. */
const wrongIn = (choices: Choices, wanted: readonly Permission[]) => {
  for (const permission of PERMISSIONS) {
    const option = choices[permission];
    if (option && option.chosen !== wanted.includes(permission)) return { permission, option };
  }
  return undefined;
};

const SEPARATORS = String.raw`[\s,;/|·•×+&]*`;

/** What stands in brackets behind a name: "Read (GET)". */
const NOTE = /^ ?\([^()]*\)/;
/** A number, but for one that belongs to a word, "v1", or three dots: they may tell of more than is shown. */
const OF_MORE = /(?<![\p{L}\d])\d|\.{3}/u;

/**
 * What a closed list shows as chosen: permissions' names, one after the other, each with what it says of
 * itself in brackets, and nothing besides.
 */
const chosenIn = (
  text: string,
  language: Language | undefined,
): readonly Permission[] | undefined => {
  const labels = PERMISSIONS.flatMap((permission) =>
    labelsOf(permission, language).map((label) => ({ permission, label: bare(label) })),
  ).toSorted((a, b) => b.label.length - a.label.length);
  const chosen: Permission[] = [];
  let left = even(text).replace(/[\s*:]+$/, '');
  while (left !== '') {
    const found = labels.find(({ label }) => left.startsWith(label));
    if (!found || chosen.includes(found.permission)) return undefined;
    const behind = left.slice(found.label.length);
    const note = NOTE.exec(behind)?.[0] ?? '';
    if (saysMore(note, found.permission) || OF_MORE.test(note)) return undefined;
    chosen.push(found.permission);
    left = behind.slice(note.length).replace(new RegExp(`^${SEPARATORS}`), '');
  }
  return chosen;
};

const nativeNeed = (
  control: Control,
  language: Language | undefined,
  wanted: readonly Permission[],
): Need => {
  // One that takes a single choice says with it more than one permission, or another thing.
  if (!control.multiple) return refuse('unknown_field', 'permissions', control.name);
  if (control.more) return refuse('too_many', 'permissions', control.name);
  const choices = choicesOf(control, language, wanted);
  if ('stop' in choices) return choices.stop;
  const wrong = wrongIn(choices, wanted);
  if (!wrong) return RIGHT;
  const { option } = wrong;
  if (option.disabled) return refuse('disabled', 'permissions', option.text);
  return (
    barred('permissions', control) ?? {
      kind: 'act',
      act: { kind: 'select', option: option.text, on: !option.chosen, ...target(control) },
    }
  );
};

/** A list that is open: each choice pressed once, and closed when all of them show what is wanted. */
const openNeed = (
  control: Control,
  language: Language | undefined,
  wanted: readonly Permission[],
  { rights, salt }: Run,
  waitedMs: number,
): Need => {
  const options = control.options ?? [];
  const wait = (learned: Partial<RightsTrial>): Need => ({
    kind: 'wait',
    learned: { rights: { ...rights, ...learned } },
  });
  const late = waitedMs >= LIST_MS;
  const shown = digest(options.map(({ text, chosen }) => `${text} ${chosen}`).join('\n'), salt);
  if (shown !== rights.shown) {
    if (late && rights.shown !== null) return refuse('changed', 'permissions', control.name);
    return wait({ shown });
  }
  if (options.length === 0) {
    const closes = rights.pressed.length > 0 || rights.unset;
    // One that closes at a choice may take no second one: two are wanted at a time, or that it does is known.
    if (closes && (rights.several || wanted.length > 1) && waitedMs >= SHOWN_MS) {
      return {
        kind: 'act',
        act: { kind: 'open', ...target(control) },
        learned: { rights: { ...rights, shown: null } },
      };
    }
    if (!late) return wait({});
    return refuse(closes ? 'unknown_field' : 'not_offered', 'permissions', control.name);
  }
  if (control.more) return refuse('too_many', 'permissions', control.name);
  const choices = choicesOf(control, language, wanted);
  if ('stop' in choices) return late ? choices.stop : wait({});
  const several =
    rights.several || control.multiple || options.filter(({ chosen }) => chosen).length > 1;
  const press = (
    option: Option,
    { pressed, unset }: Pick<RightsTrial, 'pressed' | 'unset'>,
  ): Need => {
    if (option.disabled) return refuse('disabled', 'permissions', option.text);
    if (option.ref === null) return refuse('too_many', 'permissions', control.name);
    return {
      kind: 'act',
      act: { kind: 'pick', option: option.ref, text: option.text, stay: true, ...target(control) },
      learned: { rights: { shown: null, pressed, several, unset, seen: false } },
    };
  };
  const wrong = wrongIn(choices, wanted);
  if (!wrong) {
    const [only, second] = wanted;
    const option = only && !second && choices[only];
    // It may be all that the list takes, and then say more than its name: it is unset, and set.
    if (option && !several && !rights.unset) return press(option, { pressed: [], unset: true });
    if (option && !several && rights.pressed.length === 0) {
      return waitedMs < SHOWN_MS ? wait({}) : refuse('unknown_field', 'permissions', control.name);
    }
    return {
      kind: 'act',
      act: { kind: 'close', ...target(control) },
      learned: { rights: { ...NEW_RUN.rights, seen: true } },
    };
  }
  const { permission, option } = wrong;
  if (rights.pressed.includes(permission)) {
    return waitedMs < SHOWN_MS ? wait({}) : refuse('not_kept', 'permissions', option.text);
  }
  return press(option, { ...rights, pressed: [...rights.pressed, permission] });
};

/**
 * A list that permissions are chosen from, several at a time. One that opens is believed for what it
 * showed while it was open and, besides, for what it shows once it is closed.
 * @param language of the wizard; undefined where nobody knows its words
 * @param waitedMs how long nothing has been done
 */
export const rightsNeed = (
  control: Control,
  language: Language | undefined,
  wanted: readonly Permission[],
  run: Run,
  waitedMs: number,
): Need => {
  if (control.kind === 'select') return nativeNeed(control, language, wanted);
  const stop = barred('permissions', control);
  if (control.options) return stop ?? openNeed(control, language, wanted, run, waitedMs);
  if (run.rights.seen) {
    const chosen = chosenIn(control.value ?? '', language);
    const same =
      chosen?.length === wanted.length && wanted.every((permission) => chosen.includes(permission));
    if (same && !control.invalid) return RIGHT;
    if (waitedMs < SHOWN_MS) return { kind: 'wait', learned: {} };
    return refuse('not_kept', 'permissions', control.name);
  }
  return (
    stop ?? {
      kind: 'act',
      act: { kind: 'open', ...target(control) },
      learned: { rights: NEW_RUN.rights },
    }
  );
};
