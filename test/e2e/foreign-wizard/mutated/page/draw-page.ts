import type { PageSpec } from '../page-spec.ts';
import { button, make, post } from './dom.ts';
import type { Field } from './field.ts';
import { drawForm } from './form.ts';
import { startTroubles } from './troubles.ts';

const OLD = btoa('an older token, that stood here.');
const SECOND = btoa('a second token, planted in there');

/** Beside the form, a form that is of something else. */
const settingsForm = (save: string): HTMLElement => {
  const form = make('form', {}, make('label', {}, 'Zone ', make('input')), make('input'));
  form.append(button(save, () => void post('/settings')));
  return form;
};

/**
 * Draws a mutated page into an empty document.
 * @param wanted the name that a token is asked for with
 */
export const drawPage = (spec: PageSpec, wanted: string): void => {
  const { words } = spec;
  const { body } = document;
  document.documentElement.lang = spec.language;
  const stage = make('div', { style: 'padding: 8px' });
  const before = spec.oldRow ? [wanted] : [];
  let fields: readonly Field[] = [];
  const happen = startTroubles(spec, () => fields);

  const showRows = (rows: readonly string[]): void => {
    const row = (each: string): HTMLElement =>
      make('tr', {}, make('td', {}, each), make('td', {}, words.read));
    body.replaceChildren(
      make('h2', {}, words.api),
      button(words.open, openWizard),
      make('table', {}, ...(rows.length > 0 ? rows : ['Others']).map(row)),
    );
  };

  const finish = async (path: '/save' | '/cancel'): Promise<void> => {
    switch (spec.afterFinish) {
      case 'blank':
        return body.replaceChildren();
      case 'sign-in':
        return body.replaceChildren(
          make('h1', {}, 'Sign in'),
          make('input'),
          make('button', {}, 'Sign in'),
        );
      case 'list':
        await post(path);
        return showRows(path === '/save' ? [wanted, ...before] : before);
      case 'failed':
        return showRows(before);
    }
  };

  const showToken = (token: string): void => {
    const shown = (value: string): HTMLElement => {
      if (spec.tokenIn === 'code') return make('code', {}, value);
      const control = make(spec.tokenIn, { readonly: '' });
      (control as HTMLInputElement).value = value;
      return control;
    };
    const tokens = { token: [token], two: [token, SECOND], nothing: [], old: [OLD] };
    stage.replaceChildren(
      ...tokens[spec.afterNext].map(shown),
      button(words.cancel, () => void finish('/cancel')),
      button(words.save, () => void finish('/save')),
    );
  };

  function openWizard(): void {
    const form = drawForm(spec, () => showRows(before), showToken);
    ({ fields } = form);
    stage.replaceChildren(...form.inside);
    if (spec.dialog) {
      stage.setAttribute('role', 'dialog');
      body.append(stage);
    } else body.replaceChildren(stage);
    if (spec.settingsForm) body.append(settingsForm(words.save));
    body.append(make('p', {}, OLD));
    if (spec.extraSet === 'first') fields.find(({ id }) => id === 'extra')?.write('on');
  }

  switch (spec.start) {
    case 'wizard':
      openWizard();
      break;
    case 'list':
      showRows(before);
      break;
    case 'home': {
      const tab = button(words.api, () => showRows(before));
      tab.setAttribute('role', 'tab');
      body.append(
        make(
          'nav',
          {},
          button(words.tenantPage, () => undefined),
          tab,
        ),
      );
    }
  }
  happen();
};
