import { err, ok, type Result } from '../../shared/result.ts';
import { type ChainedLine, type Head, hashOf, START } from '../store/audit/chain.ts';

/** What is wrong with a record, at the first place where something is. */
export type ChainFault =
  /** Lines are not where they belong, and no line says that their time was over. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** This line, or the one before it, is not as it was written. */
  | { readonly kind: 'altered'; readonly seq: number }
  /** What was published is not in this record: it was cut off at its end, or is another one. */
  | { readonly kind: 'not_published'; readonly seq: number };

/** A record in which nothing is missing and nothing is altered, as far as its own lines can say. */
export interface Sound {
  readonly lines: number;
  /** The first line that is still there. */
  readonly first: number;
  readonly head: Head;
  /** `forgotten`: what was published is older than all that is still there. */
  readonly published: 'found' | 'forgotten' | 'unasked';
}

/**
 * Looks whether each line follows from the one before. The first of a record whose older lines were removed
 * follows from what the line says with which they were.
 * @param pages the lines in their order
 * @param published a head that was noted down earlier, which has to be in the record still
 */
export const verifyChain = async (
  pages: AsyncIterable<readonly ChainedLine[]> | Iterable<readonly ChainedLine[]>,
  published?: Head,
): Promise<Result<Sound, ChainFault>> => {
  let first: ChainedLine | undefined;
  /** Whether the first line is known to follow from those that are gone. */
  let rooted = true;
  let head: Head = START;
  let lines = 0;
  let found: Sound['published'] = published ? 'forgotten' : 'unasked';

  const isPublished = ({ seq, hash }: Head): boolean => {
    if (seq !== published?.seq) return true;
    found = 'found';
    return hash === published.hash;
  };

  const faultAt = (line: ChainedLine): ChainFault | undefined => {
    const { seq, hash, anchor, detail } = line;
    if (!first) {
      first = line;
      rooted = seq === 1;
    } else if (seq !== head.seq + 1) {
      return seq > head.seq
        ? { kind: 'missing', from: head.seq + 1, to: seq - 1 }
        : { kind: 'altered', seq };
    }
    const follows = line === first && !rooted;
    if (!follows && hashOf(head.hash, seq, line) !== hash) return { kind: 'altered', seq };
    if (anchor !== null && anchor === first.seq - 1) {
      if (hashOf(detail ?? '', first.seq, first) !== first.hash) {
        return { kind: 'altered', seq: first.seq };
      }
      rooted = true;
      if (!isPublished({ seq: anchor, hash: detail ?? '' })) {
        return { kind: 'not_published', seq: anchor };
      }
    }
    if (!isPublished(line)) return { kind: 'not_published', seq };
    head = { seq, hash };
    lines += 1;
    return undefined;
  };

  for await (const page of pages) {
    for (const line of page) {
      const fault = faultAt(line);
      if (fault) return err(fault);
    }
  }
  if (first && !rooted) return err({ kind: 'missing', from: 1, to: first.seq - 1 });
  if (published && published.seq > head.seq) {
    return err({ kind: 'not_published', seq: published.seq });
  }
  return ok({ lines, first: first?.seq ?? 0, head, published: found });
};
