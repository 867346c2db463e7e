import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { de as coreDe } from '../../../../shared/messages/de.ts';
import { en as coreEn, type Messages } from '../../../../shared/messages/en.ts';
import { fr as coreFr } from '../../../../shared/messages/fr.ts';
import { it as coreIt } from '../../../../shared/messages/it.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import { de } from './de.ts';
import { type CockpitMessages, en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** All texts of one language. */
export interface Texts {
  readonly language: Language;
  /** The words that the cockpit shares with the product: fields, permissions, buttons, errors. */
  readonly core: Messages;
  /** The cockpit's own. */
  readonly own: CockpitMessages;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: { language: 'en', core: coreEn, own: en },
  de: { language: 'de', core: coreDe, own: de },
  it: { language: 'it', core: coreIt, own: it },
  fr: { language: 'fr', core: coreFr, own: fr },
};

export const TextsContext = createContext<Texts>(TEXTS.en);

/** The texts of the language around this component. */
export const useTexts = (): Texts => useContext(TextsContext);
