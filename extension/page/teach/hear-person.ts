import type { Card } from './card.ts';
import { controlAt, meantBy, pressOn } from './control-at.ts';
import { calledOf } from './fits.ts';
import { nextControl } from './next-control.ts';
import type { Progress } from './task.ts';

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

/** What is heard before the page hears it, by the event's name. */
type Heard = Readonly<Record<string, (event: Event) => void>>;

/** How the pointing stands, as far as it decides what an event means. */
interface Standing {
  /** What is marked. */
  readonly over: Element | null;
  /** The page hears what the person does. */
  readonly isPaused: boolean;
  /** The card asks about what is marked. */
  readonly isAsking: boolean;
  /** A text is wanted, and no control. */
  readonly isText: boolean;
  /** All was shown. */
  readonly isAll: boolean;
}

/** What a person's events lead to. */
interface Pointing {
  readonly card: Card;
  readonly now: () => Standing;
  readonly mark: (element: Element | null) => void;
  readonly show: (element: Element) => void;
  readonly end: (how: NonNullable<Progress['ended']>) => void;
}

/**
 * What each event of a person who points means. It is taken from the page, which hears nothing of it
 * unless the pointing is paused.
 */
export const hearPerson = (document: Document, { card, now, mark, show, end }: Pointing): Heard => {
  /** Where the pointer was last. */
  let rest = '';

  const meant = (element: Element): Element => (now().isText ? element : controlAt(element));

  const isOwn = (event: Event): boolean =>
    event.target === card.host || event.composedPath().includes(card.host);

  const still = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const showMarked = (): void => {
    const { over } = now();
    if (over) show(over);
  };

  const swallow = (event: Event): void => {
    if (!event.isTrusted) return;
    // A key that was pressed on the card has done what it does there.
    const ofCard = event.type.startsWith('key') && card.current() >= 0;
    if (event.type === 'pointerdown' && !isOwn(event)) card.leave();
    if ((now().isPaused || isOwn(event)) && !ofCard) return;
    still(event);
    const target = meantBy(event);
    if (event.type !== pressOn(target) || (event as MouseEvent).button !== 0) return;
    if (target) mark(meant(target));
    showMarked();
  };

  /** Marks the next control, or goes to the card's buttons after the last. */
  const move = (by: number): void => {
    const { over, isText } = now();
    const from = card.current() >= 0 ? card.current() : over;
    const to = nextControl(document, isText, from, by, card.count());
    if (typeof to === 'number') {
      mark(null);
      card.choose(to);
      return;
    }
    card.leave();
    to.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(to);
    card.tell(calledOf(to));
  };

  const onKey = (event: Event): void => {
    if (!event.isTrusted || !('key' in event)) return;
    const { key, repeat, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (key === 'Escape' && (!now().isPaused || isOwn(event))) {
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
    if (now().isPaused) {
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
    else if (now().isAll) end('done');
    else showMarked();
  };

  const onOver = (event: Event): void => {
    if (!event.isTrusted || now().isPaused || now().isAsking) return;
    const target = meantBy(event);
    if ('screenX' in event) {
      // A page that moves under a pointer at rest is pointed at by nobody.
      const spot = `${(event as MouseEvent).screenX} ${(event as MouseEvent).screenY}`;
      if (spot === rest) return;
      const isMoved = rest !== '';
      rest = spot;
      if (card.current() >= 0) {
        // Where it rested so far nobody knows.
        if (!isMoved) return;
        // Whoever points has left the card's buttons.
        if (!isOwn(event)) card.leave();
      }
    }
    if (target && !isOwn(event)) mark(meant(target));
    else if (event.type === 'focusin') mark(null);
  };

  const follow = (): void => {
    const { over } = now();
    mark(over?.isConnected ? over : null);
  };

  return {
    ...Object.fromEntries(SWALLOWED.map((type) => [type, swallow])),
    keydown: onKey,
    pointermove: onOver,
    // All that is heard of a frame of another origin.
    pointerover: onOver,
    focusin: onOver,
    scroll: follow,
    resize: follow,
  };
};
