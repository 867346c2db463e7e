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
 * Types a command and waits for the form; where its moment was missed, again. Never again for any other
 * reason: a second form would take the first one's place while that is being submitted.
 * @throws Error with what the bot says instead
 */
export const commandForm = async (
  window: PersonWindow,
  channel: string,
  text: string,
): Promise<void> => {
  for (;;) {
    const before = window.ephemerals().length;
    await window.command(channel, text);
    const said = await window.until(() => {
      if (window.modal()?.submit) return 'form';
      const fresh = window.ephemerals().slice(before);
      return fresh.find(({ words }) => PROBLEMS.has(words))?.words;
    });
    if (said === 'form') return;
    if (!MISSED.has(said)) throw new Error(said);
  }
};
