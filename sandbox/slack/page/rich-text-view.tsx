import { useContext } from 'preact/hooks';
import type { RichTextPart, RichTextPiece } from '../blocks/rich-text.ts';
import { formatDate } from './dates.ts';
import { Link, Reader } from './text-view.tsx';

const styleOf = (piece: RichTextPiece): string =>
  piece.style
    ? Object.entries(piece.style)
        .filter(([, on]) => on)
        .map(([name]) => `rich-${name}`)
        .join(' ')
    : '';

const PieceView = ({ piece }: { readonly piece: RichTextPiece }) => {
  const { names, groups, ...place } = useContext(Reader);
  const mention = (text: string) => <span class="mention">{text}</span>;
  switch (piece.type) {
    case 'text':
      return <span class={styleOf(piece)}>{piece.text}</span>;
    case 'link':
      return <Link url={piece.url} text={piece.text ?? piece.url} />;
    case 'user':
      return mention(`@${names[piece.user_id] ?? piece.user_id}`);
    case 'usergroup':
      return mention(`@${groups[piece.usergroup_id] ?? piece.usergroup_id}`);
    case 'channel':
      return mention(`#${names[piece.channel_id] ?? piece.channel_id}`);
    case 'team':
      return mention(piece.team_id);
    case 'broadcast':
      return mention(`@${piece.range}`);
    case 'emoji':
      return <>{`:${piece.name}:`}</>;
    case 'color':
      return <code>{piece.value}</code>;
    case 'date':
      return (
        <time dateTime={new Date(piece.timestamp * 1000).toISOString()}>
          {formatDate(piece.timestamp, piece.format, piece.fallback ?? '', place)}
        </time>
      );
  }
};

const Pieces = ({ pieces }: { readonly pieces: readonly RichTextPiece[] }) => (
  <>
    {pieces.map((piece, index) => (
      <PieceView key={index} piece={piece} />
    ))}
  </>
);

/** A part of a rich_text block. */
export const RichTextView = ({ part }: { readonly part: RichTextPart }) => {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p>
          <Pieces pieces={part.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Pieces pieces={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        // It may be wider than the page: the keyboard scrolls it.
        <pre tabIndex={0} role="group" aria-label="Code">
          <Pieces pieces={part.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = part.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List>
          {part.elements.map((item, index) => (
            <li key={index}>
              <Pieces pieces={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
};
