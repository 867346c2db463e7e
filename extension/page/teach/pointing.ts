import { elementsOf } from '../wizard/dom.ts';
import { isForeignFrame, listenIn } from '../wizard/listen.ts';
import { type CardContent, raiseCard } from './card.ts';
import { cardContent } from './card-content.ts';
import { calledOf, fits, isList, isNoDate, isText } from './fits.ts';
import { likely, setByPage } from './guess.ts';
import { hearPerson } from './hear-person.ts';
import { locatorsFor, placesOf } from './locators-for.ts';
import { createShownParts } from './shown-parts.ts';
import type { Progress, Task } from './task.ts';

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
  const card = raiseCard(document);

  const mark = (element: Element | null): void => {
    over = element;
    const shut = element !== null && isForeignFrame(element);
    const isRight = element !== null && fits(wanted[at], element);
    card.mark(element, shut ? 'shut' : element && !isRight ? 'wrong' : 'right');
    if (shut) card.hint(texts.frame.replace('{what}', () => calledOf(element)));
    // What was said of something wrong goes with it.
    else if (isRight) card.hint(content().hint);
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
    const guess = asked ?? (now && likely(document, now, shown.known()));
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
      const { noToken, noDate, wrong } = texts;
      const said = isText(now) ? noToken : isNoDate(now, element) ? noDate : wrong;
      if (!isForeignFrame(element)) card.hint(said);
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

  const heard = hearPerson(document, {
    card,
    now: () => ({
      over,
      isPaused: paused,
      isAsking: asked !== undefined,
      isText: isText(wanted[at]),
      isAll: at >= wanted.length,
    }),
    mark,
    show,
    end,
  });
  const listening = listenIn(document, Object.keys(heard), (event) => heard[event.type]?.(event));
  /** A page that draws itself anew may have thrown the card away, or have put something over it. */
  const keepUp = (): void => {
    const page = elementsOf(document);
    listening.renew(page);
    card.stay(page);
  };
  keepUp();
  go(at);

  return {
    progress: (): Progress => {
      if (ended === null) keepUp();
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
