import type { Locator } from '../../../shared/cockpit/description.ts';
import { LOCATOR_ATTRIBUTES } from '../../../shared/cockpit/locator-attributes.ts';
import { nameOf } from '../wizard/describe-control.ts';
import { attributeOf, parentOf } from '../wizard/dom.ts';
import { HOLDING, kindOf } from '../wizard/kind-of.ts';
import { valueOf } from '../wizard/value-of.ts';

/** Ids that a toolkit makes anew for each page: counters, hashes, their own prefixes; and what says nothing. */
const GENERATED =
  /\d{3,}|[:«»]|^(mui|ant|css|el|rc|cdk|mat|radix|headlessui|react-aria|_r_|v-|ember|ng|input|__)[-_:]?|[-_]\d+$|[0-9a-f]{6,}|^[a-z]?\d+$|^(on|off)$/i;

const MAX_DEPTH = 8;

const stepOf = (element: Element): string => {
  const { id } = element;
  if (id !== '' && !GENERATED.test(id)) return `#${CSS.escape(id)}`;
  const siblings = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  const place = siblings.length > 1 ? `:nth-of-type(${siblings.indexOf(element) + 1})` : '';
  return CSS.escape(element.localName) + place;
};

/** The place of an element below the nearest ancestor that has a lasting id. */
const pathTo = (element: Element): string => {
  const steps: string[] = [];
  for (let at: Element | null = element; at && steps.length < MAX_DEPTH; at = at.parentElement) {
    const step = stepOf(at);
    steps.unshift(step);
    if (step.startsWith('#')) break;
  }
  return steps.join(' > ');
};

/** Ways to find a text again: never by what it says. */
export const placesOf = (element: Element): Locator[] =>
  locatorsFor(element).filter(({ by }) => by !== 'name');

/** Ways to find an element again, the most lasting first; its place comes last. */
export const locatorsFor = (element: Element): Locator[] => {
  const kind = kindOf(element);
  const own = kind ? nameOf(element, kind).name : '';
  // Some name a choice by what is chosen: that is no part of its name, and nobody else's to know.
  const value = kind && HOLDING.includes(kind) ? valueOf(element, kind) : '';
  const name = value !== '' && own.includes(value) ? '' : own;
  const attributes = LOCATOR_ATTRIBUTES.flatMap((attribute): Locator[] => {
    const value = attributeOf(element, attribute);
    const lasting = value !== '' && value.length <= 100 && !GENERATED.test(value);
    return lasting ? [{ by: 'attribute', attribute, value }] : [];
  });
  const inTree = parentOf(element) !== null;
  return [
    ...(kind && name !== '' ? [{ by: 'name' as const, kind, name }] : []),
    ...attributes.slice(0, 3),
    ...(inTree ? [{ by: 'css' as const, selector: pathTo(element).slice(0, 600) }] : []),
  ];
};
