const CHARS = String.raw`[^"\\\u0000-\u001f]*`;
const STRING = String.raw`"${CHARS}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${CHARS})*"`;
const PLAIN = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null`;
const TOKEN = new RegExp(String.raw`[\t\n\r ]*(?:(${STRING})|(${PLAIN})|([[\]{}:,]))`, 'y');
const SPACE_ENDS = /[^\t\n\r ]|$/g;

type Wanted = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'more' | 'nothing';

/** What may follow a token; undefined where that one may not stand there. `open`: the brackets around it. */
const after = (
  wanted: Wanted,
  token: { readonly isText: boolean; readonly mark: string | undefined },
  open: ('[' | '{')[],
): Wanted | undefined => {
  const { isText, mark } = token;
  const ended = (): Wanted => (open.length === 0 ? 'nothing' : 'more');
  const closes =
    (mark === ']' && open.at(-1) === '[' && (wanted === 'more' || wanted === 'first item')) ||
    (mark === '}' && open.at(-1) === '{' && (wanted === 'more' || wanted === 'first key'));
  if (closes) {
    open.pop();
    return ended();
  }
  switch (wanted) {
    case 'value':
    case 'first item':
      if (mark === undefined) return ended();
      if (mark !== '[' && mark !== '{') return undefined;
      open.push(mark);
      return mark === '[' ? 'first item' : 'first key';
    case 'first key':
    case 'key':
      return isText ? 'colon' : undefined;
    case 'colon':
      return mark === ':' ? 'value' : undefined;
    case 'more':
      if (mark !== ',') return undefined;
      return open.at(-1) === '[' ? 'value' : 'key';
    case 'nothing':
      return undefined;
  }
};

/** Where in a text something stands, both counted from 1, as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

const placeOf = (text: string, at: number): TextPlace => {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/**
 * Where a text is no JSON (RFC 8259) any more. What a runtime says of it quotes the text, in which a secret may
 * stand.
 * @returns undefined where it is JSON
 */
export const jsonFault = (text: string): TextPlace | undefined => {
  const open: ('[' | '{')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const [whole, string, plain, mark] = TOKEN.exec(text) ?? [];
    if (whole === undefined) {
      SPACE_ENDS.lastIndex = at;
      const from = SPACE_ENDS.exec(text)?.index ?? text.length;
      return from === text.length && wanted === 'nothing' ? undefined : placeOf(text, from);
    }
    const next = after(wanted, { isText: string !== undefined, mark }, open);
    at += whole.length;
    if (next === undefined) {
      return placeOf(text, at - (string ?? plain ?? mark ?? '').length);
    }
    wanted = next;
  }
};
