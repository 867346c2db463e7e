import type { Draft } from './request-fields.ts';

/** Something of a form. */
export type PartOfDraft = { readonly [Key in keyof Draft]?: Draft[Key] | undefined };

/** Whether a form holds in one field what another, or a part of one, does. */
export const isAlike = (one: PartOfDraft, other: Draft, key: keyof Draft): boolean =>
  String(one[key]) === String(other[key]);

/** Whether two forms hold the same. */
export const isSameDraft = (one: Draft, other: Draft): boolean =>
  (Object.keys(one) as (keyof Draft)[]).every((key) => isAlike(one, other, key));
