import { describe, expect, it } from 'vitest';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { everyTextIn } from './every-text.ts';

/** What each language's writing does not do. */
const FAULTS: { readonly [L in Language]: readonly RegExp[] } = {
  en: [/ [:;!?…]/, /[„«»]/, /['"]/],
  // The dots that stand for words have a space before them that does not break.
  de: [/ [:;!?…]/, /[^\s]…/, /[”«»]/, /['"]/, /„[^“]*$/],
  it: [/ [:;!?…]/, /[“”„]/, /['"]/, /« | »/],
  fr: [/[^\u00A0][:»](?!\/\/)/, /[^\u202F][;!?]/, / …/, /«[^\u00A0]/, /[“”„]/],
};

/** How software does not speak there, and what this product has other words for. */
const ADDRESS: { readonly [L in Language]: RegExp } = {
  en: /(?<!\p{L})(?:thou|thee|shalt)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:du|dir|dich|dein\p{L}*|euch|euer|verlangt|Quittung|Verbergen|erzeug\p{L}*|gilt|gelten|gültig|eingereicht)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:voi|vostr[oaie]|siete|avete|potete|fate|inserite|scegliete|riprovate|vale|valid[oi]|in API)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:tu|toi|ton|tes|valables?|valides?|pressée?s?)(?!\p{L})/iu,
};

describe.each(LANGUAGES)('what is said in %s', (language) => {
  it.each(everyTextIn(language))('is set as the language is: %s', (_, text) => {
    for (const fault of FAULTS[language]) expect(text).not.toMatch(fault);
  });

  it.each(everyTextIn(language))('speaks to people as software there does: %s', (_, text) => {
    expect(text).not.toMatch(ADDRESS[language]);
  });
});
