import type { Act, ActOutcome } from '../../../../shared/cockpit/act.ts';
import type { Control, ControlKind, Observation } from '../../../../shared/cockpit/observation.ts';
import { control as plainControl, page } from './controls.ts';
import { createModelDate } from './model-date.ts';
import { createModelRights } from './model-rights.ts';
import type { Mutation, Shape } from './model-shape.ts';
import { word } from './model-words.ts';
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
  /** Something else that nobody asked for. */
  extra: boolean;
  /** Whether there was a field for the tenant at all. */
  hasTenant: boolean;
}

const BOXES: readonly Permission[] = ['read', 'write', 'create', 'delete'];

/** A page that holds a wizard in memory: it can be looked at and acted on, and it knows the truth. */
export const createModelPage = (shape: Shape) => {
  const date = createModelDate(shape);
  const truth: Truth = {
    name: '',
    description: '',
    tenant: '',
    permissions: { read: false, write: false, create: false, delete: false },
    expiresOn: date.truth(),
    admin: shape.adminBox === 'on',
    extra: shape.extraSetAt === 0,
    hasTenant: shape.tenantKind !== 'none',
  };
  const { preticked } = shape;
  for (const permission of shape.rights === 'single' ? preticked.slice(0, 1) : preticked) {
    truth.permissions[permission] = true;
  }
  let at: 'home' | 'tenant' | 'api' | 'wizard' | 'token' = shape.way ? 'home' : 'wizard';
  let expanded = false;
  let time = 0;
  let pressedNext = 0;
  let made: Truth | undefined;
  let last: readonly Control[] = [];
  let filter = '';
  let top = 0;
  let searched = false;
  const reverts: { at: number; undo: () => void }[] = [];
  const swapped = (label: string): string => {
    for (const mutation of shape.mutations) {
      if (mutation.kind !== 'swap' || time < mutation.from) continue;
      if (label === mutation.a) return mutation.b;
      if (label === mutation.b) return mutation.a;
    }
    return label;
  };
  const now = (): Mutation[] =>
    shape.mutations.filter((each) => each.kind !== 'swap' && time >= each.from);
  const setRight = (right: Permission | 'admin', on: boolean): void => {
    if (right === 'admin') {
      truth.admin = on;
      return;
    }
    if (isDeaf(right)) return;
    const before = truth.permissions[right];
    truth.permissions[right] = on;
    later(right, () => void (truth.permissions[right] = before));
  };
  const rights = createModelRights(shape, {
    isOn: (right) => (right === 'admin' ? truth.admin : truth.permissions[right]),
    at: (permission) => swapped(permission) as Permission,
    mutations: now,
    set: setRight,
  });
  const isDeaf = (label: string): boolean =>
    shape.mutations.some(
      (each) => each.kind === 'deaf' && each.label === label && time >= each.from,
    );
  const ticked = new Set<Mutation>();

  /** Time goes on, and what the page does by itself happens. */
  const pass = (): void => {
    time += 1;
    for (const revert of reverts.splice(0)) {
      if (revert.at <= time) revert.undo();
      else reverts.push(revert);
    }
    if (shape.extraSetAt === time) truth.extra = true;
    for (const mutation of shape.mutations) {
      if (mutation.kind !== 'tick' || ticked.has(mutation) || time < mutation.from) continue;
      ticked.add(mutation);
      if (mutation.label === 'admin') truth.admin = shape.adminBox !== 'none';
      else truth.permissions[mutation.label] = true;
    }
  };

  const control = (label: string, kind: ControlKind, change: Partial<Control> = {}): Control => {
    const name = change.name ?? word(shape.language, label);
    const here = { ref: label, path: [1, 2], lang: shape.language, checked: null };
    return plainControl(kind, name, { ...here, ...change, signature: `${kind} ${name}` });
  };

  const choices = (): string[] => [word(shape.language, 'all'), ...shape.tenants];

  const tenantControls = (): Control[] => {
    if (shape.tenantKind === 'none') return [];
    const native = shape.tenantKind === 'select';
    const listed = choices().map((text, index) => ({
      ref: native ? null : `option ${index}`,
      text,
      chosen: truth.tenant === text,
      disabled: false,
      empty: false,
    }));
    const left = listed.filter(({ text }) => text.includes(filter));
    const rows = native ? left.length : (shape.rows ?? left.length);
    const shown = left.slice(top, top + rows);
    // A list that was searched to its end knows what it has scrolled away.
    const away = searched ? left.filter((each) => !shown.includes(each)) : [];
    return [
      control('tenant', native ? 'select' : 'combobox', {
        value: truth.tenant || filter,
        empty: truth.tenant === '' && filter === '',
        expanded: native ? null : expanded,
        options:
          native || expanded ? [...shown, ...away.map((each) => ({ ...each, ref: null }))] : null,
        more: expanded && !searched && shown.length < left.length,
      }),
    ];
  };

  const seek = (typed: string, text: string): void => {
    if (shape.filters && filter !== typed) {
      filter = typed;
      searched = false;
      top = 0;
      return;
    }
    const left = choices().filter((each) => each.includes(filter));
    searched = true;
    top = Math.max(left.indexOf(text), 0);
  };

  const extraControls = (): Control[] => {
    const label = { name: 'Role' };
    switch (shape.extra) {
      case 'none':
        return [];
      case 'radio':
        return [control('extra', 'radio', { ...label, checked: truth.extra })];
      default:
        return [control('extra', shape.extra, { ...label, empty: !truth.extra })];
    }
  };

  const wizard = (): Control[] => [
    control('name', 'text', { value: truth.name, empty: truth.name === '', required: true }),
    control('description', 'text', { value: truth.description, empty: truth.description === '' }),
    ...date.controls(control),
    ...tenantControls(),
    ...(shape.rights === 'boxes' ? boxes() : [rights.control(control)]),
    ...extraControls(),
    control('cancel', 'button'),
    control('next', 'button'),
  ];

  const boxes = (): Control[] => [
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
  ];

  const mutated = (controls: readonly Control[]): Control[] =>
    shape.mutations.reduce<Control[]>(
      (all, mutation) => {
        if (mutation.kind === 'swap' || time < mutation.from) return all;
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

  const controlsNow = (): Control[] => {
    if (at !== 'wizard') return onTheWay();
    const all = mutated(wizard());
    // A list that is open lies over everything else.
    return rights.isOpen()
      ? all.map((each) => (each.ref === 'permissions' ? each : { ...each, covered: true }))
      : all;
  };

  const look = (): Observation => {
    pass();
    last = controlsNow();
    return page(last, {
      closedMenu: at === 'home' ? ['Tenant'] : [],
      listed: at === 'api',
      newTokens: at === 'token' ? [{ ref: 'token 1', path: [1], digest: 'new' }] : [],
    });
  };

  const later = (label: string, undo: () => void): void => {
    for (const mutation of shape.mutations) {
      if (mutation.kind === 'revert' && mutation.label === label) {
        reverts.push({ at: time + mutation.after, undo });
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
      default:
        date.type(label, text);
        truth.expiresOn = date.truth();
    }
  };

  /** What the server gets now: what is not in the page is not sent. */
  const submitted = (): Truth => {
    const there = new Set([
      ...controlsNow().map(({ ref }) => swapped(ref)),
      ...(shape.rights === 'boxes' ? [] : rights.listed()),
    ]);
    const permissions = { ...truth.permissions };
    for (const each of BOXES) permissions[each] &&= there.has(each);
    return {
      ...truth,
      permissions,
      admin: truth.admin && there.has('admin'),
      extra: truth.extra && there.has('extra'),
      hasTenant: there.has('tenant') || there.has('tenant again'),
    };
  };

  const press = (label: string): void => {
    const box = BOXES.find((each) => each === swapped(label));
    if (at === 'wizard' && box) {
      const before = truth.permissions[box];
      truth.permissions[box] = !before;
      later(label, () => void (truth.permissions[box] = before));
    } else if (label === 'next') {
      pressedNext += 1;
      made ??= submitted();
      at = 'token';
    } else if (label === 'administration') at = 'tenant';
    else if (label === 'api') at = 'api';
    else if (label === 'open') at = 'wizard';
  };

  const act = (step: Act): ActOutcome => {
    pass();
    const here = controlsNow();
    const seen = here.find(({ ref }) => ref === step.ref);
    if (!seen) return { kind: 'not_done', because: 'gone' };
    if (seen.signature !== step.signature) return { kind: 'not_done', because: 'changed' };
    if (step.kind === 'press' && step.within !== undefined) {
      const { within } = step;
      const state = (all: readonly Control[]): string =>
        JSON.stringify(all.filter(({ path }) => path.includes(within)));
      if (state(here) !== state(last)) return { kind: 'not_done', because: 'changed' };
    }
    if (isDeaf(step.ref)) return { kind: 'done' };
    switch (step.kind) {
      case 'press':
        press(step.ref);
        break;
      case 'type':
        type(step.ref, step.text);
        break;
      case 'select':
        if (step.ref === 'permissions') rights.select(step.option, step.on ?? true);
        else if (step.ref === 'tenant') truth.tenant = step.option;
        else {
          date.select(step.ref, step.option);
          truth.expiresOn = date.truth();
        }
        break;
      case 'close':
        rights.close();
        break;
      case 'open':
        if (step.ref === 'permissions') {
          rights.open();
          break;
        }
        expanded = true;
        [filter, top, searched] = ['', 0, false];
        break;
      case 'seek':
        seek(step.typed, step.text);
        break;
      case 'pick':
        if (step.ref === 'permissions') {
          if (rights.pick(step.option, step.text)) break;
          return { kind: 'not_done', because: 'changed' };
        }
        if (choices()[Number(step.option.split(' ')[1])] !== step.text) {
          return { kind: 'not_done', because: 'changed' };
        }
        expanded = false;
        if (!shape.takesPicks) break;
        truth.tenant = step.text;
        filter = '';
    }
    return { kind: 'done' };
  };

  return {
    look,
    act,
    /** What the server made a token of; undefined while Next was not pressed. */
    made: () => made,
    pressedNext: () => pressedNext,
  };
};

export type ModelPage = ReturnType<typeof createModelPage>;
