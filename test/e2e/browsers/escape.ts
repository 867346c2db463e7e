import { callFunction } from './call-function.ts';

function watchForEscape(): void {
  const seen = globalThis as { escapeSeen?: Event };
  addEventListener('keydown', (event) => (seen.escapeSeen = event), { capture: true, once: true });
}

function wasUsed(): boolean {
  return (globalThis as { escapeSeen?: Event }).escapeSeen?.defaultPrevented === true;
}

/** What pressing Escape in a popup takes. */
export interface EscapeKey {
  evaluate: (expression: string) => Promise<string>;
  /** Sends the key to the popup's document. */
  press: () => Promise<void>;
  isOpen: () => Promise<boolean>;
  /** What the browser does with an Escape that the document left alone. */
  whenUnused: () => Promise<void>;
}

/**
 * Presses Escape as a person does. Keys sent by a protocol end in the document, while a real one
 * goes on to the browser, which closes the popup unless the document called `preventDefault`.
 *
 * @param key the ways to the popup and to the browser
 */
export async function pressEscape(key: EscapeKey): Promise<void> {
  await callFunction(key.evaluate, watchForEscape, []);
  await key.press();
  if (!(await key.isOpen())) return;
  if (!(await callFunction(key.evaluate, wasUsed, []))) await key.whenUnused();
}
