import { type CardContent, raiseCard } from './card.ts';
import { cardContent } from './card-content.ts';
import { controlAt, meantBy, pressOn } from './control-at.ts';
import { calledOf, fits, isList, isText } from './fits.ts';
import { likely, setByPage } from './guess.ts';
import { type Heard, isForeignFrame, listenIn } from './listen.ts';
import { locatorsFor, placesOf } from './locators-for.ts';
import { nextControl } from './next-control.ts';
import { createShownParts } from './shown-parts.ts';
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
  let { at } = task;
  const shown = createShownParts(task);
  let ended: Progress['ended'] = null;
  /** The person does something in the page now, which hears them. */
  let paused = false;
  let over: Element | null = null;
  /** What the page has filled in besides what was shown, and nobody has said anything about yet. */
  let asked: Element | undefined;
  const passed = new Set<Element>();
  /** Where the pointer was last. */
  let rest = '';
  let card = raiseCard(document);

  const meant = (element: Element): Element => (isText(wanted[at]) ? element : controlAt(element));

  const mark = (element: Element | null): void => {
    over = element;
    const shut = element !== null && isForeignFrame(element);
    card.mark(element, shut ? 'shut' : element && !fits(wanted[at], element) ? 'wrong' : 'right');
    if (shut) card.hint(texts.frame.replace('{what}', () => calledOf(element)));
  };

  const end = (how: 'done' | 'left'): void => {
    ended = how;
    listening.end();
    card.lower();
  };

  const content = (): CardContent => {
    const one = asked;
    return cardContent(
      task,
      { at, paused, asked: one && calledOf(one) },
      {
        go,
        end,
        without,
        stays: () => one && show(one),
        staysNot: () => one && pass(one),
      },
    );
  };

  const go = (to: number): void => {
    const isBack = to < at;
    at = Math.max(to, 0);
    paused = false;
    const now = wanted[at];
    const left = now?.subject === 'left' ? setByPage(document, now.kinds, shown.known()) : [];
    asked = left.find((each) => !passed.has(each));
    // Nothing is left to ask about.
    const isOver = wanted.length > 1 || shown.all().some(({ subject }) => subject === 'left');
    const beyond = at + (isBack ? -1 : 1);
    if (now?.subject === 'left' && !asked && isOver && beyond >= 0) {
      go(beyond);
      return;
    }
    card.say(content());
    const guess = asked ?? (now && likely(document, now.kinds, now.labels));
    // The next Enter takes what is marked.
    if (guess && !asked) card.leave();
    guess?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(guess ?? (now && over?.isConnected ? over : null));
    // There is nothing left to point at but the card's own button.
    if (!now) card.choose(0);
  };

  /** The form has none of so many, from this one on. */
  const without = (count: number): void => {
    for (const { subject } of wanted.slice(at, at + count)) shown.put(subject, [], true);
    go(at + count);
  };

  /** Nobody says that it may stay. */
  const pass = (element: Element): void => {
    passed.add(element);
    go(at);
  };

  const show = (element: Element): void => {
    const now = wanted[at];
    if (!now) return;
    if (!fits(now, element)) {
      if (!isForeignFrame(element)) card.hint(texts.wrong);
      return;
    }
    const { subject } = now;
    const locators = isText(now) ? placesOf(element) : locatorsFor(element);
    const listed = wanted.filter(({ inList }) => inList.length > 0).map((each) => each.subject);
    if (isList(now, element)) {
      shown.drop(...listed);
      shown.put('permissions', locators, false);
      go(wanted.findLastIndex((each) => listed.includes(each.subject)) + 1);
      return;
    }
    // One that was shown as a list's choice before is a box now.
    if (listed.includes(subject)) shown.drop('permissions');
    shown.put(subject, locators, false);
    passed.add(element);
    if (now.afterwards === '') {
      go(subject === 'left' ? at : at + 1);
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
    if (!event.isTrusted) return;
    // A key that was pressed on the card has done what it does there.
    const ofCard = event.type.startsWith('key') && card.current() >= 0;
    if (event.type === 'pointerdown' && !isOwn(event)) card.leave();
    if ((paused || isOwn(event)) && !ofCard) return;
    still(event);
    const target = meantBy(event);
    if (event.type !== pressOn(target) || (event as MouseEvent).button !== 0) return;
    if (target) mark(meant(target));
    if (over) show(over);
  };

  /** Marks the next control, or goes to the card's buttons after the last. */
  const move = (by: number): void => {
    const from = card.current() >= 0 ? card.current() : over;
    const to = nextControl(document, isText(wanted[at]), from, by, card.count());
    if (typeof to === 'number') {
      mark(null);
      card.choose(to);
      return;
    }
    card.leave();
    to.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(to);
  };

  const onKey = (event: Event): void => {
    if (!event.isTrusted || !('key' in event)) return;
    const { key, repeat, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (key === 'Escape' && (!paused || isOwn(event))) {
      still(event);
      end('left');
      return;
    }
    if (key === 'F6') {
      still(event);
      card.choose((card.current() + 1) % card.count());
      return;
    }
    if (card.current() >= 0 && (key === 'Enter' || key === ' ')) {
      still(event);
      if (!repeat) card.press();
      return;
    }
    if (paused) {
      if (!isOwn(event)) card.leave();
      return;
    }
    if (key === 'Tab' || ctrlKey || metaKey || altKey) return;
    if (repeat && key === 'Enter') {
      still(event);
      return;
    }
    const by = STEPS[key];
    if (by === undefined && isOwn(event)) return;
    still(event);
    if (by !== undefined) move(by);
    else if (key !== 'Enter') return;
    else if (at >= wanted.length) end('done');
    else if (over) show(over);
  };

  const onOver = (event: Event): void => {
    if (!event.isTrusted || paused || asked) return;
    const target = meantBy(event);
    if ('screenX' in event) {
      // A page that moves under a pointer at rest is pointed at by nobody.
      const spot = `${(event as MouseEvent).screenX} ${(event as MouseEvent).screenY}`;
      if (spot === rest) return;
      rest = spot;
      // Whoever points has left the card's buttons.
      if (!isOwn(event) && card.current() >= 0) card.leave();
    }
    if (target && !isOwn(event)) mark(meant(target));
    else if (event.type === 'focusin') mark(null);
  };

  const follow = (): void => {
    mark(over?.isConnected ? over : null);
  };

  const heard: Heard = {
    ...Object.fromEntries(SWALLOWED.map((type) => [type, swallow])),
    keydown: onKey,
    pointermove: onOver,
    // All that is heard of a frame of another origin.
    pointerover: onOver,
    focusin: onOver,
    scroll: follow,
    resize: follow,
  };
  const listening = listenIn(document, heard);
  go(at);

  return {
    progress: (): Progress => {
      if (ended === null) listening.renew();
      if (ended === null && !card.host.isConnected) {
        card = raiseCard(document);
        card.say(content());
      }
      return {
        // A form that is being opened may load a page: there, the next one is wanted.
        at: paused ? at + 1 : at,
        shown: shown.all(),
        ended,
      };
    },
    leave: (): void => end('left'),
  };
};
