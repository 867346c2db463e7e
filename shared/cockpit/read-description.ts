import { err, ok, type Result } from '../result.ts';
import { type Description, descriptionSchema, MAX_DESCRIPTION_LENGTH } from './description.ts';

/** Why a file is none that can be used. */
export type DescriptionFault =
  'too_large' | 'no_json' | 'other_format' | 'other_version' | 'invalid';

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** Reads a description from a file's text. Nothing in it is believed before all of it was checked. */
export const readDescription = (text: string): Result<Description, DescriptionFault> => {
  if (text.length > MAX_DESCRIPTION_LENGTH) return err('too_large');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('no_json');
  }
  if (member(value, 'format') !== 'tenant-token-description') return err('other_format');
  if (member(value, 'version') !== 1) return err('other_version');
  const { data } = descriptionSchema.safeParse(value);
  return data && Object.keys(data.controls).length > 0 ? ok(data) : err('invalid');
};

/** A description as a file's text. */
export const writeDescription = (description: Description): string =>
  `${JSON.stringify(description, null, 2)}\n`;
