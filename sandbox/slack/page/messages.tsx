import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { PlacedBlock } from '../blocks/placed.ts';
import type { SeenMessage } from '../handle/seen.ts';
import { BlockView } from './block-view.tsx';
import { timeOf } from './dates.ts';
import { Mrkdwn, Reader } from './text-view.tsx';
import type { Act } from './use-window.ts';

interface MessageProps {
  readonly message: SeenMessage;
  readonly appName: string;
  readonly act: Act;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(([first = '']) => first)
    .join('')
    .slice(0, 2)
    .toUpperCase();

const Message = ({ message, appName, act }: MessageProps) => {
  const reader = useContext(Reader);
  const author = reader.names[message.user] ?? message.user;
  const fromApp = author === appName;
  const press = (button: string): void =>
    void act({ do: 'press', place: { channel: message.channel, ts: message.ts }, button });
  return (
    <li class={`message ${message.ephemeral ? 'message-own' : ''}`}>
      <span class={`face ${fromApp ? 'face-app' : ''}`} aria-hidden="true">
        {initials(author)}
      </span>
      <div class="message-body">
        {message.ephemeral && <p class="only-you">Only visible to you</p>}
        <p class="byline">
          <strong>{author}</strong>
          {fromApp && <span class="badge">App</span>}
          <time class="muted" dateTime={new Date(Number(message.ts) * 1000).toISOString()}>
            {timeOf(message.ts, reader)}
          </time>
        </p>
        {message.blocks.length === 0 ? (
          <div class="text">
            <Mrkdwn text={message.text} />
          </div>
        ) : (
          (message.blocks as readonly PlacedBlock[]).map((block) => (
            <BlockView key={block.block_id} block={block} press={press} />
          ))
        )}
        {message.edited && <p class="muted small">(edited)</p>}
      </div>
    </li>
  );
};

/** A channel's messages, the last one in sight. */
export const Messages = ({
  messages,
  ...rest
}: Omit<MessageProps, 'message'> & { readonly messages: readonly SeenMessage[] }) => {
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.ts;
  // At once: what moves after it was seen moves away under somebody's hand.
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'end' }), [last]);
  return (
    // It scrolls, so the keyboard must get there.
    <div class="log" role="log" aria-label="Messages" tabIndex={0}>
      {messages.length === 0 && <p class="muted empty">Nothing was said here yet.</p>}
      <ol class="messages">
        {messages.map((message) => (
          <Message key={message.ts} message={message} {...rest} />
        ))}
      </ol>
      <div ref={end} />
    </div>
  );
};
