import type { Showable } from '../../../../shared/cockpit/description.ts';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { de } from './de.ts';
import { en, type TeachTexts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said, by language. */
export const TEACH_TEXTS: Readonly<Record<Language, TeachTexts>> = { en, de, it, fr };

const OWN_SKIPS = { open: 'skipOpen', save: 'skipSave' } as const;

const OWN_HINTS = { token: 'howToken', left: 'howLeft' } as const;

const OWN_WORDS = ['open', 'expiresOn', 'next', 'save', 'cancel', 'token', 'left'] as const;

/** What is said about showing where things are, in one language. */
export const composeTeachWords = (language: Language) => {
  const texts = TEACH_TEXTS[language];
  const { title, keys, toCard, wrong, noDate, noToken, frame, mayStay, stays, staysNot, skipAll } =
    texts;
  const { all, back, end, goOn, done } = texts;
  const label = (subject: Showable): string =>
    subject === 'token' || subject === 'left' ? '' : firstLabel(subject, language);
  return {
    /** What to point at. */
    place: (subject: Showable): string => {
      const own = OWN_WORDS.find((each) => each === subject);
      const box = (PERMISSIONS as readonly Showable[]).includes(subject);
      return fill(texts[own ?? (box ? 'box' : 'field')], { what: label(subject) });
    },
    skip: (subject: Showable): string =>
      texts[subject === 'open' || subject === 'save' ? OWN_SKIPS[subject] : 'skip'],
    afterwards: texts.afterwards,
    /** What the card in the page says besides. */
    texts: {
      title,
      keys,
      toCard,
      wrong,
      noDate,
      noToken,
      frame,
      mayStay,
      stays,
      staysNot,
      skipAll,
      all,
      back,
      end,
      goOn,
      done,
    },
    /** What the popup says before it begins. */
    offer: (subjects: readonly Showable[]) => {
      const [only, second] = subjects;
      const alone = second === undefined ? only : undefined;
      const hint =
        alone === undefined
          ? texts.how
          : fill(texts[alone === 'token' || alone === 'left' ? OWN_HINTS[alone] : 'howOne'], {
              what: label(alone),
            });
      return {
        label: texts.show,
        describe: texts.describe,
        hint,
        subjects,
      };
    },
    /** The popup's screen while it is under way. */
    under: (subjects: readonly Showable[]) => ({
      words: { title: texts.underTitle, text: texts.under },
      offer: { label: texts.goOn, describe: texts.describe, hint: '', subjects },
    }),
  };
};

export type TeachWords = ReturnType<typeof composeTeachWords>;
