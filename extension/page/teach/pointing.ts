import type { Showable } from '../../../shared/cockpit/description.ts';
import type { ControlKind } from '../../../shared/cockpit/observation.ts';
import { allElements, isVisible, textIn } from '../wizard/dom.ts';
import { kindOf, MAYBE_CONTROL } from '../wizard/kind-of.ts';
import { type CardContent, raiseCard } from './card.ts';
import { controlAt, innermost } from './control-at.ts';
import { locatorsFor, placesOf } from './locators-for.ts';
import type { Progress, Task } from './task.ts';

const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'dragstart',
  'drop',
  'paste',
  'keypress',
  'keyup',
  'beforeinput',
] as const;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/**
 * Lets a person show controls, one after the other: what the pointer or the keyboard is on is marked,
 * one click or Enter shows it, Escape leaves. The page hears nothing of it.
 */
export const startPointing = (document: Document, task: Task) => {
  const { wanted, texts } = task;
  const view = document.defaultView ?? window;
  let { at } = task;
  const shown = new Map(task.shown.map((each) => [each.subject, each]));
  let ended: Progress['ended'] = null;
  /** The person does something in the page now, which hears them. */
  let paused = false;
  let over: Element | null = null;
  let card = raiseCard(document);

  /** Whether a text is wanted, which is no control. */
  const isText = (): boolean => wanted[at]?.kinds.length === 0;
  const meant = (element: Element): Element => (isText() ? element : controlAt(element));
  const kind = (element: Element): ControlKind => kindOf(element) ?? 'button';
  const fits = (element: Element): boolean =>
    element !== document.body &&
    element !== document.documentElement &&
    (isText() || (wanted[at]?.kinds.includes(kind(element)) ?? false));

  const mark = (element: Element | null): void => {
    over = element;
    card.mark(element, element !== null && !fits(element));
  };

  const end = (how: 'done' | 'left'): void => {
    ended = how;
    for (const type of SWALLOWED) view.removeEventListener(type, swallow, true);
    view.removeEventListener('keydown', onKey, true);
    view.removeEventListener('pointermove', onOver, true);
    view.removeEventListener('focusin', onOver, true);
    view.removeEventListener('scroll', follow, true);
    card.lower();
  };

  const content = (): CardContent => {
    const { title, keys, all } = texts;
    const now = wanted[at];
    const back = { text: texts.back, press: () => go(at - (paused ? 0 : 1)) };
    const leave = { text: texts.end, press: () => end('left') };
    const step = `${Math.min(at + 1, wanted.length)} / ${wanted.length}`;
    const backs = at > 0 || paused ? [back] : [];
    if (!now) {
      const done = { text: texts.done, main: true, press: () => end('done') };
      return { title, step, text: all, hint: '', buttons: [done, ...backs, leave] };
    }
    if (paused) {
      const on = { text: texts.goOn, main: true, press: () => go(at + 1) };
      return {
        title,
        step,
        text: now.afterwards,
        hint: texts.toCard,
        buttons: [on, ...backs, leave],
      };
    }
    const skip = now.skip === '' ? [] : [{ text: now.skip, press: () => without(now.subject) }];
    return { title, step, text: now.text, hint: keys, buttons: [...skip, ...backs, leave] };
  };

  const go = (to: number): void => {
    at = Math.max(to, 0);
    paused = false;
    card.say(content());
    mark(at < wanted.length && over?.isConnected ? over : null);
    // There is nothing left to point at but the card's own button.
    if (at >= wanted.length) card.buttons()[0]?.focus({ preventScroll: true });
  };

  const without = (subject: Showable): void => {
    shown.set(subject, { subject, locators: [], lacking: true });
    go(at + 1);
  };

  const show = (): void => {
    const now = wanted[at];
    if (!now || !over) return;
    if (!fits(over)) {
      card.hint(texts.wrong);
      return;
    }
    const { subject } = now;
    shown.set(subject, {
      subject,
      locators: isText() ? placesOf(over) : locatorsFor(over),
      lacking: false,
    });
    if (now.afterwards === '') {
      go(at + 1);
      return;
    }
    paused = true;
    mark(null);
    card.say(content());
  };

  const isOwn = (event: Event): boolean =>
    event.target === card.host || event.composedPath().includes(card.host);

  const still = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const swallow = (event: Event): void => {
    // A key that was pressed on the card has done what it does there.
    const ofCard = event instanceof KeyboardEvent && card.focused() !== null;
    if (!event.isTrusted || ((paused || isOwn(event)) && !ofCard)) return;
    still(event);
    if (event.type !== 'click') return;
    const target = innermost(event);
    if (target) mark(meant(target));
    show();
  };

  /** Marks the next control, or goes to the card's buttons after the last. */
  const move = (by: number): void => {
    const isWanted = (each: Element): boolean =>
      isText()
        ? textIn(each).length > 15 && each.childElementCount === 0
        : each.matches(MAYBE_CONTROL);
    const controls = allElements(document).filter((each) => isWanted(each) && isVisible(each));
    const buttons = card.buttons();
    const count = controls.length + buttons.length;
    const inCard = buttons.findIndex((each) => each === card.focused());
    const from = inCard >= 0 ? controls.length + inCard : over ? controls.indexOf(over) : -1;
    const to = (from + by + (from < 0 && by < 0 ? 1 : 0) + count) % count;
    const control = controls[to];
    if (!control) {
      mark(null);
      buttons[to - controls.length]?.focus({ preventScroll: true });
      return;
    }
    buttons[inCard]?.blur();
    control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(control);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape' && (!paused || isOwn(event))) {
      still(event);
      end('left');
      return;
    }
    if (event.key === 'F6') {
      still(event);
      card.buttons()[0]?.focus({ preventScroll: true });
      return;
    }
    if (card.focused() && (event.key === 'Enter' || event.key === ' ')) {
      still(event);
      if (!event.repeat) card.press();
      return;
    }
    if (paused || event.key === 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.repeat && event.key === 'Enter') {
      still(event);
      return;
    }
    const by = STEPS[event.key];
    if (by === undefined && isOwn(event)) return;
    still(event);
    if (by !== undefined) move(by);
    else if (event.key === 'Enter') show();
  };

  const onOver = (event: Event): void => {
    if (!event.isTrusted || paused) return;
    const target = innermost(event);
    if (target && !isOwn(event)) mark(meant(target));
    else if (event.type === 'focusin') mark(null);
  };

  const follow = (): void => {
    if (over) mark(over.isConnected ? over : null);
  };

  for (const type of SWALLOWED) view.addEventListener(type, swallow, true);
  view.addEventListener('keydown', onKey, true);
  view.addEventListener('pointermove', onOver, true);
  view.addEventListener('focusin', onOver, true);
  view.addEventListener('scroll', follow, true);
  go(at);

  return {
    progress: (): Progress => {
      if (ended === null && !card.host.isConnected) {
        card = raiseCard(document);
        card.say(content());
      }
      return {
        // A form that is being opened may load a page: there, the next one is wanted.
        at: paused ? at + 1 : at,
        shown: [...shown.values()],
        ended,
      };
    },
    leave: (): void => end('left'),
  };
};
