import type { ChainFault, Sound } from '../verify.ts';

/** What is wrong with a record, in a sentence for whoever runs the bot. */
export const sayFault = (fault: ChainFault): string => {
  switch (fault.kind) {
    case 'missing': {
      const { from, to } = fault;
      return from === to ? `Line ${from} is missing.` : `Lines ${from} to ${to} are missing.`;
    }
    case 'altered':
      return `Line ${fault.seq}, or the one before it, is not as it was written.`;
    case 'not_published':
      return `Line ${fault.seq} is not there with the hash that was noted down: lines were cut off at the end, or all was written anew.`;
  }
};

const PUBLISHED = {
  found: 'What was noted down is in it.',
  forgotten: 'What was noted down is older than all that is kept; it cannot be compared any more.',
  unasked: 'Note its head down elsewhere: only so is it found if lines are cut off at the end.',
} as const;

/** What there is of a sound record. */
export const saySound = ({ lines, first, head, published }: Sound): string => {
  if (lines === 0) return 'The record is empty.';
  return [
    `Sound: ${lines} ${lines === 1 ? 'line' : 'lines'}, from ${first} to ${head.seq}. ${PUBLISHED[published]}`,
    ...(first === 1 ? [] : [`Lines 1 to ${first - 1} were removed when their time was over.`]),
    `head ${head.seq}:${head.hash}`,
  ].join('\n');
};
