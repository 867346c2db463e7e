import { startPointing } from './pointing.ts';
import type { Progress, Task } from './task.ts';

/** What the background asks of the page where a person is to show something. */
export type TeachCommand =
  { readonly do: 'teach'; readonly task: Task } | { readonly do: 'taught' | 'leave' };

/** `idle`: nobody is pointing at anything in this document. */
export type TeachAnswer = { readonly kind: 'idle' } | ({ readonly kind: 'progress' } & Progress);

/** The page part of pointing, in the extension's isolated world of one document. */
export const createTeachPage = (document: Document) => {
  let pointing: ReturnType<typeof startPointing> | null = null;
  return (command: TeachCommand): TeachAnswer => {
    switch (command.do) {
      case 'teach':
        pointing?.leave();
        pointing = startPointing(document, command.task);
        break;
      case 'leave':
        pointing?.leave();
        break;
      case 'taught':
    }
    return pointing ? { kind: 'progress', ...pointing.progress() } : { kind: 'idle' };
  };
};
