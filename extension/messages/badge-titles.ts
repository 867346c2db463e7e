import type { Language } from '../../shared/messages/language.ts';

/** What the toolbar button says while something waits; the background cannot load on demand. */
export const BADGE_TITLES: Readonly<Record<Language, string>> = {
  en: 'Tenant Token: a token is waiting for you',
  de: 'Tenant Token: Ein Token wartet auf Sie',
  it: 'Tenant Token: un token ti attende',
  fr: 'Tenant Token : un token vous attend',
};
