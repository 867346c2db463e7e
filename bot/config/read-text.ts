import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * What a file's bytes say: UTF-8, or what its byte order mark says, as some editors and PowerShell write
 * it. The mark is left out.
 * @returns the text, or why there is none
 */
export const decodeText = (bytes: Uint8Array): Result<string, string> => {
  const { encoding } = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte)) ?? {
    encoding: 'utf-8',
  };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? err('holds zero bytes: save it as UTF-8, or with a byte order mark')
      : ok(text);
  } catch {
    return err('is not text in UTF-8: save it as UTF-8');
  }
};

const within = (bytes: Uint8Array, maxBytes: number): Result<string, string> =>
  bytes.length > maxBytes ? err('is too large') : decodeText(bytes);

/** The same as {@link readText}, without holding anything up. */
export const readTextLater = async (
  file: string,
  maxBytes: number,
): Promise<Result<string, string>> => {
  try {
    return within(await readFile(file), maxBytes);
  } catch {
    return err('cannot be read');
  }
};

/**
 * Reads a text file.
 * @param maxBytes what is larger is not read
 * @returns its text, or why there is none, as the end of a sentence about the file
 */
export const readText = (file: string, maxBytes: number): Result<string, string> => {
  try {
    return within(readFileSync(file), maxBytes);
  } catch {
    return err('cannot be read');
  }
};
