import type { Result } from '../../shared/result.ts';
import { type LinkedRequest, readRequestFragment } from '../../shared/request-link.ts';

const MARK = '#tenant-token=';

/** A link as Slack may have it: in angle brackets, with a label. */
const bare = (word: string): string => word.replace(/^<|>$/g, '').replace(/\|.*$/, '');

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
  if (!text.includes(MARK)) return undefined;
  const words = text.split(' ').filter((word) => word !== '');
  const link = words.find((word) => word.includes(MARK)) ?? '';
  const request = readRequestFragment(bare(link)) ?? ({ ok: false, error: 'malformed' } as const);
  const others = words.filter((word) => word !== link);
  return { request, others: request.ok ? others : [MARK, ...others] };
};
