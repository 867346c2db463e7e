import type { App, ReceiverEvent } from '@slack/bolt';
import type { Turns } from '../time/turns.ts';
import { inTime } from '../time/in-time.ts';
import { createOneATurn } from '../time/one-a-turn.ts';
import { faultOf, slackBodySchema } from './slack-body.ts';

/** `form`: not a request of Slack's. `unwanted`: no listener is there for it. */
type Reason = 'stopping' | 'form' | 'unwanted';

/** Why a request is not worked on. */
export class Refused extends Error {
  readonly reason: Reason;
  /** Where in its form the fault is, where it is there. */
  readonly at: string | undefined;

  constructor(reason: Reason, at?: string) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
    this.at = at;
  }

  get status(): 400 | 503 {
    return this.reason === 'stopping' ? 503 : 400;
  }
}

/** The one door between a receiver and the app: lets in what has the form of a request, and counts. */
export interface Intake {
  /** Wraps the app: each receiver does so once, in Bolt's `init`, and hands its events to the result. */
  readonly guard: (app: App) => App;
  /** Called once, when the bot closes: from then on nothing is let in. */
  readonly stop: () => void;
  readonly stopped: () => boolean;
  /** Resolves once nothing is being worked on, what follows an ack included. */
  readonly idle: () => Promise<void>;
}

/** After so long Slack has stopped listening, whatever becomes of an ack that is under way. */
const ACK_MS = 3000;

/**
 * @param hurry called for each request as it comes; what it returns is called once Slack has all of its answer
 * @param ackLost called with the error of an ack that did not reach Slack
 */
export const createIntake = (
  hurry: Turns['hurry'],
  ackLost: (error: unknown) => void = () => undefined,
): Intake => {
  const under = new Set<Promise<void>>();
  const mayBegin = createOneATurn();
  let stopped = false;

  const work = async (app: App, event: ReceiverEvent): Promise<void> => {
    // Slack waits for one that has yet to begin, too.
    const calm = hurry();
    let answered = false;
    try {
      await mayBegin();
      const body = slackBodySchema.safeParse(event.body);
      if (!body.success) throw new Refused('form', faultOf(body.error));
      const ack: ReceiverEvent['ack'] = async (response) => {
        answered = true;
        // A closed socket loses it, and a slow one keeps it. What was to follow it follows all the same:
        // what is claimed is nobody else's to do.
        await inTime(ACK_MS, event.ack(response).catch(ackLost), undefined);
        // After any other ack, a view is often opened, for which there are three seconds too.
        if (body.data.type === 'view_submission') calm();
      };
      await app.processEvent({ ...event, ack });
    } finally {
      calm();
    }
    // No listener wanted it. Bolt would let Slack wait for three seconds.
    if (!answered) throw new Refused('unwanted');
  };

  const take = async (app: App, event: ReceiverEvent): Promise<void> => {
    if (stopped) throw new Refused('stopping');
    const working = work(app, event);
    under.add(working);
    try {
      await working;
    } finally {
      under.delete(working);
    }
  };

  return {
    guard: (app) =>
      Object.assign(Object.create(app) as App, {
        processEvent: async (event: ReceiverEvent) => take(app, event),
      }),
    stop: () => {
      stopped = true;
    },
    stopped: () => stopped,
    idle: async () => {
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
};
