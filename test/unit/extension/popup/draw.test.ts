// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { en } from '../../../../extension/messages/en.ts';
import { drawInto } from '../../../../extension/popup/draw.tsx';
import { createFormats } from '../../../../extension/popup/formats.ts';
import { type Actions, firstModel, type Model } from '../../../../extension/popup/model.ts';
import { draft, NOW, place, record, session, tokenSecret } from '../../shared/examples.ts';

const FORM: Model = {
  ...firstModel({
    texts: en,
    formats: createFormats('en', ['en']),
    origin: 'https://nord.example',
    shell: 'bash',
    early: true,
  }),
  flow: { step: 'form', place: place(), draft: draft(), errors: [] },
};

// What an earlier test drew would take the keyboard too.
beforeEach(() => document.body.replaceChildren());

/** A form as it is drawn in a document that is shown. */
const drawnForm = (): HTMLElement => {
  const root = document.createElement('div');
  document.body.append(root);
  drawInto(root)(FORM, {} as Actions, 'step');
  return root;
};

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

test('a form that is drawn before anything can take the keyboard gives it to Name with the first frame', async () => {
  const root = document.createElement('div');
  drawInto(root)(FORM, {} as Actions, 'step');
  expect(document.activeElement).toBe(document.body);
  document.body.append(root);
  await nextFrame();
  expect(document.activeElement).toBe(root.querySelector('#name'));
});

test('the keyboard stays where someone takes it once the form has had it', async () => {
  const root = drawnForm();
  expect(document.activeElement).toBe(root.querySelector('#name'));
  const elsewhere = root.querySelector<HTMLElement>('#description');
  elsewhere?.focus();
  await nextFrame();
  expect(document.activeElement).toBe(elsewhere);
});

test('the keyboard that the browser forgot by the time the window has it is given back', () => {
  const root = drawnForm();
  const name = root.querySelector<HTMLElement>('#name');
  name?.blur();
  window.dispatchEvent(new Event('focus'));
  expect(document.activeElement).toBe(name);
});

test('a window that comes back leaves the keyboard where someone has it', () => {
  const root = drawnForm();
  const elsewhere = root.querySelector<HTMLElement>('#description');
  elsewhere?.focus();
  window.dispatchEvent(new Event('focus'));
  expect(document.activeElement).toBe(elsewhere);
});

test('a notice comes in sight, and so does another one in its place, but none that only stays', () => {
  const seen: (string | null)[] = [];
  vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(function (
    this: HTMLElement,
  ) {
    seen.push(this.textContent);
  });
  const root = document.createElement('div');
  document.body.append(root);
  const draw = drawInto(root);
  const say = (said: string): void => {
    const flow = { ...FORM.flow, notice: { code: 'unreachable' } } as Model['flow'];
    draw({ ...FORM, flow, said }, {} as Actions, 'stay');
  };
  draw(FORM, {} as Actions, 'stay');
  for (const said of ['One', 'One', 'Another']) say(said);
  expect(seen).toEqual(['One', 'Another']);
  vi.restoreAllMocks();
});

test('the end is reckoned from when the form was drawn', () => {
  const root = document.createElement('div');
  const drawn = (drawnAt: number): string | null | undefined => {
    drawInto(root)({ ...FORM, early: false, drawnAt }, {} as Actions, 'stay');
    return root.querySelector('#expiry-hint')?.textContent;
  };
  expect(drawn(NOW)).toContain('Jun 8, 2026');
  expect(drawn(NOW + 24 * 3_600_000)).toContain('Jun 9, 2026');
});

test('that no tenant matches is said once all have been asked for, and not before', () => {
  const root = document.createElement('div');
  const flow = {
    ...FORM.flow,
    place: place({ tenantsTotal: 500 }),
  } as Model['flow'];
  const drawn = (searching: string | undefined): string => {
    const search = { typed: 'no such', at: 0 };
    drawInto(root)({ ...FORM, flow, search, searching }, {} as Actions, 'stay');
    return root.querySelector('.drop')?.textContent ?? '';
  };
  expect(drawn(en.loading)).toBe(en.loading);
  expect(drawn('No answer.')).toBe('No answer.');
  expect(drawn(undefined)).toContain(en.form.noMatch);
});

test('keys that choose among what an input method offers choose no tenant', () => {
  const root = document.createElement('div');
  document.body.append(root);
  const flow = { ...FORM.flow, place: place({ tenantsTotal: 500 }) } as Model['flow'];
  const searches: unknown[] = [];
  const act = { searchTenants: (search: unknown) => void searches.push(search) } as Actions;
  const search = { typed: 'ハン', at: 0 };
  drawInto(root)({ ...FORM, flow, search, searching: undefined }, act, 'stay');
  const press = (key: string, isComposing: boolean): boolean =>
    root
      .querySelector('#tenant')
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key, isComposing, bubbles: true, cancelable: true }),
      ) === true;
  for (const key of ['ArrowDown', 'PageUp', 'Enter', 'Escape']) expect(press(key, true)).toBe(true);
  expect(searches).toEqual([]);
  expect(press('ArrowDown', false)).toBe(false);
  expect(searches).toHaveLength(1);
});

test('a fault beside a saved token tells nobody to close the only place where it stands', () => {
  const root = document.createElement('div');
  const flow = { ...FORM.flow, step: 'saved', record: record() } as Model['flow'];
  const drawn = (remembered: Model['remembered']): string | null | undefined => {
    drawInto(root)({ ...FORM, flow, remembered, fault: true }, {} as Actions, 'stay');
    return root.querySelector('main')?.textContent;
  };
  const last = drawn({ id: record().id, token: tokenSecret() });
  expect(last).toContain(en.faultAtLast);
  expect(last).not.toContain(en.tryAgain);
  const gone = drawn(null);
  expect(gone).toContain(en.fault);
  expect(gone).toContain(en.tryAgain);
});

test('a permission that was lost can be unticked where it is ticked, and not be ticked again', () => {
  const root = document.createElement('div');
  const here = place({ session: session({ permissions: ['read'] }) });
  const chosen = draft({ permissions: ['read', 'write'] });
  const model: Model = { ...FORM, flow: { step: 'form', place: here, draft: chosen, errors: [] } };
  const isShut = (drawn: Model): boolean | undefined => {
    drawInto(root)(drawn, {} as Actions, 'stay');
    return root.querySelector<HTMLInputElement>('[aria-labelledby="write-name"]')?.disabled;
  };
  expect(isShut(model)).toBe(false);
  const unticked = draft({ permissions: ['read'] });
  expect(
    isShut({ ...model, flow: { step: 'form', place: here, draft: unticked, errors: [] } }),
  ).toBe(true);
});
