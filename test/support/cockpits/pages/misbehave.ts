import { element } from './cockpit.ts';
import type { Words } from './words.ts';

interface Drawn {
  readonly form: HTMLElement;
  readonly rows: readonly HTMLElement[];
  readonly name: HTMLInputElement;
  readonly next: HTMLElement;
  readonly words: Words;
}

const labelsIn = (form: HTMLElement, text: string): HTMLElement[] =>
  [...form.querySelectorAll('label')].filter((label) => label.textContent?.includes(text));

/** Puts another text in a label's place, and leaves its box where it is. */
const say = (label: HTMLElement | undefined, text: string): void => {
  for (const node of label?.childNodes ?? []) {
    if (node.nodeType === Node.TEXT_NODE) node.textContent = ` ${text}`;
  }
};

/** What forms do that change under the hand. */
export const misbehave = (shape: string, { form, rows, name, next, words }: Drawn): void => {
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  switch (shape) {
    case 'late':
      for (const [index, row] of rows.entries()) {
        setTimeout(() => form.insertBefore(row, next), 120 * index);
      }
      break;
    case 'renamed':
      name.addEventListener('change', () => say(labelsIn(form, words.name)[0], 'Title'));
      break;
    case 'duplicated':
      name.addEventListener('change', () => {
        const second = element('input', { type: 'text' });
        form.insertBefore(element('label', {}, words.name, second), next);
      });
      break;
    case 'twice':
      name.addEventListener('change', () => {
        const row = labelsIn(form, words.tenant)[0]?.parentElement;
        row?.after(row.cloneNode(true));
      });
      break;
    case 'swapped':
      form.addEventListener('change', ({ target }) => {
        if (target !== boxes()[0]) return;
        const [read] = labelsIn(form, words.read);
        const [write] = labelsIn(form, words.write);
        say(read, words.write);
        say(write, words.read);
      });
      break;
    case 'reverting':
      form.addEventListener('change', ({ target }) => {
        const box = target as HTMLInputElement;
        if (box.type === 'checkbox') setTimeout(() => (box.checked = !box.checked), 50);
      });
      break;
    case 'ticking':
      // Who may write may delete, thinks this form.
      form.addEventListener('change', ({ target }) => {
        const [, write, , last] = boxes();
        if (target === write && last) setTimeout(() => (last.checked = true), 30);
      });
      break;
  }
};
