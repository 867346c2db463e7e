import type { Hono } from 'hono';
import { html } from 'hono/html';
import { originsOf } from '../hosts.ts';
import type { Env } from '../http/env.ts';

const POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** On this machine's own address: where the tenants are. */
export const indexPage = (app: Hono<Env>): void => {
  app.get('/', (c, next) => {
    if (c.var.place.kind !== 'loopback') return next();
    const { tree, world } = c.var;
    const rows = [...tree.values()].map((tenant) => {
      const { url, apiUrl } = originsOf(tenant, world.port());
      return html`<tr>
        <td>${tenant.name}</td>
        <td><a href="${url}">${url}</a></td>
        <td><a href="${apiUrl}/api/docs">${apiUrl}</a></td>
      </tr>`;
    });
    const page = html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>Tenants on this machine</title>
        </head>
        <body>
          <h1>Tenants on this machine</h1>
          <table>
            <thead>
              <tr>
                <th>Tenant</th>
                <th>URL</th>
                <th>API URL</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </body>
      </html>`;
    return Promise.resolve(c.html(page, 200, { 'content-security-policy': POLICY }));
  });
};
