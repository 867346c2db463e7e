import { bare } from '../../../shared/cockpit/bare-label.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { withLabels } from '../wizard/accessible-name.ts';
import { datePartsAround } from '../wizard/date-parts.ts';
import { checkedOf, faceOf, nameOf } from '../wizard/describe-control.ts';
import { around, type Elements, elementsOf, holds, OWN, parentOf } from '../wizard/dom.ts';
import { isCovered, middleOf } from '../wizard/hit-test.ts';
import { isBox, kindOf, MAYBE_CONTROL } from '../wizard/kind-of.ts';
import { locate } from '../wizard/locate.ts';
import { isEmpty } from '../wizard/value-of.ts';
import type { Wanted } from './task.ts';

interface Control {
  readonly element: Element;
  readonly kind: ControlKind;
}

const controlsIn = ({ fitting }: Elements, kinds: readonly ControlKind[]): readonly Control[] =>
  fitting(MAYBE_CONTROL).flatMap((element) => {
    const kind = kindOf(element);
    return kind && kinds.includes(kind) && faceOf(element, kind) ? [{ element, kind }] : [];
  });

/** Whether a person could press it, but for the card. */
const isFree = ({ element, kind }: Control): boolean => {
  const face = faceOf(element, kind) ?? element;
  const { x, y } = middleOf(face);
  const top = face.ownerDocument.elementFromPoint(x, y);
  return !isCovered(face, element) || (top !== null && OWN.has(top));
};

type Parts = Pick<Description, 'controls' | 'left'>;

/**
 * The only control that its label names, that nothing of the page's lies over, and that was not shown as
 * another part of the form; it still takes a person to say that it is the one.
 */
export const likely = (
  document: Document,
  { subject, kinds, labels }: Wanted,
  shown: Parts,
): Element | null => {
  if (labels.length === 0) return null;
  const page = elementsOf(document);
  const named = withLabels(page, () => {
    const others = locate(page, shown).flatMap((each) =>
      each.subject === subject ? [] : each.elements,
    );
    return controlsIn(page, kinds).filter(
      (each) =>
        labels.includes(bare(nameOf(each.element, each.kind).name)) &&
        !others.includes(each.element) &&
        isFree(each),
    );
  });
  const [only, second] = named;
  return only && !second ? only.element : null;
};

/** Something is chosen there, or typed, or nobody can tell. */
const isSaid = ({ element, kind }: Control): boolean =>
  isBox(kind) ? checkedOf(element, kind) !== false : isEmpty(element, kind) === false;

/** What the form is filled in with besides what was shown of it: the page set it, and it may have to stay. */
export const setByPage = (
  document: Document,
  kinds: readonly ControlKind[],
  shown: Parts,
): readonly Element[] => {
  const page = elementsOf(document);
  const found = withLabels(page, () => locate(page, shown));
  const of = (wanted: string): Element | undefined =>
    found.find(({ subject }) => subject === wanted)?.elements[0];
  const [name, next, date] = [of('name'), of('next'), of('expiresOn')];
  if (!name || !next) return [];
  let form = parentOf(name);
  while (form && !holds(form, next)) form = parentOf(form);
  const known = new Set(found.flatMap(({ elements }) => elements));
  for (const part of date ? datePartsAround(date) : []) known.add(part);
  const said = withLabels(page, () => controlsIn(page, kinds)).filter(
    (each) => form && holds(form, each.element) && !known.has(each.element) && isSaid(each),
  );
  // A toolkit's box around a real one is the same box.
  const boxes = around([...said.map(({ element }) => element), ...known]);
  return said.flatMap(({ element }) => (boxes.has(element) ? [] : element));
};
