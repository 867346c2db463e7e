import * as z from 'zod/mini';
import { storedDraftSchema } from '../../../shared/stored-request.ts';
import type { Draft } from '../../../shared/token-request.ts';
import { fieldErrorsSchema } from '../../channel/stored-flow.ts';
import type { FromLink } from './fill-from-link.ts';

/** What has become of a link. */
const fate = {
  /** The link's fragment, by which it is known again: the page keeps it in its address. */
  fragment: z.string(),
  /** The person went back to what was typed before. */
  left: z.boolean(),
  /** The id of the saved token that came of it. */
  made: z.nullable(z.string()),
};

const keptLinkSchema = z.object({
  ...fate,
  from: z.nullable(z.object({ person: z.string(), workspace: z.string() })),
  draft: storedDraftSchema,
  came: z.partial(storedDraftSchema),
  errors: fieldErrorsSchema,
  /** What was typed before; null for nothing. */
  before: z.nullable(storedDraftSchema),
  /** It was pasted into the form: the page's address holds another one, or none. */
  pasted: z.boolean(),
  /** Those that were taken before it, which other tabs still have in their addresses; the last one first. */
  earlier: z.array(z.object(fate)),
});

/** How many links are known again after the one that the form was filled in from. */
const MAX_EARLIER = 20;

/** A link that a form was filled in from, and what has become of it. */
export interface KeptLink
  extends
    FromLink,
    Readonly<Omit<z.output<typeof keptLinkSchema>, keyof FromLink | 'before' | 'earlier'>> {
  readonly before: Draft | null;
  readonly earlier: readonly TakenLink[];
}

/** A link that was taken, and what has become of it. */
export type TakenLink = Pick<KeptLink, keyof typeof fate>;

/** Reads what the store kept of a link; undefined for anything else. */
export const readKeptLink = (stored: unknown): KeptLink | undefined =>
  keptLinkSchema.safeParse(stored).data;

/** Every link that is known to have been taken, the last one first. */
const allTaken = (kept: KeptLink | undefined): readonly TakenLink[] =>
  kept ? [kept, ...kept.earlier] : [];

/** What has become of a link by now; undefined where it was never taken. */
export const takenLink = (kept: KeptLink | undefined, fragment: string): TakenLink | undefined =>
  allTaken(kept).find((each) => each.fragment === fragment);

/** Those taken before a link that comes now. */
export const earlierThan = (kept: KeptLink | undefined, fragment: string): readonly TakenLink[] =>
  allTaken(kept)
    .filter((each) => each.fragment !== fragment)
    .slice(0, MAX_EARLIER)
    .map(({ fragment, left, made }) => ({ fragment, left, made }));
