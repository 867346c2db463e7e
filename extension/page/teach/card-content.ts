import type { CardContent } from './card.ts';
import type { Task } from './task.ts';

/** How far the pointing is, and what is asked about. */
interface Standing {
  readonly at: number;
  /** The person does something in the page now. */
  readonly paused: boolean;
  /** The name of what the page has filled in, of which nobody has said whether it may stay. */
  readonly asked: string | undefined;
}

/** What the card's buttons do. */
interface Presses {
  readonly go: (to: number) => void;
  readonly end: (how: 'done' | 'left') => void;
  /** The form has none of so many, from this one on. */
  readonly without: (count: number) => void;
  /** What was asked about may stay. */
  readonly stays: () => void;
  readonly staysNot: () => void;
}

/** What the card says and offers. */
export const cardContent = (
  { wanted, texts }: Pick<Task, 'wanted' | 'texts'>,
  { at, paused, asked }: Standing,
  { go, end, without, stays, staysNot }: Presses,
): CardContent => {
  const { title, keys, toCard, all } = texts;
  const now = wanted[at];
  const back = { text: texts.back, press: () => go(at - (paused ? 0 : 1)) };
  const leave = { text: texts.end, press: () => end('left') };
  const step = `${Math.min(at + 1, wanted.length)} / ${wanted.length}`;
  const backs = at > 0 || paused ? [back] : [];
  const said = { title, step, hint: `${keys} ${toCard}` };
  if (!now) {
    const done = { text: texts.done, main: true, press: () => end('done') };
    return { ...said, text: all, hint: '', buttons: [done, ...backs, leave] };
  }
  if (paused) {
    const on = { text: texts.goOn, main: true, press: () => go(at + 1) };
    return { ...said, text: now.afterwards, hint: toCard, buttons: [on, ...backs, leave] };
  }
  if (asked !== undefined) {
    const may = { text: texts.stays, main: true, press: stays };
    const not = { text: texts.staysNot, press: staysNot };
    const text = texts.mayStay.replace('{what}', () => asked);
    return { ...said, text, buttons: [may, not, ...backs, leave] };
  }
  const skip = now.skip === '' ? [] : [{ text: now.skip, press: () => without(1) }];
  const rest = wanted.slice(at).findIndex((each) => each.skip === '');
  const some = rest > 1 && at > 0 ? [{ text: texts.skipAll, press: () => without(rest) }] : [];
  return { ...said, text: now.text, buttons: [...skip, ...some, ...backs, leave] };
};
