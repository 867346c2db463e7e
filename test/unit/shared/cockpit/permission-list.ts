import type { Control } from '../../../../shared/cockpit/observation.ts';
import { rightsNeed } from '../../../../shared/cockpit/rights-list.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import type { Permission } from '../../../../shared/permissions.ts';
import { choice, control } from './controls.ts';

type Choice = ReturnType<typeof choice>;

export const option = (text: string, chosen = false, change: Partial<Choice> = {}): Choice =>
  choice(text, { ref: text, chosen, ...change });

export const NAMES = ['Read', 'Write', 'Create', 'Delete'];
export const options = (...chosen: string[]): Choice[] =>
  NAMES.map((name) => option(name, chosen.includes(name)));

export const native = (change: Partial<Control> = {}): Control =>
  control('select', 'Permissions', { multiple: true, options: options(), path: [1, 2], ...change });
export const opening = (change: Partial<Control> = {}): Control =>
  control('combobox', 'Permissions', { value: '', path: [1, 2], ...change });

export const WANTED: readonly Permission[] = ['read', 'delete'];
export const need = (list: Control, run: Run = NEW_RUN, waitedMs = 60, wanted = WANTED) =>
  rightsNeed(list, 'en', wanted, run, waitedMs);
export const SEEN: Run = { ...NEW_RUN, rights: { ...NEW_RUN.rights, seen: true } };

/** A list that opens, and is open. */
export const open = (...chosen: string[]): Control => opening({ options: options(...chosen) });

/** The need after two looks that show the same. */
export const rested = (list: Control, run: Run = NEW_RUN, waitedMs = 60, wanted = WANTED) => {
  const first = need(list, run, waitedMs, wanted);
  const learned = first.kind === 'wait' ? first.learned : {};
  return need(list, { ...run, ...learned }, waitedMs, wanted);
};

export const pressed = (permission: Permission, several = false): Run => ({
  ...NEW_RUN,
  rights: { ...NEW_RUN.rights, pressed: [permission], several },
});
