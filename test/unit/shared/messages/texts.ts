import { de } from '../../../../shared/messages/de.ts';
import { en, type Messages } from '../../../../shared/messages/en.ts';
import { fr } from '../../../../shared/messages/fr.ts';
import { it } from '../../../../shared/messages/it.ts';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { NOTICES } from '../../../../shared/messages/notices/by-language.ts';
import type { Notices } from '../../../../shared/messages/notices/en.ts';

/** All that there is to read, by language. */
export const MESSAGES = Object.fromEntries(
  LANGUAGES.map((each) => [each, { ...{ en, de, it, fr }[each], notices: NOTICES[each] }]),
) as Readonly<Record<Language, Messages & { readonly notices: Notices }>>;

/** Every text with the way to it: `buttons.next`. */
export const textsOf = (messages: object, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value]] : textsOf(value as object, here);
  });

/** The places of a text that are to be filled, in order. */
export const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
