import { runInNewContext } from 'node:vm';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { FirefoxBidi } from './firefox-bidi.ts';
import { firefoxNavigation } from './firefox-navigation.ts';

const ORIGIN = 'moz-extension://0c1e7a2e';

test('a page of the extension is there once neither the old document nor the blank one of its process is', async () => {
  const documentAt = (URL: string, readyState = 'complete'): object => ({
    document: { URL, readyState },
  });
  let shown = documentAt('about:blank');
  const coming = [
    documentAt('about:blank'),
    documentAt(`${ORIGIN}/popup.html`, 'interactive'),
    documentAt(`${ORIGIN}/popup.html`),
  ];
  const bidi = { call: async () => undefined } as unknown as FirefoxBidi;
  const seen: object[] = [];
  const page = {
    bringToFront: async () => undefined,
    evaluate: async (expression: string) => {
      const value: unknown = runInNewContext(expression, shown);
      seen.push(shown);
      // The first look marks the old document, which stays for another one.
      if (seen.length >= 2) shown = coming.shift() ?? shown;
      return value;
    },
  } as unknown as Page;
  await firefoxNavigation(bidi, ORIGIN).goto(page, `${ORIGIN}/popup.html`);
  expect(seen).toHaveLength(5);
  expect(seen.at(-1)).toMatchObject(documentAt(`${ORIGIN}/popup.html`));
});
