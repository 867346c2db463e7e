import * as z from 'zod/mini';
import type { PartOfDraft } from '../../../shared/same-draft.ts';
import type { Draft } from '../../../shared/token-request.ts';
import { storedDraftSchema } from '../../../shared/stored-request.ts';

const keptLinkSchema = z.object({
  /** The link's fragment, by which it is known again: the page keeps it in its address. */
  fragment: z.string(),
  from: z.nullable(z.object({ person: z.string(), workspace: z.string() })),
  /** What of the form came from it. */
  came: z.partial(storedDraftSchema),
  /** What was typed before; null for nothing. */
  before: z.nullable(storedDraftSchema),
  /** The person went back to that. */
  left: z.boolean(),
  /** The id of the saved token that came of it. */
  made: z.nullable(z.string()),
});

/** A link that a form was filled in from, and what has become of it. */
export interface KeptLink extends Readonly<
  Omit<z.output<typeof keptLinkSchema>, 'came' | 'before'>
> {
  readonly came: PartOfDraft;
  readonly before: Draft | null;
}

/** Reads what the store kept of a link; undefined for anything else. */
export const readKeptLink = (stored: unknown): KeptLink | undefined =>
  keptLinkSchema.safeParse(stored).data;
