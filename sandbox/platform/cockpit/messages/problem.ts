import { fill } from '../../../../shared/messages/fill.ts';
import { NOTICES } from '../../../../shared/messages/notices/by-language.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import type { Texts } from './texts.ts';

const sentence = (error: ApiError, { own }: Texts): string => {
  switch (error.code) {
    case 'signed_out':
    case 'redirected':
      return own.signIn.again;
    case 'forbidden':
      return own.problems.forbidden;
    case 'not_found':
      return own.problems.notFound;
    case 'rate_limited':
      return fill(own.problems.rateLimited, { seconds: error.retryAfterSeconds });
    case 'unreachable':
      return own.problems.unreachable;
    case 'timeout':
      return own.problems.timeout;
    default:
      return own.problems.other;
  }
};

const withReference = (text: string, error: ApiError, { core }: Texts): string =>
  error.requestId === undefined ? text : `${text} ${fill(core.reference, { id: error.requestId })}`;

/** What to say where something could not be shown or done, with the platform's reference. */
export const problemText = (error: ApiError, texts: Texts): string =>
  withReference(sentence(error, texts), error, texts);

/** The same in the wizard, where it matters that nothing typed is lost. */
export const wizardProblemText = (error: ApiError, texts: Texts): string => {
  if ('said' in error) return error.said;
  const values = {
    ...('status' in error ? { status: error.status } : {}),
    ...('retryAfterSeconds' in error ? { seconds: error.retryAfterSeconds } : {}),
  };
  return withReference(fill(NOTICES[texts.language][error.code], values), error, texts);
};
