import type { Receiver } from '@slack/bolt';
import type { RequestListener } from 'node:http';

/**
 * Told of a request that is turned away at the door, and why.
 * @param why `at`: where in its form the fault is; never a value of it
 */
export type Refusal = (why: { readonly reason: string; readonly at?: string | undefined }) => void;

/** How requests of Slack's come in. */
export interface BotReceiver {
  /** As Bolt takes it. */
  readonly receiver: Receiver;
  /** Answers Slack's requests over HTTP; undefined where they come by Socket Mode. */
  readonly listener: RequestListener | undefined;
  /** Whether Slack can reach the bot by now, as far as the bot can tell. */
  readonly connected: () => boolean;
  /** What the bot can tell of the requests' signatures, by name; nothing where there are none. */
  readonly told: () => Readonly<Record<string, boolean>>;
}
