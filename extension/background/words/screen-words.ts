import type { FlowState } from '../../../shared/flow/state.ts';
import type { Language } from '../../../shared/messages/language.ts';
import {
  type ApiToken,
  isFromBetween,
  mayHaveHappened,
  type Session,
} from '../../../shared/tenant-api/port.ts';
import type { Draft } from '../../../shared/token-request.ts';
import type { ScreenWords } from '../../channel/reply.ts';
import { de } from './de.ts';
import { en, type ScreenTexts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const SCREEN_TEXTS: Readonly<Record<Language, ScreenTexts>> = { en, de, it, fr };

/** Who may not make tokens, and where: a platform does not tell of everyone who they are, nor their role. */
const notAllowedWords = ({ user, tenant }: Session, texts: ScreenTexts): ScreenWords => {
  const { title, text, withoutRole, withoutPerson } = texts.notAllowed;
  if (!user) return { title, text: withoutPerson, values: { tenant: tenant.name } };
  const values = { person: user.name, tenant: tenant.name };
  if (user.role.trim() === '') return { title, text: withoutRole, values };
  return { title, text, values: { ...values, role: user.role } };
};

/** A token's name; what was typed where there is no record, or one whose platform does not say it. */
const nameOf = (record: ApiToken | null, draft: Draft): string =>
  record?.name.trim() || draft.name.trim();

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
    case 'not_allowed':
      return notAllowedWords(state.place.session, texts);
    case 'unavailable':
      return { title: texts.unavailable, text: '' };
    case 'failed':
      return { ...texts.failed[state.reason], values: { name: nameOf(state.record, state.draft) } };
    case 'unconfirmed': {
      const { wanted, otherwise, error, place, draft, record } = state;
      // Certainly not discarded is more than not knowing.
      const isRefused =
        wanted === 'cancel' &&
        place.capabilities.pending === true &&
        record.state === 'pending' &&
        error &&
        !mayHaveHappened(error) &&
        !isFromBetween(error);
      const { title, refused, otherwise: notAsAsked, ...perhaps } = texts.unconfirmed;
      const values = { name: nameOf(record, draft) };
      if (otherwise) return { ...notAsAsked, values };
      return { ...(isRefused ? refused : { title, text: perhaps[wanted] }), values };
    }
    default:
      return undefined;
  }
};
