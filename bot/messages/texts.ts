import type { Language } from '../../shared/messages/language.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** All that the bot says, by language. */
export const TEXTS: { readonly [L in Language]: Texts } = { en, de, it, fr };
