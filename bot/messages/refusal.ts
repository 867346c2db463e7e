import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Reason } from '../../shared/policy/decide.ts';
import type { RequestField } from '../../shared/token-request.ts';
import { dateIn, fillIn, listIn } from './formats.ts';
import { TEXTS } from './texts.ts';

/** What is missing, and whom to ask, in a sentence each. */
export const refusalIn = (language: Language, reason: Reason): string => {
  const { refusals, permissions } = TEXTS[language];
  const missing = (): string => {
    switch (reason.code) {
      case 'permissions':
        return fill(refusals.permissions, {
          permissions: listIn(
            language,
            reason.permissions.map((each) => permissions[each]),
          ),
        });
      case 'lifetime':
      case 'never':
        return fill(refusals[reason.code], { date: dateIn(language, reason.latest) });
      default:
        return refusals[reason.code];
    }
  };
  return `${missing()} ${fillIn(refusals.ask, { whom: reason.ask })}`;
};

/** The field at which a reason shows. */
export const fieldOf = (reason: Reason): RequestField => {
  switch (reason.code) {
    case 'permissions':
      return 'permissions';
    case 'lifetime':
    case 'never':
      return 'expiresOn';
    default:
      return 'tenantId';
  }
};
