import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Reason, Whom } from '../../shared/policy/decide.ts';
import type { RequestField } from '../../shared/token-request.ts';
import { dateIn, fillIn, listIn } from './formats.ts';
import type { Said } from './said.ts';
import { TEXTS } from './texts.ts';

/** A refusal in words, and whom to ask. */
export const withWhom = (language: Language, text: string, { ask, askIds }: Whom): Said => ({
  text: `${text} ${fillIn(TEXTS[language].refusals.ask, { whom: ask })}`,
  ...(askIds && { mentions: askIds }),
});

/** What is missing, and whom to ask, in a sentence each. */
export const refusalIn = (language: Language, reason: Reason): Said => {
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
  return withWhom(language, missing(), reason);
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
