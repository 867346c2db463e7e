import * as z from 'zod';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { clip } from '../messages/block-kit.ts';
import type { Said } from '../messages/said.ts';

const MAX_LENGTH = 3000;
const MAX_NOTE = 400;
const MAX_NOTES = 6;

/** `field`: the one to be filled in, with which the note goes. */
const noteSchema = z.object({
  text: z.string(),
  mentions: z.array(z.string()).readonly().exactOptional(),
  field: z.enum(['tenantId', 'permissions', 'expiresOn']).optional(),
});

export type Note = Said & Pick<z.output<typeof noteSchema>, 'field'>;

/**
 * What a modal remembers from its opening to its submission, in Slack's keeping. It holds no secret
 * of the platform's. The `response_url` belongs to the person who typed the command.
 */
const metadataSchema = z.object({
  version: z.literal(2),
  /** Whose modal it is. */
  userId: z.string(),
  channel: z.string().nullable(),
  responseUrl: z.string().nullable(),
  /** Milliseconds since the epoch. */
  issuedAt: z.int().nonnegative(),
  /** When the form was drawn last, likewise: what it says of its end counts from then. */
  drawnAt: z.int().nonnegative().exactOptional(),
  /** The tenant whose "All tenants" stood to be chosen. */
  anchorId: z.string().optional(),
  language: z.enum(LANGUAGES),
  /** What stands above the form. */
  notes: z.array(noteSchema),
});

export type ModalMetadata = Omit<z.output<typeof metadataSchema>, 'version' | 'notes'> & {
  readonly notes: readonly Note[];
};

/** Writes a modal's `private_metadata`; notes that would not fit are left out. */
export const writeMetadata = (metadata: ModalMetadata): string => {
  const notes = metadata.notes
    .slice(0, MAX_NOTES)
    .map(({ text, ...note }) => ({ ...note, text: clip(text, MAX_NOTE) }));
  for (;;) {
    const text = JSON.stringify({ version: 2, ...metadata, notes });
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
