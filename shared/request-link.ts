import * as z from 'zod/mini';
import { forTexts } from './each-field.ts';
import { LINK_MARK } from './link-mark.ts';
import { PERMISSIONS } from './permissions.ts';
import type { TokenRequest } from './request-fields.ts';
import { err, ok, type Result } from './result.ts';
import { calendarDateSchema } from './token-request.ts';

/*
 * A request in the fragment of a tenant's own page, which no server sees: whoever may make tokens there
 * finds the form filled in. There is no secret in it. What it says is checked for its shape here, and
 * is not trusted: the rules of the form judge each value, and a person sees them before anything is made.
 */

/** The longest fragment, in characters, all of which are ASCII. */
export const MAX_FRAGMENT = 2048;

const VERSION = 1;
const MAX_TENANT = 100;
const MAX_WHO = 100;

/** A request as a link carries it. */
export interface LinkedRequest extends TokenRequest {
  /** Its name where the sender knows no id: a bot without an API has its tenants from the policy. */
  readonly tenantId: string;
  /** Its name beside an id, for a page that shows names and no ids. */
  readonly tenantName?: string | undefined;
  /** Whose request it is, and in which workspace they asked, as the sender has it; null for nobody's. */
  readonly from: { readonly person: string; readonly workspace: string } | null;
}

const texts = forTexts((_, { maxInAnswers }) => z.string().check(z.maxLength(maxInAnswers)));
const who = z.string().check(z.minLength(1), z.maxLength(MAX_WHO));

const tenant = z.string().check(z.minLength(1), z.maxLength(MAX_TENANT));

const linkSchema = z.strictObject({
  version: z.literal(VERSION),
  ...texts,
  tenantId: tenant,
  tenantName: z.optional(tenant),
  permissions: z
    .array(z.enum(PERMISSIONS))
    .check(z.maxLength(PERMISSIONS.length), ({ value, issues }) => {
      if (new Set(value).size < value.length) {
        issues.push({ code: 'custom', input: value, message: 'named twice' });
      }
    }),
  expiresOn: z.nullable(calendarDateSchema),
  from: z.nullable(z.strictObject({ person: who, workspace: who })),
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Half of a surrogate pair, which no UTF-8 can carry. */
const HALF = /\p{Cs}/u;

// Neither a browser nor Node is here, so the core brings its own UTF-8 and base64url.
const bytesOf = (text: string): readonly number[] =>
  Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^]/g), ([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) : Number.parseInt(hex, 16),
  );

const toBase64Url = (bytes: readonly number[]): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const count = third === undefined ? (second === undefined ? 2 : 3) : 4;
    for (let each = 0; each < count; each += 1) text += ALPHABET[(bits >> (18 - 6 * each)) & 63];
  }
  return text;
};

/** @returns undefined for what {@link toBase64Url} does not write, or for what is no UTF-8 */
const fromBase64Url = (text: string): string | undefined => {
  let bits = 0;
  let count = 0;
  let escaped = '';
  for (const char of text) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return undefined;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += `%${((bits >> count) & 255).toString(16).padStart(2, '0')}`;
    bits &= (1 << count) - 1;
  }
  // One way to write each text: no bits are left over.
  if (count >= 6 || bits !== 0) return undefined;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
};

/**
 * Writes a request as a fragment, `#tenant-token=…`.
 * @returns `too_long` where it does not fit, or `malformed` where a text is no Unicode
 */
export const writeRequestFragment = (
  request: LinkedRequest,
): Result<string, 'too_long' | 'malformed'> => {
  const { from, tenantId, tenantName, permissions, expiresOn } = request;
  const own = forTexts((field) => request[field]);
  // One that is too long for a link is left out: the id says enough where there are ids.
  const named = tenantName === undefined || tenantName.length > MAX_TENANT ? {} : { tenantName };
  const link = { version: VERSION, ...own, tenantId, ...named, permissions, expiresOn, from };
  const said = [...Object.values(own), ...Object.values(named), ...Object.values(from ?? {})];
  if (!linkSchema.safeParse(link).success || said.some((text) => HALF.test(text))) {
    return err('malformed');
  }
  const fragment = LINK_MARK + toBase64Url(bytesOf(JSON.stringify(link)));
  return fragment.length > MAX_FRAGMENT ? err('too_long') : ok(fragment);
};

/**
 * Reads a request out of a page's address, or out of a fragment alone.
 * @returns undefined where there is none; `malformed` where there is one that this version did not write
 */
export const readRequestFragment = (
  address: string,
): Result<LinkedRequest, 'malformed'> | undefined => {
  const at = address.indexOf(LINK_MARK);
  // A fragment is what comes after the first mark of one.
  if (at < 0 || address.indexOf('#') !== at) return undefined;
  if (address.length - at > MAX_FRAGMENT) return err('malformed');
  const text = fromBase64Url(address.slice(at + LINK_MARK.length));
  if (text === undefined) return err('malformed');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('malformed');
  }
  const read = linkSchema.safeParse(json);
  if (!read.success) return err('malformed');
  const { version: _version, ...request } = read.data;
  return ok(request);
};
