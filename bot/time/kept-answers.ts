import type { Result } from '../../shared/result.ts';

/** How old an answer may be, in milliseconds; 0 asks anew. */
export type MaxAge = number;

/** Less than it takes to notice a change anywhere. */
const SAME_TIME = 50;

/**
 * Keeps the last good answer under each key. Questions at the same time are one question; one that has
 * been waiting for a while may never be answered, and nobody joins it.
 * @param options `now`: milliseconds by a clock that nobody sets; `size`: how many keys are remembered, the
 *   oldest forgotten first
 */
export const keepAnswers = <T, E>(options: {
  readonly now: () => number;
  readonly size: number;
}): ((key: string, maxAge: MaxAge, ask: () => Promise<Result<T, E>>) => Promise<Result<T, E>>) => {
  const kept = new Map<string, { readonly at: number; readonly answer: Result<T, E> }>();
  const asking = new Map<string, { readonly at: number; readonly answer: Promise<Result<T, E>> }>();

  const askOnce = async (key: string, ask: () => Promise<Result<T, E>>): Promise<Result<T, E>> => {
    const at = options.now();
    const answer = await ask();
    // What was good before is not gone by: whoever asks anew has a reason.
    if (!answer.ok) return answer;
    kept.delete(key);
    kept.set(key, { at, answer });
    for (const oldest of kept.keys()) {
      if (kept.size <= options.size) break;
      kept.delete(oldest);
    }
    return answer;
  };

  return async (key, maxAge, ask) => {
    const known = kept.get(key);
    if (known && options.now() - known.at < maxAge) return known.answer;
    const under = asking.get(key);
    if (under && options.now() - under.at <= SAME_TIME) return under.answer;
    const asked = { at: options.now(), answer: askOnce(key, ask) };
    asking.set(key, asked);
    try {
      return await asked.answer;
    } finally {
      if (asking.get(key) === asked) asking.delete(key);
    }
  };
};
