import * as z from 'zod';

/** Which petition a modal is about, and where its button was pressed. Neither is trusted with anything. */
const metadataSchema = z.object({
  version: z.literal(1),
  petitionId: z.string().regex(/^[\w-]{1,64}$/),
  channel: z.string().nullable(),
});

export type PetitionMetadata = Omit<z.output<typeof metadataSchema>, 'version'>;

/** Writes a modal's `private_metadata`. */
export const writePetitionMetadata = ({ petitionId, channel }: PetitionMetadata): string =>
  JSON.stringify({ version: 1, petitionId, channel });

/** Reads it back. @returns undefined for what this version did not write */
export const readPetitionMetadata = (text: string): PetitionMetadata | undefined => {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
