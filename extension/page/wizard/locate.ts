import type { Description, Locator, Showable } from '../../../shared/cockpit/description.ts';
import { kindOf, MAYBE_CONTROL } from './kind-of.ts';
import { faceOf, nameOf } from './describe-control.ts';

/** What a description's locators found for one subject. */
export interface Located {
  readonly subject: Showable;
  readonly elements: readonly Element[];
}

const matching = (locator: Locator, all: readonly Element[]): Element[] => {
  switch (locator.by) {
    case 'name':
      return all.filter((element) => {
        const kind = element.matches(MAYBE_CONTROL) ? kindOf(element) : undefined;
        return kind === locator.kind && nameOf(element, kind).name === locator.name;
      });
    case 'attribute':
      return all.filter((element) => element.getAttribute(locator.attribute) === locator.value);
    case 'css':
      try {
        return all.filter((element) => element.matches(locator.selector));
      } catch {
        return [];
      }
  }
};

/** Finds what was pointed at: by the first locator that finds one thing alone, else all it found. */
export const locate = (
  all: readonly Element[],
  description: Pick<Description, 'controls' | 'left'>,
): Located[] => {
  const wanted = [
    ...Object.entries(description.controls),
    ...(description.left ?? []).map((locators) => ['left', locators] as const),
  ];
  return wanted.map(([subject, locators]) => {
    const found = (locators ?? []).map((locator) =>
      // A box may show itself by its label alone; what shows nothing is of another step.
      matching(locator, all).filter((element) => faceOf(element, kindOf(element) ?? 'button')),
    );
    const elements =
      found.find(({ length }) => length === 1) ?? found.find(({ length }) => length > 1);
    return { subject: subject as Showable, elements: elements ?? [] };
  });
};
