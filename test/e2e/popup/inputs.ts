import type { Popup } from '../browsers/driver.ts';

/** From now on, the popup's own document counts what a person does in it. */
export const countInputs = (popup: Popup): Promise<void> =>
  popup.evaluate(() => {
    const inputs: string[] = [];
    Object.assign(globalThis, { inputs });
    const count = (event: Event): void => {
      if (!event.isTrusted) return;
      inputs.push(event instanceof KeyboardEvent ? event.key : event.type);
    };
    for (const type of ['keydown', 'mousedown', 'paste']) addEventListener(type, count, true);
  });

/** What a person has done since: keys by their names, and `mousedown` for a click. */
export const inputsSoFar = (popup: Popup): Promise<string[]> =>
  popup.evaluate(() => (globalThis as unknown as { inputs: string[] }).inputs);
