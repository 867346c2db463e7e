import type { WebClient } from '@slack/web-api';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SlackMessage } from '../messages/facts.ts';
import type { Clock } from '../time/clock.ts';
import { classify, type Failure } from './outcome.ts';
import { createPace, type Pace } from './pace.ts';
import { respond, responseUrlSchema } from './response-url.ts';

/** A message's place in a history. */
interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** What delivery asks of Slack. Each call is made once; none rejects. */
export interface SlackRoutes {
  /** `chat.postEphemeral`: a message that one person sees, in a conversation of theirs and the bot's. */
  readonly ephemeral: (
    channel: string,
    user: string,
    message: SlackMessage,
  ) => Promise<Result<void, Failure>>;
  /** An ephemeral message by a command's `response_url`. */
  readonly respond: (url: string, message: SlackMessage) => Promise<Result<void, Failure>>;
  /** `conversations.open`: the id of the person's conversation with the bot. */
  readonly openDm: (user: string) => Promise<Result<string, Failure>>;
  /** `chat.postMessage`: a lasting message. Never for a token. */
  readonly post: (channel: string, message: SlackMessage) => Promise<Result<Posted, Failure>>;
  readonly update: (at: Posted, message: SlackMessage) => Promise<Result<void, Failure>>;
  /** `chat.delete`: takes a lasting message of the bot's own away. */
  readonly remove: (at: Posted) => Promise<Result<void, Failure>>;
}

const MAX_KNOWN_DMS = 5000;
const TIMEOUT_MS = 5000;

// The SDK's types want arrays that can change.
const content = ({ text, blocks }: SlackMessage) => ({ text, blocks: [...blocks] });

/**
 * The routes over Slack's Web API. A method that was told to wait is not called before its time, for
 * whomever it would be.
 * @param client made by `createSlackClient`
 * @param timeoutMs for an answer of a `response_url`
 * @param way to a `response_url`
 */
export const createSlackRoutes = (
  client: WebClient,
  clock: Clock,
  timeoutMs = TIMEOUT_MS,
  way = fetch,
  pace: Pace = createPace(clock.now),
): SlackRoutes => {
  const dms = new Map<string, string>();
  const urls = responseUrlSchema(client.slackApiUrl);

  const webApi = <T>(method: string, call: () => Promise<T>): Promise<Result<T, Failure>> =>
    pace.run(method, async () => {
      try {
        return ok(await call());
      } catch (error) {
        return err(classify(error));
      }
    });

  const malformed = err({ kind: 'unknown', code: 'malformed' } as const);

  return {
    ephemeral: async (channel, user, message) => {
      const answer = await webApi('chat.postEphemeral', () =>
        client.chat.postEphemeral({ channel, user, ...content(message) }),
      );
      return answer.ok ? ok(undefined) : answer;
    },

    respond: async (url, message) => {
      const checked = urls.safeParse(url);
      if (!checked.success) return err({ kind: 'route', code: 'bad_response_url' });
      // Each URL is worn out by itself, but they are one service.
      return pace.run('response_url', async () => {
        const failure = await respond(checked.data, message, timeoutMs, way);
        return failure ? err(failure) : ok(undefined);
      });
    },

    openDm: async (user) => {
      const known = dms.get(user);
      if (known !== undefined) return ok(known);
      const answer = await webApi('conversations.open', () =>
        client.conversations.open({ users: user }),
      );
      if (!answer.ok) return answer;
      const id = answer.value.channel?.id;
      if (id === undefined) return malformed;
      if (dms.size >= MAX_KNOWN_DMS) dms.clear();
      dms.set(user, id);
      return ok(id);
    },

    post: async (channel, message) => {
      const answer = await webApi('chat.postMessage', () =>
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        client.chat.postMessage({ channel, unfurl_links: false, ...content(message) }),
      );
      if (!answer.ok) return answer;
      return answer.value.ts === undefined ? malformed : ok({ channel, ts: answer.value.ts });
    },

    update: async ({ channel, ts }, message) => {
      const answer = await webApi('chat.update', () =>
        client.chat.update({ channel, ts, ...content(message) }),
      );
      return answer.ok ? ok(undefined) : answer;
    },

    remove: async ({ channel, ts }) => {
      const answer = await webApi('chat.delete', () => client.chat.delete({ channel, ts }));
      return answer.ok ? ok(undefined) : answer;
    },
  };
};
