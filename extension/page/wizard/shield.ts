import { elementsOf } from './dom.ts';
import { listenIn } from './listen.ts';
import { raiseOverlay } from './overlay.ts';

/** What the shield says, in the person's language, and how it looks: what is sent weighs nothing in a page. */
export interface ShieldTexts {
  readonly title: string;
  readonly step: string;
  readonly stop: string;
  /** CSS, for its shadow root. */
  readonly style: string;
}

/** A shield goes by itself where nobody looks at the page any more: whoever raised it is gone. */
const ALONE_MS = 10_000;

const BLOCKED =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick contextmenu touchstart touchend wheel keydown keypress keyup beforeinput paste drop';

/**
 * A veil over the page while it is being filled in: it says what is done, takes a person's clicks and
 * keys before they get lost in a half-filled form, and can be stopped.
 */
export const createShield = (document: Document) => {
  let up: ReturnType<typeof raise> | null = null;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    stopped = true;
    lower();
  };

  const block = (event: Event): void => {
    // What this extension does itself is not trusted; what a person does is.
    if (!event.isTrusted) return;
    // No `instanceof`: a frame's events are of another realm.
    const { key } = event as Partial<KeyboardEvent>;
    const isOwn = up !== null && event.composedPath().includes(up.host);
    if (event.type === 'keydown' && key === 'Escape') stop();
    if (isOwn && event.type !== 'wheel' && (key === undefined || key === 'Enter' || key === ' ')) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const lower = (): void => {
    clearTimeout(timer);
    up?.host.remove();
    up?.listening.end();
    up = null;
  };

  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    is: Partial<HTMLElementTagNameMap[Tag]>,
  ): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), is);

  const raise = (texts: ShieldTexts) => {
    const raised = raiseOverlay(document, 'tenant-token-shield', texts.style);
    const veil = make('div', { className: 'veil' });
    const card = make('div', { className: 'card', role: 'alertdialog', ariaLabel: texts.title });
    const title = make('b', { textContent: texts.title });
    const line = make('p', { role: 'status' });
    const button = make('button', { type: 'button', textContent: texts.stop });
    button.addEventListener('click', (event) => {
      if (event.isTrusted) stop();
    });
    card.append(title, line, button);
    veil.append(card);
    raised.root.append(veil);
    return {
      ...raised,
      veil,
      line,
      button,
      listening: listenIn(document, BLOCKED.split(' '), block),
    };
  };

  const renew = (elements = elementsOf(document)): void => {
    if (!up) return;
    up.listening.renew(elements);
    up.stay(elements);
    clearTimeout(timer);
    timer = setTimeout(lower, ALONE_MS);
  };

  return {
    isStopped: () => stopped,
    /** Called at each look: where it is up, it stays. */
    renew,
    /** Shows, or says what is done now; at the start of a run `fresh` forgets an earlier stop. */
    show: (texts: ShieldTexts, fresh: boolean): void => {
      if (fresh) stopped = false;
      if (stopped) return;
      const isUp = up !== null;
      up ??= raise(texts);
      renew();
      if (!isUp) up.button.focus({ preventScroll: true });
      up.line.textContent = texts.step;
    },
    lower,
    /** Runs something as if the shield were not there. */
    aside: <T>(work: () => T): T => {
      const veil = up?.veil;
      if (veil) veil.style.pointerEvents = 'none';
      try {
        return work();
      } finally {
        if (veil) veil.style.pointerEvents = '';
      }
    },
  };
};
