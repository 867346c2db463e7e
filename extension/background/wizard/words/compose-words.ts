import type { Pointable } from '../../../../shared/cockpit/description.ts';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import type { Refusal } from '../../../../shared/cockpit/refusal.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { PageLoss } from '../run-wizard.ts';
import { de } from './de.ts';
import { en, type WizardWords } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const WIZARD_WORDS: Readonly<Record<Language, WizardWords>> = { en, de, it, fr };

const WAY: readonly Pointable[] = ['menu', 'administration', 'tenantPage', 'api', 'open'];

/** What is said about a run, in one language. */
export const composeWords = (language: Language) => {
  const words = WIZARD_WORDS[language];
  const labelOf = (subject: Pointable | null): string => {
    if (subject === null) return words.form;
    return subject === 'token' ? words.token : firstLabel(subject, language);
  };
  const reason = ({ reason, subject, control }: Refusal): string =>
    fill(words.refusals[reason], { what: control === '' ? labelOf(subject) : control });
  const why = (because: Refusal | PageLoss): string =>
    typeof because === 'string' ? words.lost[because] : reason(because);
  return {
    title: words.title,
    stop: words.stop,
    /** The line for a step that is being done. */
    step: (about: Pointable): string => {
      if (about === 'next') return words.waiting;
      if (about === 'save') return words.saving;
      if (about === 'cancel') return words.cancelling;
      return WAY.includes(about) ? words.going : fill(words.filling, { what: labelOf(about) });
    },
    /** The words for a run that ended before Next was pressed. */
    notMade: (because: Refusal | PageLoss | 'stopped'): string =>
      `${because === 'stopped' ? words.stopped : why(because)} ${words.notMade}`,
    /** The words for one that ended before Save or Cancel was pressed. */
    notPressed: (because: Refusal | PageLoss): string => `${why(because)} ${words.notPressed}`,
    /** The words for a button that was pressed, where nothing is known of what it did. */
    noSign: (
      button: 'next' | 'save' | 'cancel',
      name: string,
      because: Refusal | PageLoss | 'no_sign' | 'not_counted',
    ): string => {
      if (because === 'not_counted') return fill(words.noSign.notCounted, { name });
      const what = fill(words.noSign[button], { name });
      return because === 'no_sign' ? what : `${why(because)} ${what}`;
    },
  };
};

export type ComposedWords = ReturnType<typeof composeWords>;
