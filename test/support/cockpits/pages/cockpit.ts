import type { Sent } from '../token-record.ts';
import { type Lang, MANY_TENANTS, NOTHING, TENANTS, WORDS, type Words } from './words.ts';

/** What a form is given by the cockpit around it. */
export interface Around {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly lang: Lang;
  readonly tenants: readonly string[];
  /** What was asked for in the address: a shape, say. */
  readonly shape: string;
  /** The permissions that are chosen before anybody has touched the form. */
  readonly chosen: readonly string[];
  /** Next: makes a token on the server. @returns the token */
  readonly next: (sent: Sent) => Promise<string>;
  /** Save or Cancel, for a token or before there is one; then the list is there again. */
  readonly finish: (verb: 'save' | 'cancel') => Promise<void>;
}

/** Draws the form and whatever comes after it. @returns what takes it away again */
type Form = (around: Around) => (() => void) | undefined;

/** Makes an element. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const post = async (path: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return answer.json();
};

/** Shapes with a list of permissions, in which one is chosen from the start. */
const LISTS = ['list', 'collapsed', 'chips'];

/** Draws the list of tokens with "Create" beside it, and the form at a click. @returns what takes all away again */
const drawCockpit = (form: Form): (() => void) => {
  const asked = new URLSearchParams(location.search);
  const lang = (asked.get('lang') ?? 'en') as Lang;
  const words = WORDS[lang];
  const shape = asked.get('shape') ?? '';
  document.documentElement.lang = lang;
  const here = element('a', { href: '#api', 'aria-current': 'page' }, words.api);
  const list = element('ul');
  const icon = shape === 'icon';
  const open = icon
    ? element('button', { type: 'button' }, element('i', { class: 'fa fa-plus' }))
    : element('button', { type: 'button' }, words.open);
  const root = element('div', { style: 'padding: 8px' });
  const parts = [element('nav', {}, here), open, list, root];
  document.body.append(...parts);

  const refresh = async (): Promise<void> => {
    const names = (await (await fetch('/api/tokens')).json()) as string[];
    const rows = names.length > 0 ? names : [NOTHING[lang]];
    list.replaceChildren(...rows.map((row) => element('li', {}, row)));
  };
  let takeAway: (() => void) | undefined;
  open.addEventListener('click', () => {
    open.hidden = true;
    let id: string | undefined;
    const around: Around = {
      root: root.appendChild(element('div')),
      words,
      lang,
      tenants: shape === 'many' ? MANY_TENANTS : TENANTS,
      shape,
      chosen: LISTS.includes(shape) ? ['write'] : [],
      next: async (sent) => {
        const made = (await post('/api/tokens', sent)) as { id?: string; token?: string };
        id = made.id;
        return made.token ?? '';
      },
      finish: async (verb) => {
        if (id !== undefined) await post(`/api/tokens/${id}/${verb}`, {});
        takeAway?.();
        root.replaceChildren();
        open.hidden = false;
        await refresh();
      },
    };
    takeAway = form(around);
  });
  void refresh();
  return () => {
    takeAway?.();
    for (const part of parts) part.remove();
  };
};

/** The page around a form, which is drawn anew where its address changes without a load. */
export const startCockpit = (form: Form): void => {
  let takeAway = drawCockpit(form);
  addEventListener('popstate', () => {
    takeAway();
    takeAway = drawCockpit(form);
  });
};
