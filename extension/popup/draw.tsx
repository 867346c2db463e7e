import { render } from 'preact';
import { App } from './app.tsx';
import type { Focus, PopupPorts } from './ports.ts';

const PLACES: Readonly<Record<Exclude<Focus, 'stay' | object>, string>> = {
  step: '[data-focus]',
  anew: '#name',
  fault: '[aria-invalid] input:enabled, [aria-invalid]:not(fieldset)',
  save: '#save',
  token: '#token',
};

/** Draws the popup into an element of the page, and puts the keyboard where it belongs. */
export const drawInto =
  (root: HTMLElement): PopupPorts['draw'] =>
  (model, act, focus) => {
    render(<App model={model} act={act} />, root);
    if (focus === 'stay') return;
    const place = root.querySelector<HTMLElement>(
      typeof focus === 'object' ? `#${focus.field}` : PLACES[focus],
    );
    place?.focus();
    if (!(place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement)) return;
    if (focus === 'anew' || focus === 'token' || typeof focus === 'object') place.select();
  };
