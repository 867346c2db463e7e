import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const RIGHTS = ['Look', 'Alter', 'Append', 'Erase'];

/** A form for keys in words that no manual has. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Greenhouse</title>
<link rel="icon" href="data:,"><style>
body{font:16px/1.5 system-ui,sans-serif;margin:32px 48px;color:#1d2a21;background:#f4f7f4}
h1{font-size:22px}form{display:grid;gap:14px;justify-items:start;max-width:420px;padding:20px;
background:#fff;border:1px solid #cfdad1;border-radius:8px}[hidden]{display:none}
form>label{display:grid;gap:4px}fieldset{border:1px solid #cfdad1;border-radius:6px}
fieldset label{margin-right:12px}input[type=text]{font:inherit;padding:6px 8px;width:300px}
button{font:inherit;padding:7px 16px;border:0;border-radius:6px;background:#2f6b45;color:#fff}
</style><h1>Greenhouse: keys for programs</h1>
<p><button type="button" id="another">Another key</button></p>
<form hidden><label>Handle <input type="text" id="handle"></label>
<fieldset><legend>What it may do</legend>${RIGHTS.map(
  (right) => `<label><input type="checkbox"> ${right}</label>`,
).join('')}</fieldset><button type="button" id="onward">Onward</button></form>
<script>document.querySelector('#another').onclick = () => {
  document.querySelector('form').hidden = false;
};</script>`;

/** Serves the page of a product that nobody here knows, at an address of its own. */
export const startForeignPage = async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://greenhouse.localhost:${port}`,
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
