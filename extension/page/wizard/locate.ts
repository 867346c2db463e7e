import type { Description, Locator, Showable } from '../../../shared/cockpit/description.ts';
import { faceOf, nameOf } from './describe-control.ts';
import { attributeOf, type Elements } from './dom.ts';
import { kindOf, MAYBE_CONTROL } from './kind-of.ts';

/** What a description's locators found for one subject. */
export interface Located {
  readonly subject: Showable;
  readonly elements: readonly Element[];
}

const matching = (locator: Locator, { fitting }: Elements): readonly Element[] => {
  switch (locator.by) {
    case 'name':
      return fitting(MAYBE_CONTROL).filter((element) => {
        const kind = kindOf(element);
        return kind === locator.kind && nameOf(element, kind).name === locator.name;
      });
    case 'attribute':
      return fitting(`[${locator.attribute}]`).filter(
        (element) => attributeOf(element, locator.attribute) === locator.value,
      );
    case 'css':
      try {
        return fitting(locator.selector);
      } catch {
        return [];
      }
  }
};

/** Finds what was pointed at: by the first locator that finds one thing alone, else all it found. */
export const locate = (
  elements: Elements,
  description: Pick<Description, 'controls' | 'left'>,
): Located[] => {
  const wanted = [
    ...Object.entries(description.controls),
    ...(description.left ?? []).map((locators) => ['left', locators] as const),
  ];
  return wanted.map(([subject, locators]) => {
    const found = (locators ?? []).map((locator) =>
      // A box may show itself by its label alone; what shows nothing is of another step.
      matching(locator, elements).filter((element) => faceOf(element, kindOf(element) ?? 'button')),
    );
    const one = found.find(({ length }) => length === 1) ?? found.find(({ length }) => length > 1);
    return { subject: subject as Showable, elements: one ?? [] };
  });
};
