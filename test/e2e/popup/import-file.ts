import type { Tab } from '../browsers/driver.ts';

/** Imports a file with this content on the options page, as if it had been chosen. */
export const importFile = (options: Tab, text: string): Promise<void> =>
  options.evaluate((content) => {
    const files = new DataTransfer();
    files.items.add(new File([content], 'cockpit.json', { type: 'application/json' }));
    const input = document.querySelector<HTMLInputElement>('#import');
    if (!input) throw new Error('There is nothing to import with.');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
