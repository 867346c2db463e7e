import type { Language } from '../language.ts';
import { de } from './de.ts';
import { en, type Notices } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said of an error, and of what became of a token, by language. */
export const NOTICES: Readonly<Record<Language, Notices>> = { en, de, it, fr };
