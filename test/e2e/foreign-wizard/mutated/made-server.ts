import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { bundle } from '../../../support/cockpits/bundle.ts';
import { startCockpitServer } from '../../../support/cockpits/start-cockpit-server.ts';

const PAGE = fileURLToPath(new URL('page/draw-page.ts', import.meta.url));

const sentSchema = z.object({
  name: z.string(),
  description: z.string(),
  expiresOn: z.nullable(z.string()),
  /** Null where the form had no such field. */
  tenant: z.nullable(z.string()),
  permissions: z.array(z.string()),
  /** Whatever else was set that nobody asked for. */
  more: z.array(z.string()),
});

/** What was really made, as the server got it. */
export type Made = z.infer<typeof sentSchema> & {
  readonly token: string;
  state: 'pending' | 'saved' | 'cancelled';
};

/** What the server was asked for since the last page. */
export interface Held {
  readonly made: readonly Made[];
  /** So often something else than the wizard was saved. */
  readonly astray: number;
}

/** Serves an empty page that can draw itself, and holds what is made on it. */
export interface MadeServer {
  readonly url: string;
  /** What was asked for so far. */
  readonly held: () => Held;
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

const SHELL = `<!doctype html>
<html><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head>
<body></body><script src="/page.js"></script></html>`;

const DONE = { type: 'text/plain', body: '' } as const;

/** Starts it on loopback. Each browser takes its own: what one makes is not the other's. */
export const startMadeServer = async (): Promise<MadeServer> => {
  const script = await bundle(PAGE);
  let made: Made[] = [];
  let astray = 0;
  const server = await startCockpitServer(({ url: { pathname }, body }) => {
    switch (pathname) {
      case '/':
        return { type: 'text/html', body: SHELL };
      case '/page.js':
        return { type: 'text/javascript', body: script };
      case '/make': {
        const token = randomBytes(32).toString('base64');
        made.push({ ...sentSchema.parse(JSON.parse(body)), token, state: 'pending' });
        return { type: 'text/plain', body: token };
      }
      case '/settings':
        astray += 1;
        return DONE;
      case '/save':
      case '/cancel': {
        const last = made.at(-1);
        if (last) last.state = pathname === '/save' ? 'saved' : 'cancelled';
        return DONE;
      }
    }
    return undefined;
  });
  return {
    url: server.url,
    held: () => ({ made, astray }),
    clear: () => {
      made = [];
      astray = 0;
    },
    close: server.close,
  };
};
