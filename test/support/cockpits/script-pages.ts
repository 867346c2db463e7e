import type { Pages } from './start-cockpit-server.ts';

const page = (script: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Cockpit</title><link rel="icon" href="data:,"></head>
  <body style="margin: 0"><script src="${script}"></script></body>
</html>`;

/**
 * Cockpits that one script draws, each at a path of its own.
 * @param scripts the bundled script, by the cockpit's name
 */
export const scriptPages =
  (scripts: Readonly<Record<string, string>>): Pages =>
  ({ url: { pathname } }) => {
    const [, name = '', file] = pathname.split('/');
    const script = scripts[name];
    if (script === undefined) return undefined;
    return file === 'cockpit.js'
      ? { type: 'text/javascript', body: script }
      : { type: 'text/html', body: page(`/${name}/cockpit.js`) };
  };
