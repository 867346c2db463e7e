import type { Text } from './composition.ts';
import { liveElements, type PlacedBlock } from './placed.ts';
import type { RichTextPart, RichTextPiece } from './rich-text.ts';

const pieceWords = (piece: RichTextPiece): string => {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'link':
      return piece.text ?? piece.url;
    case 'user':
      return `<@${piece.user_id}>`;
    case 'usergroup':
      return `<!subteam^${piece.usergroup_id}>`;
    case 'channel':
      return `<#${piece.channel_id}>`;
    case 'team':
      return piece.team_id;
    case 'broadcast':
      return `<!${piece.range}>`;
    case 'emoji':
      return `:${piece.name}:`;
    case 'color':
      return piece.value;
    case 'date':
      return piece.fallback ?? new Date(piece.timestamp * 1000).toISOString();
  }
};

const partWords = (part: RichTextPart): string =>
  part.type === 'rich_text_list'
    ? part.elements.map((item) => item.elements.map(pieceWords).join('')).join('\n')
    : part.elements.map(pieceWords).join('');

/** The contents of preformatted blocks, each as one text. */
export const preformattedOf = (blocks: readonly PlacedBlock[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'rich_text'
      ? block.elements.filter(({ type }) => type === 'rich_text_preformatted').map(partWords)
      : [],
  );

const textWords = (texts: readonly (Text | undefined)[]): string[] =>
  texts.flatMap((one) => (one ? [one.text] : []));

const labels = (block: PlacedBlock): string[] =>
  liveElements(block).flatMap((element) =>
    element.type === 'button' ? [`[${element.text.text}]`] : [],
  );

const wordsOfBlock = (block: PlacedBlock): string[] => {
  switch (block.type) {
    case 'section':
      return [...textWords([block.text, ...(block.fields ?? [])]), ...labels(block)];
    case 'header':
      return [block.text.text];
    case 'context':
      return [
        block.elements
          .map((element) => (element.type === 'image' ? element.alt_text : element.text))
          .join(' '),
      ];
    case 'rich_text':
      return block.elements.map(partWords);
    case 'actions':
      return [labels(block).join(' ')];
    case 'image':
      return [block.alt_text];
    case 'markdown':
      return [block.text];
    case 'input':
    case 'divider':
      return [];
  }
};

/** What blocks say, mrkdwn as it was sent, a block a line. */
export const wordsOf = (blocks: readonly PlacedBlock[], text = ''): string =>
  blocks.length === 0 ? text : blocks.flatMap(wordsOfBlock).join('\n');
