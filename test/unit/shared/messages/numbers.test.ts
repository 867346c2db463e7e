import { describe, expect, it } from 'vitest';
import { fieldErrorIn } from '../../../../bot/messages/field-error.ts';
import { noticeText } from '../../../../extension/background/words/notice-words.ts';
import { fieldErrorText } from '../../../../extension/popup/field-errors.ts';
import { createFormats } from '../../../../extension/popup/formats.ts';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { POPUP_TEXTS } from '../../../support/extension-texts.ts';
import { everyTextIn } from './every-text.ts';

/** A number as it may come, from a clock or from a platform. */
const NUMBERS = [0, 1, 2, 5, 1000];

/** Words that count, as each language has them for one and for any other number. */
const COUNTED: { readonly [L in Language]: readonly (readonly [one: string, other: string])[] } = {
  en: [
    ['character', 'characters'],
    ['second', 'seconds'],
    ['minute', 'minutes'],
    ['day', 'days'],
    ['year', 'years'],
  ],
  de: [
    ['Zeichen', 'Zeichen'],
    ['Sekunde', 'Sekunden'],
    ['Minute', 'Minuten'],
    ['Tag', 'Tage'],
    ['Jahr', 'Jahre'],
  ],
  it: [
    ['carattere', 'caratteri'],
    ['secondo', 'secondi'],
    ['minuto', 'minuti'],
    ['giorno', 'giorni'],
    ['anno', 'anni'],
  ],
  fr: [
    ['caractère', 'caractères'],
    ['seconde', 'secondes'],
    ['minute', 'minutes'],
    ['jour', 'jours'],
    ['an', 'ans'],
  ],
};

/** What a text counts in digits, each with the word that follows and the one that should. */
const countedIn = (text: string, language: Language): readonly [said: string, due: string][] => {
  const rules = new Intl.PluralRules(language);
  return Array.from(text.matchAll(/(?<![\d.])([\d.,\u202F]*\d)[ \u00A0](\p{L}+)/gu)).flatMap(
    ([, digits = '', word = '']): [string, string][] => {
      const known = COUNTED[language].find((each) => each.includes(word));
      const one = rules.select(Number(digits.replaceAll(/\D/g, ''))) === 'one';
      return known ? [[word, known[one ? 0 : 1]]] : [];
    },
  );
};

const expectCounted = (text: string, language: Language): void => {
  for (const [said, due] of countedIn(text, language)) expect(said, text).toBe(due);
};

describe.each(LANGUAGES)('a number (%s)', (language) => {
  it.each(everyTextIn(language).filter(([, text]) => /\d/.test(text)))(
    'has the word beside it that it takes: %s',
    (_, text) => expectCounted(text, language),
  );

  it.each(NUMBERS)('of a platform, or of a clock, has it too: %i', (number) => {
    const now = Date.parse('2026-03-10T09:00:00Z');
    const until = new Date(now + number * 60_000).toISOString();
    const fault = { field: 'name', code: 'too_long', max: number } as const;
    const texts = [
      fieldErrorIn(language, fault),
      fieldErrorText([fault], 'name', POPUP_TEXTS[language]) ?? '',
      createFormats(language, []).minutesUntil(until, now),
      noticeText({ code: 'rate_limited', retryAfterSeconds: number }, language, true),
      noticeText({ code: 'rate_limited', retryAfterSeconds: number * 60 }, language, true),
    ];
    for (const text of texts) {
      expect(text).toMatch(/\d/);
      expectCounted(text, language);
    }
  });

  it('that is filled in stands beside no word that this test does not know', () => {
    const filled = everyTextIn(language).flatMap(([, text]) =>
      Array.from(text.matchAll(/\{(?:max|status)\}[ \u00A0](\p{L}+)/gu), ([, word = '']) => word),
    );
    const known = COUNTED[language].flat();
    expect(filled.filter((word) => !known.includes(word))).toEqual([]);
  });
});
