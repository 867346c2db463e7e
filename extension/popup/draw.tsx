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
export const drawInto = (root: HTMLElement): PopupPorts['draw'] => {
  let take = (): void => {};
  const takeLost = (): void => {
    if (document.activeElement === document.body) take();
  };
  // Firefox draws in a panel behind the one that opens; what had the keyboard there may not have it here.
  addEventListener('focus', takeLost);
  return (model, act, focus) => {
    render(<App model={model} act={act} />, root);
    if (focus === 'stay') return;
    const place = root.querySelector<HTMLElement>(
      typeof focus === 'object' ? `#${focus.field}` : PLACES[focus],
    );
    if (!place) return;
    const isField = place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement;
    const isRenewed = focus === 'anew' || focus === 'token' || typeof focus === 'object';
    take = () => {
      place.focus();
      if (isField && isRenewed) place.select();
    };
    take();
    // What is not laid out yet takes no focus, as in a popup that is only opening.
    requestAnimationFrame(takeLost);
  };
};
