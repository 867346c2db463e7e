import * as z from 'zod/mini';
import { SUBJECTS } from './labels.ts';
import { LOCATOR_ATTRIBUTES } from './locator-attributes.ts';

/** What a person can point at, besides what has a label: where the token stands. */
export const POINTABLE = [...SUBJECTS, 'token'] as const;

export type Pointable = (typeof POINTABLE)[number];

const short = z.string().check(z.minLength(1), z.maxLength(300));

/**
 * Ways to find one control again, tried in order; each names a control and can do nothing else.
 * `>>>` in a selector goes into a shadow root.
 */
export const locatorSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name'), kind: z.string().check(z.maxLength(20)), name: short }),
  z.strictObject({
    by: z.literal('attribute'),
    attribute: z.enum(LOCATOR_ATTRIBUTES),
    value: short,
  }),
  z.strictObject({
    by: z.literal('css'),
    selector: z.string().check(z.minLength(1), z.maxLength(600)),
  }),
]);

export type Locator = z.infer<typeof locatorSchema>;

const locators = z.array(locatorSchema).check(z.minLength(1), z.maxLength(6));

/** What was pointed at on one origin's pages, as it is remembered, exported and imported. */
export const descriptionSchema = z.strictObject({
  format: z.literal('tenant-token-description'),
  version: z.literal(1),
  /** Compared with the page's own origin before anything is used. */
  origin: z.string().check(z.maxLength(300), z.regex(/^https?:\/\/[^/\s]+$/)),
  /** Where the way to the wizard begins: a path on the origin, if it has one of its own. */
  startAt: z.optional(z.string().check(z.maxLength(500), z.regex(/^\/(?!\/)/))),
  controls: z.partialRecord(z.enum(POINTABLE), locators),
  /** Whether a second press completes the token; without it the token works after the first. */
  hasSave: z.boolean(),
  /** An origin, for *Try it* and the curl line. */
  apiUrl: z.optional(z.string().check(z.maxLength(300))),
});

/** A description of one origin's wizard. It names controls and holds no value. */
export type Description = z.infer<typeof descriptionSchema>;
