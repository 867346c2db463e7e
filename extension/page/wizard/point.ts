import type { Locator } from '../../../shared/cockpit/description.ts';
import { parentOf } from './dom.ts';
import { MAYBE_CONTROL } from './kind-of.ts';
import { locatorsFor } from './locators-for.ts';
import { raiseOverlay } from './overlay.ts';

/** How pointing ended, or that it goes on. */
export type Pointed =
  | { readonly kind: 'pointing' }
  | { readonly kind: 'left' }
  | { readonly kind: 'shown'; readonly locators: readonly Locator[] };

const STYLE = `:host{all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:none}
.box{position:fixed;border:3px solid #0b57d0;border-radius:5px;
background:rgb(11 87 208/.12)}
p{position:fixed;left:50%;bottom:24px;transform:translateX(-50%);margin:0;
max-width:90vw;padding:12px 16px;border-radius:10px;color-scheme:light dark;
background:light-dark(#fff,#22262c);color:light-dark(#1a1d21,#f2f4f6);
font:15px/1.4 system-ui,sans-serif}`;

const controlAround = (element: Element): Element => {
  for (
    let at: Element | null = element, level = 0;
    at && level < 5;
    at = parentOf(at), level += 1
  ) {
    if (at.matches(MAYBE_CONTROL)) return at;
    if (at.localName === 'label' && (at as HTMLLabelElement).control) {
      return (at as HTMLLabelElement).control as Element;
    }
  }
  return element;
};

const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
] as const;

/**
 * Lets a person show one control: what the pointer or the focus is on is marked, one click or Enter
 * shows it, Escape leaves. The page hears nothing of it.
 */
export const createPointer = (document: Document) => {
  let ended: Pointed = { kind: 'left' };
  let end = (): void => undefined;

  const start = (text: string): void => {
    end();
    ended = { kind: 'pointing' };
    const { host, root } = raiseOverlay(document, 'tenant-token-pointer', STYLE);
    const box = document.createElement('div');
    box.className = 'box';
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = text;
    root.append(box, line);
    let over: Element | null = null;

    const mark = (element: Element | null): void => {
      over = element && controlAround(element);
      const { left, top, width, height } = over?.getBoundingClientRect() ?? new DOMRect();
      Object.assign(box.style, {
        display: over ? 'block' : 'none',
        left: `${left - 4}px`,
        top: `${top - 4}px`,
        width: `${width + 2}px`,
        height: `${height + 2}px`,
      });
    };
    const show = (): void => {
      if (over) ended = { kind: 'shown', locators: locatorsFor(over) };
      end();
    };
    const innermost = (event: Event): Element | null =>
      (event.composedPath().find((each) => 'localName' in each) as Element | undefined) ?? null;
    const swallow = (event: Event): void => {
      if (!event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'click') {
        mark(innermost(event));
        show();
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape') {
        ended = { kind: 'left' };
        end();
      } else if (event.key === 'Enter') show();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onOver = (event: Event): void => mark(innermost(event));
    for (const type of SWALLOWED) window.addEventListener(type, swallow, true);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointermove', onOver, true);
    window.addEventListener('focusin', onOver, true);
    end = () => {
      for (const type of SWALLOWED) window.removeEventListener(type, swallow, true);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointermove', onOver, true);
      window.removeEventListener('focusin', onOver, true);
      host.remove();
      end = () => undefined;
    };
    mark(document.activeElement === document.body ? null : document.activeElement);
  };

  return {
    start,
    /** The state of the pointing; asked again and again by whoever started it. */
    state: (): Pointed => ended,
    leave: (): void => {
      ended = { kind: 'left' };
      end();
    },
  };
};
