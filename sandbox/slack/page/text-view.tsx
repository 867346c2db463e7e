import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from '../blocks/composition.ts';
import { formatDate, type Place } from './dates.ts';
import { isSafeUrl, parseMrkdwn, type Names, type Piece } from './mrkdwn.ts';

/** What texts need to know of the workspace and of their reader. */
export const Reader = createContext<Names & Place>({
  names: {},
  groups: {},
  locale: 'en',
  timeZone: 'UTC',
});

/** A link that leads out of the page, if it may. */
export const Link = ({ url, text }: { readonly url: string; readonly text: string }) =>
  isSafeUrl(url) ? (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <>{text}</>
  );

const PieceView = ({ piece }: { readonly piece: Piece }) => {
  const reader = useContext(Reader);
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.pieces} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Pieces pieces={piece.pieces} />
        </blockquote>
      );
    case 'code':
      return <code>{piece.text}</code>;
    case 'block':
      return <pre>{piece.text}</pre>;
    case 'link':
      return <Link url={piece.url} text={piece.text} />;
    case 'mention':
      return <span class="mention">{piece.text}</span>;
    case 'date': {
      const text = formatDate(piece.seconds, piece.format, piece.fallback, reader);
      const time = (
        <time dateTime={new Date(piece.seconds * 1000).toISOString()} title={piece.fallback}>
          {text}
        </time>
      );
      return piece.url === undefined ? time : <Link url={piece.url} text={text} />;
    }
  }
};

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece, index) => (
      <PieceView key={index} piece={piece} />
    ))}
  </>
);

/** A text in Slack's mrkdwn. */
export const Mrkdwn = ({ text }: { readonly text: string }) => {
  const reader = useContext(Reader);
  return <Pieces pieces={parseMrkdwn(text, reader)} />;
};

/** A text object of either kind. */
export const TextView = ({ text }: { readonly text: Text }) =>
  text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <>{text.text}</>;
