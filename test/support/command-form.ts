import { TEXTS } from '../../bot/messages/texts.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';

type Problems = (typeof TEXTS)['en']['problems'];

const textsOf = (words: (problems: Problems) => readonly string[]): ReadonlySet<string> =>
  new Set(Object.values(TEXTS).flatMap(({ problems }) => words(problems)));

/** What is said where a busy machine misses the moment in which Slack lets a form open. */
const MISSED = textsOf(({ expired }) => [expired]);

/** What is said instead of a form; all else may answer an earlier press, and come late. */
const PROBLEMS = textsOf(Object.values);

/**
 * Does what opens a form, and waits for it; where its moment was missed, again. Never again for any other
 * reason: a second form would take the first one's place while that is being submitted.
 * @throws Error with what the bot says instead
 */
const untilForm = async (
  window: PersonWindow,
  ask: () => Promise<unknown>,
  isThere: () => boolean = () => window.modal()?.submit !== undefined,
): Promise<void> => {
  for (;;) {
    const before = window.ephemerals().length;
    await ask();
    const said = await window.until(() => {
      if (isThere()) return 'form';
      const fresh = window.ephemerals().slice(before);
      return fresh.find(({ words }) => PROBLEMS.has(words))?.words;
    });
    if (said === 'form') return;
    if (!MISSED.has(said)) throw new Error(said);
  }
};

/** Types a command and waits for the form. */
export const commandForm = (window: PersonWindow, channel: string, text: string): Promise<void> =>
  untilForm(window, () => window.command(channel, text));

/** Types a command and waits for what opens, a form or the word that one comes. */
export const commandModal = (window: PersonWindow, channel: string, text: string): Promise<void> =>
  untilForm(
    window,
    () => window.command(channel, text),
    () => window.modal() !== undefined,
  );

/** Presses a button that opens a form, where none is open, and waits for the form. */
export const pressForm = (
  window: PersonWindow,
  ...[place, button]: Parameters<PersonWindow['press']>
): Promise<void> => untilForm(window, () => window.press(place, button));

/** What a modal says until it is filled, in each language. */
export const LOADING: ReadonlySet<string> = new Set(
  Object.values(TEXTS).map(({ form }) => form.loading),
);

/**
 * What the bot says in place of a form. On a busy machine something opens at once, and the answer follows
 * in it.
 */
export const wordsInstead = async (window: PersonWindow): Promise<string> => {
  const { words } = await window.until(() => {
    const modal = window.modal();
    return modal && !LOADING.has(modal.words) ? modal : window.ephemerals().at(-1);
  });
  return words;
};
