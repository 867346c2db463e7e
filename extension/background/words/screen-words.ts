import type { FlowState } from '../../../shared/flow/state.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { isFromBetween, mayHaveHappened } from '../../../shared/tenant-api/port.ts';
import type { ScreenWords } from '../../channel/reply.ts';
import { de } from './de.ts';
import { en, type ScreenTexts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const SCREEN_TEXTS: Readonly<Record<Language, ScreenTexts>> = { en, de, it, fr };

/**
 * The words for a state in which there is nothing to fill in; undefined for any other. The popup has
 * no words of its own for these: each click would carry them, and few ever see one.
 */
export const screenWords = (state: FlowState, language: Language): ScreenWords | undefined => {
  const texts = SCREEN_TEXTS[language];
  switch (state.step) {
    case 'not_tenant': {
      const { title } = texts.notTenant;
      const insecure = state.reason === 'insecure';
      return { title: insecure ? texts.insecureTitle : title, text: texts.notTenant[state.reason] };
    }
    case 'signed_out':
      return state.perhaps ? texts.perhapsSignedOut : texts.signedOut;
    case 'not_allowed': {
      const { user, tenant } = state.place.session;
      const values = { person: user?.name ?? '', role: user?.role ?? '', tenant: tenant.name };
      return { ...texts.notAllowed, values };
    }
    case 'unavailable':
      return { title: texts.unavailable, text: '' };
    case 'failed': {
      const name = state.record?.name ?? state.draft.name.trim();
      return { ...texts.failed[state.reason], values: { name } };
    }
    case 'unconfirmed': {
      const { wanted, otherwise, error, place, record } = state;
      // Certainly not discarded is more than not knowing.
      const isRefused =
        wanted === 'cancel' &&
        place.capabilities.pending === true &&
        record.state === 'pending' &&
        error &&
        !mayHaveHappened(error) &&
        !isFromBetween(error);
      const { title, refused, otherwise: notAsAsked, ...perhaps } = texts.unconfirmed;
      const values = { name: record.name };
      if (otherwise) return { ...notAsAsked, values };
      return { ...(isRefused ? refused : { title, text: perhaps[wanted] }), values };
    }
    default:
      return undefined;
  }
};
