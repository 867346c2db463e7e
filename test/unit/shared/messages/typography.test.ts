import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { LINK_TEXTS } from '../../../../extension/background/links/words/link-note.ts';
import { TEACH_TEXTS } from '../../../../extension/background/teach/words/compose-teach-words.ts';
import { WIZARD_WORDS } from '../../../../extension/background/wizard/words/compose-words.ts';
import { GRANT_WORDS } from '../../../../extension/background/wizard/words/grant-words.ts';
import { BADGE_TITLES } from '../../../../extension/messages/badge-titles.ts';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { SCREEN_TEXTS } from '../../../../extension/background/words/screen-words.ts';
import { TRIAL_TEXTS } from '../../../../extension/background/words/trial/trial-words.ts';
import { OPTION_TEXTS, POPUP_TEXTS } from '../../../support/extension-texts.ts';
import { textsOf } from './texts.ts';

/** All that is said in a language, in both faces. */
const textsIn = (language: Language): [string, string][] =>
  textsOf({
    bot: TEXTS[language],
    popup: POPUP_TEXTS[language],
    options: OPTION_TEXTS[language],
    wizard: WIZARD_WORDS[language],
    grant: GRANT_WORDS[language],
    teach: TEACH_TEXTS[language],
    links: LINK_TEXTS[language],
    screens: SCREEN_TEXTS[language],
    trial: TRIAL_TEXTS[language],
    badge: { title: BADGE_TITLES[language] },
  });

/** What each language's writing does not do. */
const FAULTS: { readonly [L in Language]: readonly RegExp[] } = {
  en: [/ [:;!?…]/, /[„«»]/, /['"]/],
  // The dots that stand for words have a space before them that does not break.
  de: [/ [:;!?…]/, /[^\s]…/, /[”«»]/, /['"]/, /„[^“]*$/],
  it: [/ [:;!?…]/, /[“”„]/, /['"]/, /« | »/],
  fr: [/[^\u00A0\u202F][:;!?»](?!\/\/)/, / …/, /«[^\u00A0]/, /[“”„]/],
};

/** How software does not speak there. */
const ADDRESS: { readonly [L in Language]: RegExp } = {
  en: /(?<!\p{L})(?:thou|thee|shalt)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:du|dir|dich|dein\p{L}*|euch|euer|verlangt|Quittung|Verbergen|erzeug\p{L}*)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:voi|vostr[oaie]|siete|avete|potete|fate|inserite|scegliete|riprovate)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
};

describe.each(LANGUAGES)('what is said in %s', (language) => {
  it.each(textsIn(language))('is set as the language is: %s', (_, text) => {
    for (const fault of FAULTS[language]) expect(text).not.toMatch(fault);
  });

  it.each(textsIn(language))('speaks to people as software there does: %s', (_, text) => {
    expect(text).not.toMatch(ADDRESS[language]);
  });
});
