import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
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

// Of a pipe without a writer the opening alone would take for ever. Windows has no such flag.
const WITHOUT_WAITING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

const CANNOT = err('cannot be read');

/** Why something is no file that can be read whole and again; undefined where it is one. */
const otherThanFile = (stats: Stats): string | undefined => {
  if (stats.isFile()) return undefined;
  return stats.isDirectory() ? 'is a folder, not a file' : 'is a pipe or a device, not a file';
};

const CHUNK = 65_536;

/** Gathers what is read of a file. @returns `add`: whether there may be more */
const gathering = (maxBytes: number) => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    add: (chunk: Uint8Array): boolean => {
      chunks.push(chunk);
      length += chunk.length;
      return chunk.length > 0 && length <= maxBytes;
    },
    text: (): Result<string, string> =>
      length > maxBytes
        ? err(`is too large: ${maxBytes.toLocaleString('en')} bytes at most`)
        : decodeText(Buffer.concat(chunks)),
  };
};

/** The same as {@link readText}, without holding anything up. */
export const readTextLater = async (
  file: string,
  maxBytes: number,
): Promise<Result<string, string>> => {
  try {
    const handle = await open(file, WITHOUT_WAITING);
    try {
      const other = otherThanFile(await handle.stat());
      if (other !== undefined) return err(other);
      const gathered = gathering(maxBytes);
      for (;;) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK));
        if (!gathered.add(buffer.subarray(0, bytesRead))) return gathered.text();
      }
    } finally {
      await handle.close();
    }
  } catch {
    return CANNOT;
  }
};

const readPiece = (opened: number): Uint8Array => {
  const chunk = Buffer.alloc(CHUNK);
  return chunk.subarray(0, readSync(opened, chunk));
};

/** For whoever writes into a pipe, in milliseconds: a password manager may ask a person first. */
const WRITER_MS = 60_000;
const PAUSE_MS = 20;

const isEmptyYet = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/** Reads a pipe piece by piece. @returns undefined where nobody writes into it in time */
const pipeReader = (opened: number): (() => Uint8Array | undefined) => {
  const late = performance.now() + WRITER_MS;
  let begun = false;
  return () => {
    while (performance.now() < late) {
      try {
        const piece = readPiece(opened);
        // Before its writer has come, a pipe is at its end too.
        if (piece.length > 0 || begun) {
          begun = true;
          return piece;
        }
      } catch (error) {
        if (!isEmptyYet(error)) throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
    return undefined;
  };
};

const readNow = (file: string, maxBytes: number, pipesToo: boolean): Result<string, string> => {
  let opened: number | undefined;
  try {
    const handle = (opened = openSync(file, WITHOUT_WAITING));
    const stats = fstatSync(handle);
    const fromPipe = pipesToo && stats.isFIFO();
    const other = fromPipe ? undefined : otherThanFile(stats);
    if (other !== undefined) return err(other);
    const readMore = fromPipe ? pipeReader(handle) : () => readPiece(handle);
    const gathered = gathering(maxBytes);
    for (;;) {
      const piece = readMore();
      if (!piece) return err('is a pipe into which nobody writes');
      if (!gathered.add(piece)) return gathered.text();
    }
  } catch {
    return CANNOT;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};

/**
 * Reads a text file.
 * @param maxBytes what is larger is not read
 * @returns its text, or why there is none, as the end of a sentence about the file
 */
export const readText = (file: string, maxBytes: number): Result<string, string> =>
  readNow(file, maxBytes, false);

/**
 * The same for what is read once, as a process starts: a pipe too, as a shell gives with `<(…)`. It waits for
 * whoever writes, and holds up everything else.
 */
export const readTextOnce = (file: string, maxBytes: number): Result<string, string> =>
  readNow(file, maxBytes, true);
