import type { Result } from '../../shared/result.ts';

/** How old an answer may be, in milliseconds; 0 asks anew, though never twice at the same time. */
export type MaxAge = number;

const SPARE_AGE = 60_000;
const SAME_TIME = 250;

/**
 * Keeps the last good answer under each key. Questions at the same time are one question; one that has
 * been waiting for a while may never be answered, and nobody joins it.
 * @param options `size`: how many keys are remembered, the oldest forgotten first; `spare`: an error
 *   for which an answer that was good a minute ago is better than none
 */
export const keepAnswers = <T, E>(options: {
  readonly now: () => number;
  readonly size: number;
  readonly spare?: (error: E) => boolean;
}): ((key: string, maxAge: MaxAge, ask: () => Promise<Result<T, E>>) => Promise<Result<T, E>>) => {
  const kept = new Map<string, { readonly at: number; readonly answer: Result<T, E> }>();
  const asking = new Map<string, { readonly at: number; readonly answer: Promise<Result<T, E>> }>();

  const askOnce = async (key: string, ask: () => Promise<Result<T, E>>): Promise<Result<T, E>> => {
    const at = options.now();
    const answer = await ask();
    if (!answer.ok) {
      const spare = kept.get(key);
      const useful = spare && options.spare?.(answer.error) && at - spare.at <= SPARE_AGE;
      return useful ? spare.answer : answer;
    }
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
