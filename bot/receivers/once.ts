import type { App, ReceiverEvent } from '@slack/bolt';
import { createMemory } from './seen.ts';

/** The answer to what came first, undefined where there never was one. */
const createAnswer = () => {
  let give: (answer: { readonly response: unknown } | undefined) => void = () => undefined;
  const given = new Promise<{ readonly response: unknown } | undefined>((resolve) => {
    give = resolve;
  });
  return { given, give: (answer?: { readonly response: unknown }) => give(answer) };
};

/**
 * The app, working once on what comes twice. A second copy means that Slack has not heard the answer to
 * the first, so it gets the same one.
 * @param keyOf what both copies have in common; undefined for what cannot come twice
 * @param keepMs for how long a second copy is known, in milliseconds
 * @param now milliseconds since the epoch
 */
export const once = (
  app: App,
  keyOf: (event: ReceiverEvent) => string | undefined,
  keepMs: number,
  now: () => number,
): App => {
  const remember = createMemory<ReturnType<typeof createAnswer>>(keepMs, now);

  const take = async (event: ReceiverEvent): Promise<void> => {
    const key = keyOf(event);
    if (key === undefined) return app.processEvent(event);
    const { known: answer, first } = remember(key, createAnswer());
    if (!first) {
      const given = await answer.given;
      if (given) await event.ack(given.response);
      return;
    }
    const ack: ReceiverEvent['ack'] = async (response: unknown) => {
      answer.give({ response });
      await event.ack(response);
    };
    try {
      await app.processEvent({ ...event, ack });
    } finally {
      // Nobody answered, and nobody will.
      answer.give();
    }
  };

  return Object.assign(Object.create(app) as App, { processEvent: take });
};
