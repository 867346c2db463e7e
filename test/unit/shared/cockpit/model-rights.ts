import type { Control, ControlKind } from '../../../../shared/cockpit/observation.ts';
import { type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';
import type { Mutation, Shape } from './model-shape.ts';
import { word } from './model-words.ts';

type Make = (label: string, kind: ControlKind, change?: Partial<Control>) => Control;
type Right = Permission | 'admin';

/** What a list of the model needs to know of its page. */
interface Around {
  readonly isOn: (right: Right) => boolean;
  /** What stands in the place of a permission now. */
  readonly at: (permission: Permission) => Permission;
  /** What has come over the page by now. */
  readonly mutations: () => readonly Mutation[];
  readonly set: (right: Right, on: boolean) => void;
}

/** The model's list of permissions, native or one that opens. */
export const createModelRights = (
  { language, rights, adminBox }: Shape,
  { isOn, at, mutations, set }: Around,
) => {
  /** `itself`: it has closed by itself, at a choice. */
  let open: 'yes' | 'no' | 'itself' = 'no';
  const listed: readonly Right[] =
    adminBox === 'none'
      ? PERMISSIONS
      : [...PERMISSIONS.slice(0, 2), 'admin', ...PERMISSIONS.slice(2)];

  const choices = () =>
    listed.flatMap((right) => {
      const is = right === 'admin' ? right : at(right);
      const own = mutations().filter((each) => 'label' in each && each.label === right);
      const has = (kind: Mutation['kind']) => own.find((each) => each.kind === kind);
      const renamed = own.find((each) => each.kind === 'rename');
      const option = {
        ref: rights === 'native' ? null : `right ${right}`,
        text: renamed?.to ?? word(language, is),
        chosen: isOn(is),
        disabled: has('disable') !== undefined,
        empty: false,
      };
      if (has('remove')) return [];
      const again = { ...option, ref: option.ref && `${option.ref} again`, chosen: false };
      return has('duplicate')
        ? [
            { is, option },
            { is, option: again },
          ]
        : [{ is, option }];
    });

  return {
    /** What is in the page, and so is sent. */
    listed: (): readonly Right[] => choices().map(({ is }) => is),
    isOpen: (): boolean => open === 'yes',
    control: (make: Make): Control => {
      const options = choices().map(({ option }) => option);
      const chosen = options.filter((each) => each.chosen).map(({ text }) => text);
      if (rights === 'native') {
        const [value, empty] = [chosen[0] ?? '', chosen.length === 0];
        return make('permissions', 'select', { multiple: true, options, value, empty });
      }
      const value = chosen.join(', ');
      // A look holds a list for open that it opened itself and did not close.
      const shown = open === 'no' ? null : open === 'itself' ? [] : options;
      const multiple = open === 'yes' && rights === 'closing';
      const empty = value === '';
      return make('permissions', 'combobox', { value, empty, options: shown, multiple });
    },
    open: (): void => void (open = 'yes'),
    close: (): void => void (open = 'no'),
    select: (text: string, on: boolean): void => {
      const found = choices().find(({ option }) => option.text === text);
      if (found && !found.option.disabled) set(found.is, on);
    },
    /** @returns whether there is still such a row */
    pick: (ref: string, text: string): boolean => {
      const found = choices().find(({ option }) => option.ref === ref);
      if (open !== 'yes' || found?.option.text !== text) return false;
      if (rights === 'single') {
        for (const right of listed) set(right, right === found.is);
        open = 'itself';
      } else set(found.is, !found.option.chosen);
      if (rights.startsWith('closing')) open = 'itself';
      return true;
    },
  };
};
