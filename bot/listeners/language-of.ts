import type { Language } from '../../shared/messages/language.ts';
import { spokenBy } from '../people/people.ts';
import type { MaxAge } from '../time/kept-answers.ts';
import { FOR_DRAWING, type ListenerPorts } from './ports.ts';

/** The language to answer someone in, as far as it is known. */
export const languageOf = async (
  { people }: Pick<ListenerPorts, 'people'>,
  userId: string,
  maxAge: MaxAge = FOR_DRAWING.person,
): Promise<Language> => spokenBy(await people(userId, maxAge));
