import type { Receiver } from '@slack/bolt';
import type { RequestListener } from 'node:http';

/**
 * Callback of a receiver's, for each request that is turned away at the door, and why.
 * @param why `at`: where in its form the fault is; never a value of it
 */
export type Refusal = (why: { readonly reason: string; readonly at?: string | undefined }) => void;

/** How requests of Slack's come in. */
export interface BotReceiver {
  /** As Bolt takes it. */
  readonly receiver: Receiver;
  /** Answers Slack's requests over HTTP; undefined where they come by Socket Mode. */
  readonly listener: RequestListener | undefined;
  /** Asked at each `/readyz`: whether Slack can reach the bot, as far as the bot can tell. */
  readonly connected: () => boolean;
  /** Asked at each `/readyz`: which checks of signatures hold, by name; none over sockets. */
  readonly told: () => Readonly<Record<string, boolean>>;
}
