/** A piece of formatted text. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code' | 'block'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly fallback: string;
      readonly url?: string;
    };

/** Whose names stand for ids. */
export interface Names {
  readonly names: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

/** The only three entities that Slack knows. */
const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A link to somewhere that a click may go. */
export const isSafeUrl = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

const plain = (text: string): Piece => ({ kind: 'text', text: unescape(text) });

const datePiece = (inside: string): Piece | undefined => {
  const found = /^!date\^(\d{1,13})\^([^^|]*)(?:\^([^|]*))?\|(.*)$/s.exec(inside);
  if (!found) return undefined;
  const [, seconds, format = '', url, fallback = ''] = found;
  return {
    kind: 'date',
    seconds: Number(seconds),
    format: unescape(format),
    fallback: unescape(fallback),
    ...(url !== undefined && isSafeUrl(url) ? { url: unescape(url) } : {}),
  };
};

/** What stands between `<` and `>`. */
const controlPiece = (inside: string, { names, groups }: Names): Piece => {
  const [target = '', label] = inside.split(/\|(.*)/s);
  if (target.startsWith('@')) {
    const id = target.slice(1);
    return { kind: 'mention', text: `@${names[id] ?? label ?? id}` };
  }
  if (target.startsWith('#')) {
    const id = target.slice(1);
    return { kind: 'mention', text: `#${names[id] ?? label ?? id}` };
  }
  if (target.startsWith('!subteam^')) {
    const id = target.slice('!subteam^'.length);
    return { kind: 'mention', text: `@${groups[id] ?? label ?? id}` };
  }
  if (target.startsWith('!date^')) return datePiece(inside) ?? plain(`<${inside}>`);
  if (target.startsWith('!')) return { kind: 'mention', text: `@${label ?? target.slice(1)}` };
  if (isSafeUrl(target)) {
    return { kind: 'link', url: unescape(target), text: unescape(label ?? target) };
  }
  return plain(`<${inside}>`);
};

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Marks count at the edge of a word only. */
const INLINE =
  /```([^]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\4(?![\p{L}\p{N}])/gu;

const inline = (text: string, names: Names): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > end) pieces.push(plain(text.slice(end, found.index)));
    end = found.index + found[0].length;
    const [, block, code, control, mark, styled] = found;
    if (block !== undefined)
      pieces.push({ kind: 'block', text: unescape(block.replace(/^\n/, '')) });
    else if (code !== undefined) pieces.push({ kind: 'code', text: unescape(code) });
    else if (control !== undefined) pieces.push(controlPiece(control, names));
    else if (styled !== undefined) {
      const kind = STYLES[mark as keyof typeof STYLES];
      pieces.push({ kind, pieces: inline(styled, names) });
    }
  }
  if (end < text.length) pieces.push(plain(text.slice(end)));
  return pieces;
};

/** Lines that begin with an escaped `>` are quoted; neighbours together. */
const QUOTES = /(?:^|\n)((?:&gt;[^\n]*(?:\n|$))+)/g;

/** Takes Slack's mrkdwn apart. What it does not know stays text. */
export const parseMrkdwn = (text: string, names: Names): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(QUOTES)) {
    if (found.index > end) pieces.push(...inline(text.slice(end, found.index), names));
    const quoted = (found[1] ?? '').replaceAll(/^&gt; ?/gm, '').replace(/\n$/, '');
    pieces.push({ kind: 'quote', pieces: inline(quoted, names) });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push(...inline(text.slice(end), names));
  return pieces;
};
