import { describe, expect, test } from 'vitest';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { LINK_TEXTS } from '../../../../extension/background/links/words/link-note.ts';
import { TEACH_TEXTS } from '../../../../extension/background/teach/words/compose-teach-words.ts';
import { WIZARD_WORDS } from '../../../../extension/background/wizard/words/compose-words.ts';
import { TRIAL_TEXTS } from '../../../../extension/background/words/trial/trial-words.ts';
import { SCREEN_TEXTS } from '../../../../extension/background/words/screen-words.ts';
import { OPTION_TEXTS, POPUP_TEXTS } from '../../../support/extension-texts.ts';

const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, each]) =>
        texts(each, path ? `${path}.${key}` : key),
      );

const places = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

const allIn = (language: Language) => ({
  popup: POPUP_TEXTS[language],
  options: OPTION_TEXTS[language],
  screens: SCREEN_TEXTS[language],
  trial: TRIAL_TEXTS[language],
  wizard: WIZARD_WORDS[language],
  teach: TEACH_TEXTS[language],
  links: LINK_TEXTS[language],
});

const ENGLISH = new Map(texts(allIn('en')));

describe.each(LANGUAGES.filter((each) => each !== 'en'))('in %s', (language) => {
  const translated = allIn(language);

  test('there is every text, and no other', () => {
    expect(texts(translated).map(([key]) => key)).toEqual([...ENGLISH.keys()]);
  });

  test.each(texts(translated))('“%s” names the same things and is not empty', (key, text) => {
    expect(text.trim()).not.toBe('');
    expect(places(text)).toEqual(places(ENGLISH.get(key) ?? ''));
  });
});
