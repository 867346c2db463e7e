import type { ChannelFacts } from '../client-api/snapshot.ts';

interface Props {
  readonly channels: readonly ChannelFacts[];
  /** A channel's id, or `home`. */
  readonly current: string;
  readonly homeName: string | undefined;
  readonly go: (place: string) => void;
}

const MARK = { public: '#', private: '◆', direct: '@' } as const;
const KIND = {
  public: 'Channel',
  private: 'Private channel',
  direct: 'Conversation with',
} as const;

/** Where a person can go. */
export const ChannelList = ({ channels, current, homeName, go }: Props) => (
  <nav aria-label="Channels" class="channels">
    <ul>
      {homeName !== undefined && (
        <li>
          <button
            type="button"
            aria-current={current === 'home' ? 'page' : undefined}
            onClick={() => go('home')}
          >
            <span aria-hidden="true">⌂ </span>
            {homeName}
          </button>
        </li>
      )}
      {channels.map(({ id, name, kind, archived, joined }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={`${KIND[kind]} ${name}${archived ? ', archived' : ''}${joined ? '' : ', not joined'}`}
            aria-current={current === id ? 'page' : undefined}
            class={archived || !joined ? 'faint' : ''}
            onClick={() => go(id)}
          >
            <span aria-hidden="true">{MARK[kind]} </span>
            {name}
          </button>
        </li>
      ))}
    </ul>
  </nav>
);
