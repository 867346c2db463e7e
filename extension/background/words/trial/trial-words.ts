import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { Trial, Untold } from '../../../channel/reply.ts';
import { saysNothing, type TrialAnswer } from '../../try-token.ts';
import type { Known } from '../../wizard/learn-by-trial.ts';
import { de } from './de.ts';
import { en, type TrialTexts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const TRIAL_TEXTS: Readonly<Record<Language, TrialTexts>> = { en, de, it, fr };

/**
 * How a trial went, in words.
 * @param doubted whether nobody knows that this is where the token works
 * @param saved whether Save has completed it
 */
export const trialWords = (
  answer: TrialAnswer,
  language: Language,
  { doubted, saved }: { readonly doubted: boolean; readonly saved: boolean },
): Trial => {
  const texts = TRIAL_TEXTS[language];
  const { status, origin, instead } = answer;
  const say = (kind: Trial['kind'], text: keyof TrialTexts): Trial => ({
    kind,
    text: fill(texts[text] as string, { status: status ?? '', origin }),
    ...(instead ? { hint: fill(texts.instead, { origin }) } : {}),
  });
  if (status === null) return say('warning', 'noAnswer');
  if (doubted && saysNothing(answer)) return say('warning', 'openDoor');
  if (!doubted && !answer.own) return say('warning', 'unclear');
  if (status >= 200 && status < 300) return say('done', saved ? 'works' : 'worksUnsaved');
  if (status === 403) return say('warning', 'lacksRead');
  if (status !== 401) return say('warning', 'unclear');
  if (!saved) return say('warning', 'notYet');
  return say('error', doubted ? 'deadThere' : 'dead');
};

/** Why nothing was tried. */
export const notTried = (apiUrl: string, language: Language): Trial => ({
  kind: 'warning',
  text: TRIAL_TEXTS[language][apiUrl.trim() === '' ? 'noApiUrl' : 'noSuchApiUrl'],
});

/** What a platform does not tell, for the screens that show a token. */
export const untoldWords = (known: Known, language: Language): Untold => {
  const { shown, apiUrl: label, yourApiUrl } = TRIAL_TEXTS[language];
  const { worksUnsaved, apiUrl, perhaps } = known;
  return {
    apiUrl: apiUrl ?? perhaps ?? '',
    label,
    placeholder: `https://${yourApiUrl}`,
    works: worksUnsaved === undefined ? shown.perhaps : worksUnsaved ? shown.yes : shown.no,
    undecided: worksUnsaved === undefined,
  };
};
