import { readFileSync } from 'node:fs';
import { INSTALL_TEXTS } from '../../../../bot/messages/installs/page.ts';
import { NOT_INSTALLED } from '../../../../bot/messages/installs/not-installed.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { LINK_TEXTS } from '../../../../extension/background/links/words/link-note.ts';
import { TEACH_TEXTS } from '../../../../extension/background/teach/words/compose-teach-words.ts';
import { WIZARD_WORDS } from '../../../../extension/background/wizard/words/compose-words.ts';
import { GRANT_WORDS } from '../../../../extension/background/wizard/words/grant-words.ts';
import { SCREEN_TEXTS } from '../../../../extension/background/words/screen-words.ts';
import { TRIAL_TEXTS } from '../../../../extension/background/words/trial/trial-words.ts';
import { BADGE_TITLES } from '../../../../extension/messages/badge-titles.ts';
import { LAST_WORDS } from '../../../../extension/messages/last-words.ts';
import { type Language } from '../../../../shared/messages/language.ts';
import { NOTICES } from '../../../../shared/messages/notices/by-language.ts';
import { OPTION_TEXTS, POPUP_TEXTS } from '../../../support/extension-texts.ts';
import { textsOf } from './texts.ts';

/** In which order the one text stands that is said in all of them. */
const LINES: readonly Language[] = ['en', 'de', 'it', 'fr'];

/** What the browser says of the extension. */
const manifestTexts = (language: Language): object =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../extension/public/_locales/${language}/messages.json`, import.meta.url),
      'utf8',
    ),
  ) as object;

/** All that is said in a language, in both faces: where it stands, and the text. */
export const everyTextIn = (language: Language): [string, string][] =>
  textsOf({
    notices: NOTICES[language],
    bot: TEXTS[language],
    installs: INSTALL_TEXTS[language],
    notInstalled: { text: NOT_INSTALLED.split('\n')[LINES.indexOf(language)] ?? '' },
    popup: POPUP_TEXTS[language],
    options: OPTION_TEXTS[language],
    wizard: WIZARD_WORDS[language],
    grant: GRANT_WORDS[language],
    teach: TEACH_TEXTS[language],
    links: LINK_TEXTS[language],
    screens: SCREEN_TEXTS[language],
    trial: TRIAL_TEXTS[language],
    badge: { title: BADGE_TITLES[language] },
    lastWords: LAST_WORDS[language],
    manifest: manifestTexts(language),
  });
