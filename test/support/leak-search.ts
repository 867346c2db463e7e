import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Something a run leaves behind, to be searched. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where a piece of a token stands, and in which form. */
export interface Leak {
  readonly place: string;
  readonly form: string;
  readonly offset: number;
}

interface Form {
  readonly name: string;
  readonly bytes: Buffer;
  /** How many bytes in a row are a leak. */
  readonly piece: number;
}

/** A leak is any piece of the token that is this long, or as long in another form. */
const PIECE = 16;

const escaped = (token: string, escape: (character: string) => string): Buffer =>
  Buffer.from(token.replaceAll(/[+/=]/g, escape));

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');

/** Base64 of a text depends on where in a group of three it begins; its edges depend on the rest. */
const base64At = (token: string, shift: number): string => {
  const encoded = Buffer.from('\0'.repeat(shift) + token).toString('base64');
  return encoded.slice(shift === 0 ? 0 : 4, -4);
};

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

const formsOf = (token: string): Form[] => {
  const raw = Buffer.from(token, 'base64');
  const texts: readonly [string, string | Buffer][] = [
    ['raw', token],
    ['base64url', urlSafe(token)],
    ['percent-encoded', escaped(token, (each) => `%${hex(each).toUpperCase()}`)],
    ['percent-encoded in lower case', escaped(token, (each) => `%${hex(each)}`)],
    ['JSON with escaped slashes', token.replaceAll('/', String.raw`\/`)],
    ['JSON with code points', escaped(token, (each) => String.raw`\u00${hex(each)}`)],
    ['HTML', escaped(token, (each) => `&#${each.charCodeAt(0)};`)],
    ['HTML in hexadecimal', escaped(token, (each) => `&#x${hex(each).toUpperCase()};`)],
    ...[0, 1, 2].flatMap((shift): [string, string][] => [
      [`base64-encoded (${shift})`, base64At(token, shift)],
      [`base64url-encoded (${shift})`, urlSafe(base64At(token, shift))],
    ]),
  ];
  return [
    ...texts.map(([name, text]) => ({ name, bytes: Buffer.from(text), piece: PIECE })),
    { name: 'UTF-16', bytes: Buffer.from(token, 'utf16le'), piece: 2 * PIECE },
    {
      name: 'hexadecimal',
      bytes: Buffer.from(Buffer.from(token).toString('hex')),
      piece: 2 * PIECE,
    },
    { name: 'decoded', bytes: raw, piece: (PIECE * 3) / 4 },
    {
      name: 'decoded, hexadecimal',
      bytes: Buffer.from(raw.toString('hex')),
      piece: (PIECE * 3) / 2,
    },
  ];
};

const runLength = (
  form: Buffer,
  at: number,
  place: Buffer,
  found: number,
  step: 1 | -1,
): number => {
  let length = 0;
  while (
    form[at + length * step] !== undefined &&
    form[at + length * step] === place[found + length * step]
  ) {
    length += 1;
  }
  return length;
};

/** A part of a form that any leak of it holds. */
interface Part {
  readonly form: Form;
  readonly at: number;
  readonly length: number;
}

/** The parts by their first four bytes, and a sieve that lets nearly nothing else through. */
interface Parts {
  readonly byStart: ReadonlyMap<number, readonly Part[]>;
  readonly sieve: Uint8Array;
}

const SIEVE = 0x10000;

const sieved = (start: number): number => (start ^ (start >>> 16)) & (SIEVE - 1);

const partsOf = (forms: readonly Form[]): Parts => {
  const byStart = new Map<number, Part[]>();
  const sieve = new Uint8Array(SIEVE);
  for (const form of forms) {
    // Whatever piece is there, it holds one of the form's parts of half its length.
    const length = Math.floor(form.piece / 2);
    for (let at = 0; at + length <= form.bytes.length; at += length) {
      const start = form.bytes.readInt32LE(at);
      const known = byStart.get(start) ?? [];
      byStart.set(start, [...known, { form, at, length }]);
      sieve[sieved(start)] = 1;
    }
  }
  return { byStart, sieve };
};

/** @returns where the piece begins that a part at an offset belongs to, or undefined for no leak */
const pieceAt = (
  { form: { bytes, piece }, at, length }: Part,
  place: Buffer,
  offset: number,
): number | undefined => {
  const after = runLength(bytes, at, place, offset, 1);
  if (after < length) return undefined;
  const before = runLength(bytes, at - 1, place, offset - 1, -1);
  return before + after >= piece ? offset - before : undefined;
};

/** Looks at each byte of a place once. */
const findForms = ({ byStart, sieve }: Parts, place: Buffer): ReadonlyMap<Form, number> => {
  const finds = new Map<Form, number>();
  let start = 0;
  for (let end = 0; end < place.length; end += 1) {
    start = (start >>> 8) | ((place[end] ?? 0) << 24);
    if (end < 3 || sieve[sieved(start)] === 0) continue;
    for (const part of byStart.get(start) ?? []) {
      if (finds.has(part.form)) continue;
      const offset = pieceAt(part, place, end - 3);
      if (offset !== undefined) finds.set(part.form, offset);
    }
  }
  return finds;
};

/**
 * Searches what a run left behind for a token: raw, percent-, JSON-, HTML- and base64-encoded, as
 * UTF-16, in hexadecimal and decoded, and for any piece of it that is 16 characters long.
 * @returns the first find of each form in each place; empty is good
 */
export const findLeaks = (token: string, places: readonly Place[]): Leak[] => {
  const forms = formsOf(token);
  const parts = partsOf(forms);
  return places.flatMap(({ name: place, bytes }) => {
    const finds = findForms(parts, bytes);
    return forms.flatMap((form) => {
      const offset = finds.get(form);
      return offset === undefined ? [] : [{ place, form: form.name, offset }];
    });
  });
};

/** A text as a place to search. */
export const textPlace = (name: string, text: string): Place => ({
  name,
  bytes: Buffer.from(text),
});

/**
 * Reads files to search.
 * @param path a file, or a folder with all that is under it; what goes away meanwhile is left out
 * @throws where there is nothing
 */
export const readPlaces = async (path: string): Promise<Place[]> => {
  if ((await stat(path)).isFile()) return [{ name: path, bytes: await readFile(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<Place[]> => {
      const name = join(entry.parentPath, entry.name);
      try {
        return [{ name, bytes: await readFile(name) }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    });
  return (await Promise.all(places)).flat();
};
