import type { Pointable } from '../../../../shared/cockpit/description.ts';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import type { Refusal } from '../../../../shared/cockpit/refusal.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { PageLoss } from '../wizard-ports.ts';
import { de } from './de.ts';
import { en, type WizardWords } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const WIZARD_WORDS: Readonly<Record<Language, WizardWords>> = { en, de, it, fr };

/** Why something broke off before it was done. */
type Broken = Refusal | PageLoss | 'stopped' | 'hidden' | 'elsewhere';

/** Why Save and Cancel cannot be reached. */
export type Away = 'not_there' | 'other_tab' | 'timeout';

const WAY: readonly Pointable[] = ['menu', 'administration', 'tenantPage', 'api', 'open'];

/** What is said about a run, in one language. */
export const composeWords = (language: Language) => {
  const words = WIZARD_WORDS[language];
  const labelOf = (subject: Pointable | null): string => {
    if (subject === null) return words.form;
    return subject === 'token' ? words.token : firstLabel(subject, language);
  };
  const reason = ({ reason, subject, control }: Refusal): string => {
    const isField = reason === 'unknown_field' || reason === 'unset';
    const own = isField && subject === null ? words.unnamed : labelOf(subject);
    return fill(words.refusals[reason], { what: control === '' ? own : control });
  };
  const why = (because: Broken): string => {
    if (because === 'stopped') return words.stopped;
    return typeof because === 'string' ? words.lost[because] : reason(because);
  };
  const away = (because: Exclude<Broken, Refusal> | Away, name: string): string =>
    because === 'stopped' ? words.stopped : fill(words.lost[because], { name });
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
    notMade: (because: Broken): string => `${why(because)} ${words.notMade}`,
    /**
     * The words for a Save or Cancel that ended before it was pressed.
     * @param earlier the other of the two, where that one was pressed before
     */
    notPressed: (
      because: Broken | Away,
      name: string,
      earlier: 'save' | 'cancel' | undefined,
    ): string => {
      const first = typeof because === 'string' ? away(because, name) : reason(because);
      if (earlier === undefined) return `${first} ${words.notPressed}`;
      return `${first} ${fill(words.pressedBefore, { what: labelOf(earlier), name })}`;
    },
    /** The same before anything is done about it, while the token is still to be had. */
    outOfReach: (because: Away, name: string): string => `${away(because, name)} ${words.keptHere}`,
    /** The words for a document where an earlier Next was pressed and its token never came. */
    owed: (name: string): string => fill(words.owed, { name }),
    /** The words where it is not known what was done. */
    unreadable: (button: keyof WizardWords['unreadable'], name = ''): string =>
      fill(words.unreadable[button], { name }),
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
