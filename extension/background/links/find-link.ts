import { LINK_MARK } from '../../../shared/link-mark.ts';
import { TEXT_FIELDS } from '../../../shared/request-fields.ts';
import { type LinkedRequest, readRequestFragment } from '../../../shared/request-link.ts';

/** A link that was found in a text. */
export interface FoundLink {
  /** The origin of the page that it is for; null where it names none. */
  readonly page: string | null;
  readonly fragment: string;
  readonly request: LinkedRequest;
}

/** The address that a text ends with, however close to what stands before it. */
const ADDRESS = /^.*(https?:\/\/[^\s#]*)$/is;

const MARKED = new RegExp(`^${LINK_MARK}[\\w-]*`);

/** The origin of the page whose address comes before a fragment; undefined where none does. */
const pageOf = (before: string): string | null | undefined => {
  if (before === '') return null;
  const address = ADDRESS.exec(before)?.[1] ?? '';
  return URL.canParse(address) ? new URL(address).origin : undefined;
};

/**
 * Finds a link in the text of a field. Where something stood in it already, that is around the link, and
 * nothing but that it can be read tells where the link ends.
 * @returns undefined where there is none, or none that this version wrote
 */
export const findLink = (text: string): FoundLink | undefined => {
  const at = text.indexOf(LINK_MARK);
  const page = pageOf(text.slice(0, Math.max(at, 0)));
  const [marked = ''] = MARKED.exec(text.slice(at)) ?? [];
  if (page === undefined) return undefined;
  const shortest = marked.length - TEXT_FIELDS.name.max;
  for (let end = marked.length; end > 0 && end >= shortest; end -= 1) {
    const fragment = marked.slice(0, end);
    const read = readRequestFragment(fragment);
    if (read?.ok) return { page, fragment, request: read.value };
  }
  return undefined;
};
