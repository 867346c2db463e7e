import { PERMISSIONS } from '../../../../../shared/permissions.ts';
import type { PageSpec, Trouble } from '../page-spec.ts';
import { make } from './dom.ts';
import type { Field } from './field.ts';

/** The event of the driver's at which a field that is set late is set. */
const LATE = 8;

const isPermission = ({ id }: Field): boolean => PERMISSIONS.some((each) => each === id);

const swap = (one: Field, two: Field): void => {
  const [first, second] = [one.read(), two.read()];
  [one.label.data, two.label.data] = [two.label.data, one.label.data];
  [one.id, two.id] = [two.id, one.id];
  one.write(second);
  two.write(first);
};

const misbehave = ({ kind, field, other }: Trouble, fields: readonly Field[]): void => {
  const one = fields.find(({ id }) => id === field);
  const two = fields.find(({ id }) => id === other);
  if (!one) return;
  const { row, label } = one;
  const input = one.control as HTMLInputElement;
  switch (kind) {
    case 'rename':
      label.data = 'Access';
      return input.removeAttribute('placeholder');
    case 'duplicate':
      return row.after(row.cloneNode(true));
    case 'remove':
      return row.remove();
    case 'disable':
      return void (input.disabled = true);
    case 'read_only':
      return input.setAttribute('readonly', '');
    case 'cover':
      row.style.position = 'relative';
      return row.append(make('div', { style: 'position: absolute; inset: 0' }));
    case 'revert':
      return one.write('');
    case 'tick':
      return one.write('on');
    case 'swap':
      if (two && one !== two && isPermission(one)) swap(one, two);
  }
};

/** Lets the page do its troubles as the driver goes on. @returns what counts one event of the driver's */
export const startTroubles = (spec: PageSpec, fields: () => readonly Field[]): (() => void) => {
  const left = [...spec.troubles];
  let events = 0;
  const happen = (): void => {
    if (fields().length === 0) return;
    events += 1;
    for (const each of left.filter(({ after }) => after <= events)) {
      left.splice(left.indexOf(each), 1);
      if (each.delay === 0) misbehave(each, fields());
      else setTimeout(() => misbehave(each, fields()), each.delay);
    }
    if (spec.extraSet === 'late' && events === LATE) {
      fields()
        .find(({ id }) => id === 'extra')
        ?.write('on');
    }
  };
  for (const type of ['input', 'click', 'change', 'mousedown']) {
    document.addEventListener(type, happen);
  }
  return happen;
};
