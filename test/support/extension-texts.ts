import { loadTexts } from '../../extension/messages/load.ts';
import { loadOptionTexts } from '../../extension/options/texts/load.ts';
import { type Language, LANGUAGES } from '../../shared/messages/language.ts';

const inEach = async <Texts>(
  load: (language: Language) => Promise<Texts>,
): Promise<Readonly<Record<Language, Texts>>> =>
  Object.fromEntries(
    await Promise.all(LANGUAGES.map(async (each) => [each, await load(each)] as const)),
  ) as Record<Language, Texts>;

/** All that the popup says, by language. */
export const POPUP_TEXTS = await inEach(loadTexts);

/** All that the options page says, by language. */
export const OPTION_TEXTS = await inEach(loadOptionTexts);
