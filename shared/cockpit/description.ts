import * as z from 'zod/mini';
import { SUBJECTS } from './labels.ts';
import { LOCATOR_ATTRIBUTES } from './locator-attributes.ts';

/** What a person can point at, besides what has a label: where the token stands. */
export const POINTABLE = [...SUBJECTS, 'token'] as const;

export type Pointable = (typeof POINTABLE)[number];

/** What a person can show besides: a field that stays as the page sets it. */
export const SHOWABLE = [...POINTABLE, 'left'] as const;

export type Showable = (typeof SHOWABLE)[number];

/** A file with a description is no longer than this, in characters. */
export const MAX_DESCRIPTION_LENGTH = 50_000;

/**
 * What a control can be called: no markup, and nothing that cannot be seen, or that turns the text
 * around it about.
 */
const NAME = /^(?![^]*<[A-Za-z/!?])[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u;

const name = z.string().check(z.minLength(1), z.maxLength(300), z.regex(NAME));

const IDENTIFIER = String.raw`(?:[A-Za-z0-9_\-]|[^\p{ASCII}\p{Cc}]|\\[0-9a-fA-F]{1,6} |\\[^\n\r\f0-9a-fA-F])+`;
const STEP = String.raw`#?${IDENTIFIER}(?::nth-of-type\([1-9]\d{0,3}\))?`;

/** A place below an element with a lasting id, or below the page's: steps, and nothing that acts. */
const SELECTOR = new RegExp(`^${STEP}(?: > ${STEP}){0,11}$`, 'u');

/** Ways to find one control again, tried in order; each names a control and can do nothing else. */
export const locatorSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('name'),
    kind: z.string().check(z.regex(/^[a-z]{1,20}$/)),
    name,
  }),
  z.strictObject({
    by: z.literal('attribute'),
    attribute: z.enum(LOCATOR_ATTRIBUTES),
    value: name,
  }),
  z.strictObject({
    by: z.literal('css'),
    selector: z.string().check(z.minLength(1), z.maxLength(600), z.regex(SELECTOR)),
  }),
]);

export type Locator = z.infer<typeof locatorSchema>;

/** How many ways to one control are kept. */
export const MAX_LOCATORS = 6;

/** How many fields may stay as the page sets them. */
export const MAX_LEFT = 8;

const locators = z.array(locatorSchema).check(z.minLength(1), z.maxLength(MAX_LOCATORS));

/** What was pointed at on one origin's pages, as it is remembered, exported and imported. */
export const descriptionSchema = z.strictObject({
  format: z.literal('tenant-token-description'),
  version: z.literal(1),
  /** Compared with the page's own origin before anything is used. */
  origin: z
    .string()
    .check(
      z.maxLength(300),
      z.regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$|^https?:\/\/\[[0-9a-f:]+\](?::\d{1,5})?$/),
    ),
  controls: z.partialRecord(z.enum(POINTABLE), locators),
  /** Fields of the form that stay as the page sets them, since nothing is asked for there. */
  left: z.optional(z.array(locators).check(z.maxLength(MAX_LEFT))),
  /** What the form does not have: the popup asks for none of it, and a form that has it is refused. */
  without: z.optional(z.array(z.enum(POINTABLE)).check(z.maxLength(POINTABLE.length))),
});

/** A description of one origin's wizard. It names controls and holds no value. */
export type Description = z.infer<typeof descriptionSchema>;

/** What a person has shown of a form. */
export interface ShownForm {
  readonly controls: Description['controls'];
  readonly lacking?: readonly Pointable[];
  readonly left?: NonNullable<Description['left']>;
}

/** A description with what was shown since. */
export const withShown = (
  origin: string,
  before: Description | null,
  { controls, lacking = [], left: more = [] }: ShownForm,
): Description => {
  // What is shown once more takes no other's place.
  const left = [
    ...new Map(
      [...(before?.left ?? []), ...more].map((each) => [JSON.stringify(each), each]),
    ).values(),
  ].slice(-MAX_LEFT);
  const known = Object.entries({ ...before?.controls, ...controls });
  const without = POINTABLE.filter(
    (each) =>
      lacking.includes(each) || (before?.without?.includes(each) && controls[each] === undefined),
  );
  return {
    format: 'tenant-token-description',
    version: 1,
    origin,
    controls: Object.fromEntries(known.filter(([each]) => !lacking.some((no) => no === each))),
    ...(left.length > 0 ? { left } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
};
