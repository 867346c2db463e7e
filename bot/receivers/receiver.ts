import type { Receiver } from '@slack/bolt';
import type { RequestListener } from 'node:http';

/** How requests of Slack's come in. */
export interface BotReceiver {
  /** As Bolt takes it. */
  readonly receiver: Receiver;
  /** Answers Slack's requests over HTTP; undefined where they come by Socket Mode. */
  readonly listener: RequestListener | undefined;
  /** Whether Slack can reach the bot by now, as far as the bot can tell. */
  readonly connected: () => boolean;
}
