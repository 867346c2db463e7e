import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long a condition may take to come true, in ms. It tells a condition that will never hold from
 * a busy machine, and nothing else: no test passes or fails by how long one took.
 */
export const DEADLINE = 60_000;

/** In ms. Each look takes time from what is waited for, so they come less often while it takes long. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 50;
const GROWTH = 1.5;

/**
 * Waits until a condition holds, by looking again and again.
 *
 * @param what the condition, for the message: “waited for …”
 * @param look gives the awaited value, or undefined while there is none
 * @param detail what was seen last, for the message
 * @returns the value
 * @throws Error when the deadline passes
 */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined>,
  detail: () => string = () => '',
): Promise<Value> {
  const deadline = performance.now() + DEADLINE;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * GROWTH, LONGEST_WAIT)) {
    const value = await look();
    if (value !== undefined) return value;
    if (performance.now() > deadline) {
      const seen = detail();
      throw new Error(`Waited ${DEADLINE} ms for ${what}${seen === '' ? '' : `: ${seen}`}`);
    }
    await pause(wait);
  }
}
