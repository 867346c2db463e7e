import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import {
  ENDPOINTS,
  FIELDS,
  HEADERS,
  QUERY,
  TOKEN_FIELDS,
} from '../../../../shared/tenant-api/endpoints.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const THE_ONE_PLACE = 'shared/tenant-api/endpoints.ts';

/** The wire's names that are nobody else's word: `tenant_id` is, `name` is not. */
const NAMES = new Set(
  [...Object.values({ ...FIELDS, ...TOKEN_FIELDS }), QUERY].flatMap((names) =>
    Object.values<string>(names).filter((name) => name.includes('_')),
  ),
);

/** What is looked for inside longer texts too. */
const PIECES = [
  ...new Set(Object.values(ENDPOINTS).map(({ path }) => path.replace(/:id.*$/, ''))),
  ...Object.values(HEADERS),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every name and text in a syntax tree; comments are not part of it. */
const wordsIn = (node: unknown): string[] => {
  if (!isObject(node)) return [];
  const { type, value, cooked } = node;
  const own =
    (type === 'Identifier' || type === 'StringLiteral' || type === 'JSXText') &&
    typeof value === 'string'
      ? [value]
      : type === 'TemplateElement' && typeof cooked === 'string'
        ? [cooked]
        : [];
  return [...own, ...Object.values(node).flatMap(wordsIn)];
};

/** The wire's names in a source. */
const wireNamesIn = (source: string, tsx = false): string[] =>
  wordsIn(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' })).filter(
    (word) =>
      NAMES.has(word) || PIECES.some((piece) => word.toLowerCase().includes(piece.toLowerCase())),
  );

// Other wires than the platform's: the columns of the bot's own tables, and Slack's headers.
const OTHER_WIRES = /^bot\/(store|slack)\//;

const sources = globSync('{shared,extension,bot}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
  (path) => !path.endsWith('.d.ts') && !OTHER_WIRES.test(path),
);

describe('the search for the wire’s names', () => {
  it.each([
    ['a property', 'wire.tenant_id'],
    ['a key', 'const body = { expires_on: null }'],
    ['a key in quotes', "const body = { 'on_behalf_of': 1 }"],
    ['a text', "read(body, 'pending_until')"],
    ['a type', 'interface Wire { readonly time_zone: string }'],
    ['a shorthand', 'const { page_size } = query'],
    ['a template', 'fetch(`/api/v1/session?x=${1}`)'],
    ['a path', "fetch(origin + '/api/v1/api_tokens')"],
    ['a header', "headers['API-Key'] = key"],
    ['a header in an object', "const headers = { 'Idempotency-Key': key }"],
    ['an attribute', 'const field = <input name="tenant_id" />'],
  ])('finds %s', (_, source) => {
    expect(wireNamesIn(source, true)).toHaveLength(1);
  });

  it('does not mind comments, nor words of the core', () => {
    const source =
      "/** `expires_on` */ const code = 'too_long'; // tenant_id\nf(record.expiresOn);";
    expect(wireNamesIn(source)).toEqual([]);
  });

  it('finds them where they belong', () => {
    const found = new Set(wireNamesIn(readFileSync(join(ROOT, THE_ONE_PLACE), 'utf8')));
    for (const name of [...NAMES, ...Object.values(HEADERS)]) expect(found).toContain(name);
  });
});

describe('the wire’s names', () => {
  it.each(sources.filter((path) => path !== THE_ONE_PLACE))('do not stand in %s', (path) => {
    const source = readFileSync(join(ROOT, path), 'utf8');
    expect(wireNamesIn(source, path.endsWith('.tsx'))).toEqual([]);
  });

  it('were looked for in the core and in the faces', () => {
    expect(sources).toContain(THE_ONE_PLACE);
    expect(sources.filter((path) => path.startsWith('shared/')).length).toBeGreaterThan(20);
    for (const face of ['extension/', 'bot/']) {
      expect(sources.some((path) => path.startsWith(face))).toBe(true);
    }
  });
});
