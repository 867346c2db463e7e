import type { Description, Locator, Showable } from '../../../shared/cockpit/description.ts';
import type { Shown, Task } from './task.ts';

/** What was shown so far; of fields that stay as they are there may be several. */
export const createShownParts = ({ shown, known }: Pick<Task, 'shown' | 'known'>) => {
  let parts: readonly Shown[] = shown;
  return {
    all: (): readonly Shown[] => parts,
    put: (subject: Showable, locators: readonly Locator[], lacking: boolean): void => {
      const others = parts.filter((each) => subject === 'left' || each.subject !== subject);
      parts = [...others, { subject, locators, lacking }];
    },
    drop: (...subjects: readonly Showable[]): void => {
      parts = parts.filter(({ subject }) => !subjects.includes(subject));
    },
    /** Where the parts of the form are that are known by now. */
    known: (): Pick<Description, 'controls' | 'left'> => {
      const there = parts.filter(({ locators }) => locators.length > 0);
      const left = there.filter(({ subject }) => subject === 'left');
      const controls = there.filter(({ subject }) => subject !== 'left');
      return {
        controls: {
          ...known?.controls,
          ...Object.fromEntries(controls.map((each) => [each.subject, [...each.locators]])),
        },
        left: [...(known?.left ?? []), ...left.map(({ locators }) => [...locators])],
      };
    },
  };
};
