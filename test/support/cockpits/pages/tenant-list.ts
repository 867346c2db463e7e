import { type Around, element } from './cockpit.ts';

interface TenantField {
  readonly field: HTMLElement;
  /** The name that was chosen. */
  readonly value: () => string;
}

const ROW = 24;
const HEIGHT = 480;

/** A list of which only the rows in sight are there. */
const virtualList = (
  names: readonly string[],
  canFilter: boolean,
  role: 'combobox' | 'button' = 'combobox',
): TenantField => {
  let chosen = '';
  let shown = names;
  let list: HTMLElement | undefined;
  const attributes = { role, 'aria-expanded': 'false', 'aria-haspopup': 'listbox' };
  const field = canFilter
    ? element('input', { type: 'text', ...attributes })
    : element('div', { tabindex: '0', style: 'height: 24px', ...attributes });
  const say = (text: string): void => {
    if (field.localName === 'input') (field as HTMLInputElement).value = text;
    else field.textContent = text;
  };
  const close = (): void => {
    list?.remove();
    list = undefined;
    field.setAttribute('aria-expanded', 'false');
  };
  const draw = (): void => {
    if (!list) return;
    const first = Math.floor(list.scrollTop / ROW);
    const filling = element('div', {
      style: `position: relative; height: ${shown.length * ROW}px`,
    });
    for (const [index, name] of shown.slice(first, first + HEIGHT / ROW + 1).entries()) {
      const row = element(
        'div',
        {
          role: 'option',
          'aria-selected': String(name === chosen),
          style: `position: absolute; top: ${(first + index) * ROW}px; height: ${ROW}px; width: 100%`,
        },
        name,
      );
      row.addEventListener('click', () => {
        chosen = name;
        say(name);
        close();
      });
      filling.append(row);
    }
    list.replaceChildren(filling);
  };
  const open = (): void => {
    if (list) return;
    shown = names;
    const style = `position: absolute; overflow-y: auto; height: ${HEIGHT}px; width: 300px; background: white; z-index: 9`;
    list = document.body.appendChild(element('div', { role: 'listbox', style }));
    list.addEventListener('scroll', draw);
    field.setAttribute('aria-expanded', 'true');
    draw();
  };
  field.addEventListener('click', open);
  field.addEventListener('input', () => {
    const typed = (field as HTMLInputElement).value.toLowerCase();
    open();
    shown = names.filter((name) => name.toLowerCase().includes(typed));
    draw();
  });
  return { field, value: () => chosen };
};

/** The field for the tenant, as the shape has it. */
export const tenantList = ({ words, tenants, shape }: Around): TenantField => {
  if (shape.startsWith('virtual')) {
    const many = Array.from({ length: 5_000 }, (_, index) => `Tenant ${index + 1}`);
    return virtualList([words.all, ...many], shape === 'virtual-typed');
  }
  const names = shape === 'one-tenant' ? [words.all, 'Nord'] : [words.all, ...tenants];
  // As Material and Vaadin have drawn it.
  if (shape === 'button-list') return virtualList(names, false, 'button');
  const select = element('select', {}, ...names.map((name) => element('option', {}, name)));
  return { field: select, value: () => select.value };
};
