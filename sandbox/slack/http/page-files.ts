import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { Env } from './env.ts';

interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The page's files by path: what is not among them cannot be asked for. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const INDEX = '/index.html';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Workspace</title><p>This workspace runs without its page.';

/** Reads the built page. @param folder undefined for none */
export const readPageFiles = async (folder: string | undefined): Promise<PageFiles> => {
  if (folder === undefined) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = `/${relative(folder, path).split(sep).join('/')}`;
      const body = new Uint8Array(await readFile(path));
      return [name, { body, type: getMimeType(path) ?? 'application/octet-stream' }] as const;
    });
  return new Map(await Promise.all(files));
};

/** The page at `/`, and what it loads. */
export const pageRoutes = (app: Hono<Env>, files: PageFiles): void => {
  const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
  app.get('/', (c) => {
    const index = files.get(INDEX);
    return index
      ? c.body(index.body, 200, { ...headers, 'content-type': index.type })
      : c.html(NOT_BUILT, 200, headers);
  });
  app.get('*', (c, next) => {
    const file = files.get(c.req.path);
    if (!file) return next();
    return Promise.resolve(c.body(file.body, 200, { ...headers, 'content-type': file.type }));
  });
};
