import type { Description, Showable } from '../../../shared/cockpit/description.ts';
import { calledLikely, inListOf, kindsOf, mayLack } from '../../../shared/cockpit/taught.ts';
import type { Task } from '../../page/teach/task.ts';
import type { TeachWords } from './words/compose-teach-words.ts';

/** What a page is given to have its controls shown, in words. */
export const taskFor = (
  { place, afterwards, skip, texts }: TeachWords,
  subjects: readonly Showable[],
  { at, shown }: Pick<Task, 'at' | 'shown'>,
  known: Description | null = null,
): Task => {
  const several = subjects.length > 1;
  return {
    wanted: subjects.map((subject) => ({
      subject,
      text: place(subject),
      kinds: kindsOf(subject),
      labels: calledLikely(subject),
      inList: several ? inListOf(subject) : [],
      skip: (several || subject === 'save') && mayLack(subject) ? skip(subject) : '',
      afterwards: several && subject === 'open' ? afterwards : '',
    })),
    texts,
    at,
    shown,
    ...(known && !several ? { known } : {}),
  };
};
