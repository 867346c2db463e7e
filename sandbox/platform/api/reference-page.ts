import { createRequire } from 'node:module';
import type { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { readServedFile, type ServedFiles } from '../pages/files.ts';
import { DOCUMENT_PATH } from './document.ts';

/** Where the API's interactive reference is. */
const REFERENCE_PATH = '/api/docs';

const ASSETS = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'] as const;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Tenant API</title>
    <link rel="icon" href="${REFERENCE_PATH}/favicon-32x32.png" />
    <link rel="stylesheet" href="${REFERENCE_PATH}/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${REFERENCE_PATH}/swagger-ui-bundle.js"></script>
    <script src="${REFERENCE_PATH}/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '${DOCUMENT_PATH}',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const installed = createRequire(import.meta.url);

/** Reads Swagger UI's files, which are installed beside this program. */
export const readReferenceAssets = async (): Promise<ServedFiles> =>
  new Map(
    await Promise.all(
      ASSETS.map(async (name) => {
        const path = installed.resolve(`swagger-ui-dist/${name}`);
        return [name, await readServedFile(path)] as const;
      }),
    ),
  );

/** The interactive reference page, with nothing from elsewhere. */
export const referencePage = (app: Hono<Env>, assets: ServedFiles): void => {
  app.get(REFERENCE_PATH, (c) =>
    c.html(PAGE, 200, { 'content-security-policy': POLICY, 'cache-control': 'no-cache' }),
  );
  app.get(`${REFERENCE_PATH}/start.js`, (c) =>
    c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  for (const [name, { body, type }] of assets) {
    app.get(`${REFERENCE_PATH}/${name}`, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=3600' }),
    );
  }
};
