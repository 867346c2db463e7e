import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import * as z from 'zod/mini';
import { isDate, orderOf } from './pages/date-text.ts';
import { type Lang, NOTHING, PERMISSION_WORDS, TENANTS, WORDS } from './pages/words.ts';
import type { Pages } from './start-cockpit-server.ts';
import type { TokenRecord } from './token-record.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface Socket {
  readonly lang: Lang;
  /** `typed`: the date is text. `switches`: the permissions are buttons that the server turns. */
  readonly shape: string;
  readonly form: URLSearchParams;
  readonly on: ReadonlySet<string>;
  readonly at: 'list' | 'form' | 'token';
  readonly made: { readonly id: string; readonly token: string } | null;
}

const list = ({ lang }: Socket, record: TokenRecord): string => {
  const saved = record.all().filter(({ state }) => state === 'saved');
  const rows = saved.length > 0 ? saved.map(({ name }) => name) : [NOTHING[lang]];
  return `<button phx-click="open">${WORDS[lang].open}</button>
    <ul>${rows.map((row) => `<li>${escape(row)}</li>`).join('')}</ul>`;
};

const dateField = ({ lang, shape, form }: Socket): string => {
  const value = form.get('expires') ?? '';
  if (shape !== 'typed') return `<input id="expires" type="date" name="expires" value="${value}">`;
  const wrong = value !== '' && !isDate(value, lang);
  return `<input id="expires" type="text" name="expires" value="${escape(value)}"
    phx-debounce="blur" aria-invalid="${wrong}">`;
};

const permissionField = ({ lang, shape, form, on }: Socket, word: string): string => {
  const label = WORDS[lang][word as (typeof PERMISSION_WORDS)[number]];
  if (shape === 'switches') {
    return `<div><span id="l-${word}">${label}</span><button type="button" role="switch"
      aria-labelledby="l-${word}" aria-checked="${on.has(word)}" phx-click="turn"
      phx-value-word="${word}">·</button></div>`;
  }
  const checked = form.getAll('permissions').includes(word) ? 'checked' : '';
  return `<label><input type="checkbox" name="permissions" value="${word}" ${checked}>
    ${label}</label>`;
};

const form = (socket: Socket): string => {
  const { lang, form } = socket;
  const words = WORDS[lang];
  const options = [words.all, ...TENANTS].map(
    (name) => `<option ${form.get('tenant') === name ? 'selected' : ''}>${escape(name)}</option>`,
  );
  return `<form id="token-form" phx-change="validate" phx-submit="next">
    <label for="name">${words.name}</label>
    <input id="name" type="text" name="name" value="${escape(form.get('name') ?? '')}" required>
    <label for="description">${words.description}</label>
    <input id="description" type="text" name="description" phx-debounce="300"
      value="${escape(form.get('description') ?? '')}">
    <label for="expires">${words.expires}</label>${dateField(socket)}
    <label for="tenant">${words.tenant}</label>
    <select id="tenant" name="tenant">${options.join('')}</select>
    <fieldset><legend>${words.permissions}</legend>
      ${PERMISSION_WORDS.map((word) => permissionField(socket, word)).join('')}</fieldset>
    <button type="submit">${words.next}</button>
    <button type="button" phx-click="cancel">${words.cancel}</button></form>`;
};

const shown = ({ lang, made }: Socket): string => `<p>${WORDS[lang].token}</p>
  <code>${made?.token ?? ''}</code>
  <button phx-click="save">${WORDS[lang].save}</button>
  <button phx-click="cancel">${WORDS[lang].cancel}</button>`;

const render = (socket: Socket, record: TokenRecord): string => {
  const body = {
    list: () => list(socket, record),
    form: () => form(socket),
    token: () => shown(socket),
  };
  return `<nav><a href="#api" aria-current="page">${WORDS[socket.lang].api}</a></nav>
    <div id="${socket.at}">${body[socket.at]()}</div>`;
};

/** A form's event comes as it would be posted, a button's with the button's own values. */
const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('form'), event: z.string(), value: z.string() }),
  z.object({
    type: z.literal('click'),
    event: z.string(),
    value: z.object({ word: z.optional(z.string()) }),
  }),
]);

const closed = (socket: Socket): Socket => ({
  ...socket,
  at: 'list',
  made: null,
  form: new URLSearchParams(),
  on: new Set(),
});

/** What the server's side of the view does at an event. */
const handle = (
  socket: Socket,
  { type, event, value }: z.infer<typeof eventSchema>,
  record: TokenRecord,
): Socket => {
  const form = new URLSearchParams(type === 'form' ? value : '');
  const word = type === 'click' ? (value.word ?? '') : '';
  switch (event) {
    case 'open':
      return { ...socket, at: 'form' };
    case 'validate':
      return { ...socket, form };
    case 'turn': {
      const on = new Set(socket.on);
      if (!on.delete(word)) on.add(word);
      return { ...socket, on };
    }
    case 'next': {
      const made = record.make({
        name: form.get('name') ?? '',
        description: form.get('description') ?? '',
        expires: form.get('expires') ?? '',
        order: socket.shape === 'typed' ? orderOf(socket.lang) : 'iso',
        tenant: form.get('tenant') ?? '',
        permissions: socket.shape === 'switches' ? [...socket.on] : form.getAll('permissions'),
      });
      return 'error' in made ? { ...socket, form } : { ...socket, at: 'token', made };
    }
    case 'save':
    case 'cancel':
      if (socket.made) record.finish(socket.made.id, event === 'save' ? 'saved' : 'cancelled');
      return closed(socket);
    default:
      return socket;
  }
};

const asked = (search: string): Socket => {
  const params = new URLSearchParams(search);
  const lang = (params.get('lang') ?? 'en') as Lang;
  const shape = params.get('shape') ?? '';
  return { ...closed({ lang, shape } as Socket), lang, shape };
};

/** The first document of a view, as a server renders it before the client connects. */
export const livePages =
  (script: string): Pages =>
  ({ url, record }) => {
    if (url.pathname === '/live/client.js') return { type: 'text/javascript', body: script };
    if (url.pathname !== '/live/') return undefined;
    const socket = asked(url.search);
    return {
      type: 'text/html',
      body: `<!doctype html><html lang="${socket.lang}"><head><meta charset="utf-8">
        <title>Cockpit</title><link rel="icon" href="data:,"></head><body>
        <div id="phx-1" data-phx-main data-phx-session="s" data-phx-static="t">${render(socket, record)}</div>
        <script src="/live/client.js"></script></body></html>`,
    };
  };

const messageSchema = z.tuple([
  z.nullable(z.string()),
  z.nullable(z.string()),
  z.string(),
  z.string(),
  z.unknown(),
]);

const joinSchema = z.object({ params: z.object({ search: z.string() }) });

/** For how long the server thinks before it answers an event, in ms. */
const THINKING_MS = 40;

/** And before it answers a join: until then the client drops each click in silence. */
const JOINING_MS = 400;

/** Speaks LiveView's protocol over a socket: a join is answered with the view, each event with a diff. */
export const liveUpgrade = (
  request: IncomingMessage,
  raw: Duplex,
  head: Buffer,
  record: TokenRecord,
): void => {
  const server = new WebSocketServer({ noServer: true });
  server.handleUpgrade(request, raw, head, (client) => {
    let view = asked('');
    client.on('message', (data) => {
      const text = (data as Buffer).toString();
      const [joinRef, ref, topic, kind, payload] = messageSchema.parse(JSON.parse(text));
      const reply = (response: unknown): void =>
        client.send(JSON.stringify([joinRef, ref, topic, 'phx_reply', { status: 'ok', response }]));
      // Without fixed parts of its own the whole view is one fixed part.
      const drawn = () => ({ s: [render(view, record)] });
      switch (kind) {
        case 'phx_join':
          view = asked(joinSchema.parse(payload).params.search);
          setTimeout(() => reply({ rendered: drawn(), liveview_version: '1.2.0' }), JOINING_MS);
          break;
        case 'event':
          view = handle(view, eventSchema.parse(payload), record);
          setTimeout(() => reply({ diff: drawn() }), THINKING_MS);
          break;
        default:
          reply({});
      }
    });
  });
};
