import { describe, expect, test } from 'vitest';
import { de } from '../../../../extension/messages/de.ts';
import { en } from '../../../../extension/messages/en.ts';
import { fr } from '../../../../extension/messages/fr.ts';
import { it } from '../../../../extension/messages/it.ts';
import { de as optionsDe } from '../../../../extension/options/texts/de.ts';
import { en as optionsEn } from '../../../../extension/options/texts/en.ts';
import { fr as optionsFr } from '../../../../extension/options/texts/fr.ts';
import { it as optionsIt } from '../../../../extension/options/texts/it.ts';

const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, each]) =>
        texts(each, path ? `${path}.${key}` : key),
      );

const places = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

const ENGLISH = new Map(texts({ popup: en, options: optionsEn }));

describe.each([
  ['German', { popup: de, options: optionsDe }],
  ['Italian', { popup: it, options: optionsIt }],
  ['French', { popup: fr, options: optionsFr }],
])('in %s', (_language, translated) => {
  test('there is every text, and no other', () => {
    expect(texts(translated).map(([key]) => key)).toEqual([...ENGLISH.keys()]);
  });

  test.each(texts(translated))('“%s” names the same things and is not empty', (key, text) => {
    expect(text.trim()).not.toBe('');
    expect(places(text)).toEqual(places(ENGLISH.get(key) ?? ''));
  });
});
