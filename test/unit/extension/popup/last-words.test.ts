// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawLastWords } from '../../../../extension/popup/last-words.ts';

test('the last words keep the keyboard on their way on, also where the browser forgot it', () => {
  const root = document.createElement('div');
  document.body.append(root);
  drawLastWords(root, 'en');
  const button = root.querySelector('button');
  expect(document.activeElement).toBe(button);
  button?.blur();
  window.dispatchEvent(new Event('focus'));
  expect(document.activeElement).toBe(button);
});
