import { LINK_MARK } from '../../shared/link-mark.ts';
import type { Result } from '../../shared/result.ts';
import { type LinkedRequest, readRequestFragment } from '../../shared/request-link.ts';

/** A link as Slack may have it: in angle brackets, with a label. */
const bare = (word: string): string => word.replace(/^<|>$/g, '').replace(/\|.*$/, '');

/** Whether a word is the beginning of a link that was cut off within its mark: all that it says is lost. */
const isCutWithinMark = (word: string): boolean => {
  const [, fragment] = /^https?:\/\/.*(#[^#]*?)[.…]*$/iu.exec(bare(word)) ?? [];
  return fragment !== undefined && LINK_MARK.startsWith(fragment);
};

/** What a link in a command's words says, and the words beside it. */
export interface LinkInWords {
  readonly request: Result<LinkedRequest, 'malformed'>;
  /** As they were typed, for what is not read beside a link. */
  readonly others: readonly string[];
}

/**
 * A request link, or its fragment alone, among the words after `create`.
 * @param text as Slack sends it, in one line
 * @returns undefined where there is none
 */
export const linkInWords = (text: string): LinkInWords | undefined => {
  const words = text.split(' ').filter((word) => word !== '');
  const link = words.find((word) => word.includes(LINK_MARK)) ?? words.find(isCutWithinMark);
  if (link === undefined) return undefined;
  const request = readRequestFragment(bare(link)) ?? ({ ok: false, error: 'malformed' } as const);
  const others = words.filter((word) => word !== link);
  return { request, others: request.ok ? others : [LINK_MARK, ...others] };
};
