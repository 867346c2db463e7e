import type { Act, ActOutcome } from '../../../../shared/cockpit/act.ts';
import type { Control, ControlKind, Observation } from '../../../../shared/cockpit/observation.ts';
import { type DateStyle, readDate, writeDate } from '../../../../shared/cockpit/typed-date.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import { control as plainControl, page } from './controls.ts';
import type { Permission } from '../../../../shared/permissions.ts';

/** What the server behind the model page would make a token of. */
export interface Truth {
  name: string;
  description: string;
  tenant: string;
  permissions: Record<Permission, boolean>;
  expiresOn: string | null;
  /** A right that the product does not know. */
  admin: boolean;
}

/** How the model page is built, and how it misbehaves. */
export interface Shape {
  readonly language: Language;
  readonly tenants: readonly string[];
  readonly tenantKind: 'select' | 'combobox' | 'none';
  readonly dateKind: 'date' | 'text' | 'spinbuttons' | 'none';
  readonly dateStyle: DateStyle;
  /** What the page does to each control after it was looked at or acted on. */
  readonly mutations: readonly Mutation[];
  readonly preticked: readonly Permission[];
  readonly adminBox: 'none' | 'off' | 'on';
  readonly way: boolean;
}

export type Mutation =
  | { readonly kind: 'rename'; readonly label: string; readonly to: string }
  | { readonly kind: 'duplicate'; readonly label: string }
  | { readonly kind: 'remove'; readonly label: string }
  | { readonly kind: 'disable' | 'read_only' | 'cover' | 'invalid'; readonly label: string }
  /** The value goes back to what it was, so many acts later. */
  | { readonly kind: 'revert'; readonly label: string; readonly after: number }
  /** The control takes no notice of what is done to it. */
  | { readonly kind: 'deaf'; readonly label: string }
  /** Two boxes change places between the look and the act. */
  | { readonly kind: 'swap'; readonly a: Permission; readonly b: Permission; readonly at: number }
  | { readonly kind: 'mixed'; readonly label: string };

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    name: 'Name',
    description: 'Description',
    expiresOn: 'Expiration date',
    tenant: 'Tenant',
    all: 'All tenants',
    permissions: 'Permissions',
    read: 'Read',
    write: 'Write',
    create: 'Create',
    delete: 'Delete',
    next: 'Next',
    cancel: 'Cancel',
    administration: 'Administration',
  },
  de: {
    name: 'Name',
    description: 'Beschreibung',
    expiresOn: 'Ablaufdatum',
    tenant: 'Tenant',
    all: 'Alle Tenants',
    permissions: 'Berechtigungen',
    read: 'Lesen',
    write: 'Schreiben',
    create: 'Erstellen',
    delete: 'Löschen',
    next: 'Weiter',
    cancel: 'Abbrechen',
    administration: 'Verwaltung',
  },
  it: {
    name: 'Nome',
    description: 'Descrizione',
    expiresOn: 'Data di Scadenza',
    tenant: 'Tenant',
    all: 'Tutti i Tenant',
    permissions: 'Permessi',
    read: 'Leggi',
    write: 'Scrivi',
    create: 'Crea',
    delete: 'Elimina',
    next: 'Avanti',
    cancel: 'Annulla',
    administration: 'Amministrazione',
  },
  fr: {
    name: 'Nom',
    description: 'Description',
    expiresOn: "Date d'expiration",
    tenant: 'Tenant',
    all: 'Tous les Tenants',
    permissions: 'Permissions',
    read: 'Lire',
    write: 'Écrire',
    create: 'Créer',
    delete: 'Supprimer',
    next: 'Suivant',
    cancel: 'Annuler',
    administration: 'Administration',
  },
};

/** The model's word for a control, as its page says it. */
export const word = (language: Language, label: string): string => WORDS[language][label] ?? label;

const BOXES: readonly Permission[] = ['read', 'write', 'create', 'delete'];

/** A page that holds a wizard in memory: it can be looked at and acted on, and it knows the truth. */
export const createModelPage = (shape: Shape) => {
  const truth: Truth = {
    name: '',
    description: '',
    tenant: '',
    permissions: { read: false, write: false, create: false, delete: false },
    expiresOn: null,
    admin: shape.adminBox === 'on',
  };
  for (const permission of shape.preticked) truth.permissions[permission] = true;
  let at: 'home' | 'tenant' | 'api' | 'wizard' | 'token' = shape.way ? 'home' : 'wizard';
  let expanded = false;
  let acts = 0;
  let pressedNext = 0;
  let dateText = '';
  let spin = { day: '', month: '', year: '' };
  const deaf = new Set<string>();
  const reverts: { at: number; undo: () => void }[] = [];
  const swapped = (label: string): string => {
    for (const mutation of shape.mutations) {
      if (mutation.kind !== 'swap' || acts < mutation.at) continue;
      if (label === mutation.a) return mutation.b;
      if (label === mutation.b) return mutation.a;
    }
    return label;
  };
  for (const mutation of shape.mutations) if (mutation.kind === 'deaf') deaf.add(mutation.label);

  const control = (label: string, kind: ControlKind, change: Partial<Control> = {}): Control => {
    const name = change.name ?? word(shape.language, label);
    const here = { ref: label, path: [1, 2], lang: shape.language, checked: null };
    return plainControl(kind, name, { ...here, ...change, signature: `${kind} ${name}` });
  };

  const dateControls = (): Control[] => {
    const field = { name: word(shape.language, 'expiresOn') };
    switch (shape.dateKind) {
      case 'none':
        return [];
      case 'date':
        return [
          control('expiresOn', 'date', {
            ...field,
            value: truth.expiresOn ?? '',
            empty: truth.expiresOn === null,
          }),
        ];
      case 'text':
        return [
          control('expiresOn', 'text', {
            ...field,
            value: dateText,
            empty: dateText === '',
            invalid: dateText !== '' && truth.expiresOn === null,
          }),
        ];
      case 'spinbuttons':
        return (['day', 'month', 'year'] as const).map((part) =>
          control(part, 'spinbutton', {
            group: field.name,
            value: spin[part],
            empty: spin[part] === '',
            max: { day: 31, month: 12, year: 9999 }[part],
          }),
        );
    }
  };

  const choices = (): string[] => [word(shape.language, 'all'), ...shape.tenants];

  const tenantControls = (): Control[] => {
    if (shape.tenantKind === 'none') return [];
    const listed = choices().map((text, index) => ({
      ref: shape.tenantKind === 'select' ? null : `option ${index}`,
      text,
      chosen: truth.tenant === text,
      disabled: false,
      empty: false,
    }));
    const native = shape.tenantKind === 'select';
    return [
      control('tenant', native ? 'select' : 'combobox', {
        value: truth.tenant,
        empty: truth.tenant === '',
        expanded: native ? null : expanded,
        options: native || expanded ? listed : null,
      }),
    ];
  };

  const wizard = (): Control[] => [
    control('name', 'text', { value: truth.name, empty: truth.name === '', required: true }),
    control('description', 'text', { value: truth.description, empty: truth.description === '' }),
    ...dateControls(),
    ...tenantControls(),
    ...BOXES.map((permission) =>
      control(permission, 'check', {
        name: word(shape.language, swapped(permission)),
        checked: truth.permissions[swapped(permission) as Permission],
        group: word(shape.language, 'permissions'),
        path: [1, 2, 3],
      }),
    ),
    ...(shape.adminBox === 'none'
      ? []
      : [
          control('admin', 'check', {
            checked: truth.admin,
            group: word(shape.language, 'permissions'),
            path: [1, 2, 3],
          }),
        ]),
    control('cancel', 'button'),
    control('next', 'button'),
  ];

  const mutated = (controls: readonly Control[]): Control[] =>
    shape.mutations.reduce<Control[]>(
      (all, mutation) => {
        if (mutation.kind === 'swap') return all;
        const index = all.findIndex(({ ref }) => ref === mutation.label);
        const found = all[index];
        if (!found) return all;
        const set = (change: Partial<Control>): Control[] =>
          all.with(index, { ...found, ...change });
        switch (mutation.kind) {
          case 'rename':
            return set({ name: mutation.to });
          case 'duplicate':
            return [
              ...all,
              { ...found, ref: `${found.ref} again`, checked: found.checked && false },
            ];
          case 'remove':
            return all.filter((each) => each !== found);
          case 'disable':
            return set({ disabled: true });
          case 'read_only':
            return set({ readOnly: true });
          case 'cover':
            return set({ covered: true });
          case 'invalid':
            return set({ invalid: true });
          case 'mixed':
            return set(found.kind === 'check' ? { checked: 'mixed' } : {});
          default:
            return all;
        }
      },
      [...controls],
    );

  const onTheWay = (): Control[] => {
    const path = [1];
    switch (at) {
      case 'home':
        return [control('administration', 'link', { path })];
      case 'tenant':
        return [
          control('administration', 'link', { path }),
          control('api', 'tab', { name: 'API', path }),
        ];
      case 'api':
        return [
          control('api', 'tab', { name: 'API', current: true, path }),
          control('open', 'button', { name: word(shape.language, 'create'), path }),
        ];
      default:
        return [];
    }
  };

  const look = (): Observation =>
    page(at === 'wizard' ? mutated(wizard()) : onTheWay(), {
      newTokens: at === 'token' ? [{ ref: 'token 1', path: [1] }] : [],
    });

  const setDate = (text: string): void => {
    dateText = text;
    const date = readDate(text, shape.dateStyle.order);
    const separated = text === '' || text.includes(shape.dateStyle.separator.trim());
    truth.expiresOn = separated ? (date ?? null) : null;
    if (truth.expiresOn !== null && date) dateText = writeDate(date, shape.dateStyle);
  };

  const later = (label: string, undo: () => void): void => {
    for (const mutation of shape.mutations) {
      if (mutation.kind === 'revert' && mutation.label === label) {
        reverts.push({ at: acts + mutation.after, undo });
      }
    }
  };

  const type = (label: string, text: string): void => {
    switch (label) {
      case 'name':
      case 'description': {
        const before = truth[label];
        truth[label] = text;
        later(label, () => void (truth[label] = before));
        return;
      }
      case 'expiresOn':
        if (shape.dateKind === 'text') setDate(text);
        else truth.expiresOn = text === '' ? null : text;
        return;
      case 'day':
      case 'month':
      case 'year': {
        spin = { ...spin, [label]: text };
        const { day, month, year } = spin;
        truth.expiresOn =
          day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
        return;
      }
      default:
    }
  };

  const press = (label: string): void => {
    const box = BOXES.find((each) => each === swapped(label));
    if (at === 'wizard' && box) {
      const before = truth.permissions[box];
      truth.permissions[box] = !before;
      later(label, () => void (truth.permissions[box] = before));
    } else if (label === 'next') {
      pressedNext += 1;
      at = 'token';
    } else if (label === 'administration') at = 'tenant';
    else if (label === 'api') at = 'api';
    else if (label === 'open') at = 'wizard';
  };

  const act = (step: Act): ActOutcome => {
    const seen = look().controls.find(({ ref }) => ref === step.ref);
    if (!seen) return { kind: 'not_done', because: 'gone' };
    if (seen.signature !== step.signature) return { kind: 'not_done', because: 'changed' };
    acts += 1;
    for (const revert of reverts.filter((each) => each.at <= acts)) revert.undo();
    if (deaf.has(step.ref)) return { kind: 'done' };
    switch (step.kind) {
      case 'press':
        press(step.ref);
        break;
      case 'type':
        type(step.ref, step.text);
        break;
      case 'select':
        truth.tenant = step.option;
        break;
      case 'open':
        expanded = true;
        break;
      case 'seek':
        break;
      case 'pick':
        truth.tenant = choices()[Number(step.option.split(' ')[1])] ?? '';
        expanded = false;
    }
    return { kind: 'done' };
  };

  /** What the server gets now: what is not in the page is not sent. */
  const submitted = (): Truth => {
    const there = new Set(look().controls.map(({ ref }) => swapped(ref)));
    const permissions = { ...truth.permissions };
    for (const each of BOXES) permissions[each] &&= there.has(each);
    return { ...truth, permissions, admin: truth.admin && there.has('admin') };
  };

  return { look, act, submitted, pressedNext: () => pressedNext };
};

export type ModelPage = ReturnType<typeof createModelPage>;
