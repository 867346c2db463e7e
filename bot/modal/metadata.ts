import * as z from 'zod';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { clip } from '../messages/block-kit.ts';

const MAX_LENGTH = 3000;
const MAX_NOTE = 200;
const MAX_NOTES = 6;

/**
 * What a modal remembers from its opening to its submission, in Slack's keeping. It holds no secret
 * of the platform's. The `response_url` belongs to the person who typed the command.
 */
const metadataSchema = z.object({
  version: z.literal(1),
  /** Whose modal it is. */
  userId: z.string(),
  channel: z.string().nullable(),
  responseUrl: z.string().nullable(),
  /** Milliseconds since the epoch. */
  issuedAt: z.int().nonnegative(),
  language: z.enum(LANGUAGES),
  /** What stands above the form. */
  notes: z.array(z.string()),
});

export type ModalMetadata = Omit<z.output<typeof metadataSchema>, 'version'>;

/** Writes a modal's `private_metadata`; notes that would not fit are left out. */
export const writeMetadata = (metadata: ModalMetadata): string => {
  const notes = metadata.notes.slice(0, MAX_NOTES).map((note) => clip(note, MAX_NOTE));
  for (;;) {
    const text = JSON.stringify({ version: 1, ...metadata, notes });
    if (text.length <= MAX_LENGTH) return text;
    if (notes.pop() === undefined) throw new RangeError('private_metadata is too long');
  }
};

/** Reads it back. @returns undefined for what this version did not write */
export const readMetadata = (text: string): ModalMetadata | undefined => {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
