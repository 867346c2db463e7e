import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import * as z from 'zod/mini';
import { listenLocally } from '../../support/listen-locally.ts';

/** A token as the foreign cockpit holds it. */
export interface ForeignToken {
  readonly handle: string;
  readonly rights: readonly string[];
  kept: boolean;
}

const askedSchema = z.object({
  handle: z.string(),
  rights: z.array(z.string()),
  level: z.optional(z.string()),
});

const RIGHTS = ['Look', 'Alter', 'Append', 'Erase']
  .map((right) => `<label><input type="checkbox" name="${right}"> ${right}</label>`)
  .join('');

/** What stands in the place of the rights in a form that makes tokens in a form of its own, and saves none. */
const LEVEL =
  '<label>Level <select id="level" disabled><option>Team</option><option>All</option></select></label>';

const KEEPING = `<button type="button" id="retain">Retain</button> <button type="button" id="toss">Toss</button>`;

/** A form in words that no manual has. @param shut what a pointer meets where a button is disabled */
const pageWith = (
  fields: string,
  keeping: string,
  shut: 'button' | 'form',
): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Elsewhere</title><style>form label{display:block}[hidden]{display:none}
${shut === 'form' ? 'button:disabled{pointer-events:none}' : ''}</style>
<h1>Elsewhere</h1><ul id="list"></ul>
<button type="button" id="another">Another one</button>
<form id="form" hidden>
<p><label for="handle">Handle</label> <input id="handle"></p>
${fields}
<button type="button" id="Onward" disabled><span>Onward</span></button></form>
<section id="made" tabindex="-1" hidden><code id="token"></code>
${keeping}</section>
<script>
const $ = (id) => document.getElementById(id);
let token = '';
const list = async () => {
  const names = await (await fetch('/list')).json();
  $('list').replaceChildren(...names.map((name) => {
    const item = document.createElement('li');
    item.textContent = name;
    return item;
  }));
};
const send = (path, body) => fetch(path, { method: 'POST', body: JSON.stringify(body) });
$('handle').oninput = () => { $('Onward').disabled = $('handle').value === ''; };
$('another').onclick = () => { $('form').hidden = false; };
$('Onward').onclick = async () => {
  const rights = [...document.querySelectorAll('#form input:checked')].map((box) => box.name);
  const level = $('level')?.value;
  token = await (await send('/make', { handle: $('handle').value, rights, level })).text();
  // As many a dialog does, the first keeps the keyboard to itself.
  if (level && $('handle').value === 'One') setInterval(() => $('made').focus(), 30);
  $('form').reset();
  $('Onward').disabled = true;
  $('form').hidden = true;
  $('token').textContent = token;
  $('made').hidden = false;
  if (level) await list();
};
const end = async (path) => {
  await send(path, token);
  $('token').textContent = '';
  $('made').hidden = true;
  await list();
};
if ($('retain')) $('retain').onclick = () => end('/keep');
if ($('toss')) $('toss').onclick = () => end('/drop');
void list();
</script>`;

/** A cockpit that speaks no contract and no manual's words, and what was really made in it. */
export const startForeignCockpit = async () => {
  const tokens = new Map<string, ForeignToken>();
  const answer = (method: string, path: string, body: string): string | undefined => {
    if (path === '/') return pageWith(RIGHTS, KEEPING, 'form');
    if (path === '/own') return pageWith(LEVEL, '', 'button');
    if (path === '/list') {
      return JSON.stringify([
        'Day shift',
        ...[...tokens.values()].flatMap((each) => (each.kept ? each.handle : [])),
      ]);
    }
    if (method !== 'POST') return undefined;
    if (path === '/make') {
      const { level, ...asked } = askedSchema.parse(JSON.parse(body));
      const token = level
        ? `${level}:dev.${randomBytes(24).toString('hex')}`
        : randomBytes(32).toString('base64');
      tokens.set(token, { ...asked, kept: level !== undefined });
      return token;
    }
    const token = z.string().parse(JSON.parse(body));
    const made = tokens.get(token);
    if (made && path === '/keep') made.kept = true;
    if (made && path === '/drop') tokens.delete(token);
    return '';
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const text = answer(request.method ?? '', request.url ?? '', body);
      const type = /^\/(own)?$/.test(request.url ?? '') ? 'text/html' : 'text/plain';
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': type }).end(text);
    });
  });
  const port = await listenLocally(server);
  return {
    url: `http://elsewhere.localhost:${port}`,
    tokens,
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type ForeignCockpit = Awaited<ReturnType<typeof startForeignCockpit>>;
