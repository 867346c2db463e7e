import type { Hono } from 'hono';
import type { Env, RequestContext } from '../http/env.ts';
import { COCKPIT_API, COCKPIT_API_ATTRIBUTE } from './cockpit-api-path.ts';
import type { ServedFile, ServedFiles } from './files.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const FOR_EVER = 'public, max-age=31536000, immutable';
const INDEX = '/index.html';

const send = (c: RequestContext, file: ServedFile, caching: string): Response =>
  c.body(file.body, 200, {
    'content-type': file.type,
    'content-security-policy': POLICY,
    'cache-control': caching,
  });

/** The page, told that its API is not the one of the contract. */
const withOwnApi = (index: ServedFile): ServedFile => {
  const html = new TextDecoder().decode(index.body);
  const told = html.replace('<html ', `<html ${COCKPIT_API_ATTRIBUTE}="${COCKPIT_API}" `);
  return { ...index, body: new Uint8Array(new TextEncoder().encode(told)) };
};

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Tenant</title><p>This tenant runs without its cockpit.';

/** The built cockpit on a tenant's URL: one page for every path of its own, and its assets. */
export const cockpitPages = (app: Hono<Env>, files: ServedFiles): void => {
  const page = (c: RequestContext): Response | Promise<Response> => {
    if (c.var.place.kind !== 'url') return c.notFound();
    const index = files.get(INDEX);
    if (index && c.var.place.tenant.keysOnly) return send(c, withOwnApi(index), 'no-cache');
    if (index) return send(c, index, 'no-cache');
    return c.html(NOT_BUILT, 200, { 'content-security-policy': POLICY });
  };
  app.get('/', page);
  app.get('/administration', page);
  app.get('/administration/*', page);
  app.get('*', (c, next) => {
    const file = files.get(c.req.path);
    if (!file || c.req.path === INDEX || c.var.place.kind !== 'url') return next();
    return Promise.resolve(
      send(c, file, c.req.path.startsWith('/assets/') ? FOR_EVER : 'no-cache'),
    );
  });
};
