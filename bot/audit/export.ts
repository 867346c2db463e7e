import { ALL_COLUMNS, type ChainedLine } from '../store/audit/chain.ts';

/** Those with which a spreadsheet takes a cell for a formula, and their wide forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of a CSV file that every reader takes for the text that it is. */
export const cell = (text: string): string => {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t;']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const shown = (line: ChainedLine, name: (typeof ALL_COLUMNS)[number]): string | number | null =>
  name === 'at' ? new Date(line.at).toISOString() : line[name];

const asCsv = (line: ChainedLine): string =>
  ALL_COLUMNS.map((name) => cell(String(shown(line, name) ?? ''))).join(',');

const asNdjson = (line: ChainedLine): string =>
  JSON.stringify(
    Object.fromEntries(
      ALL_COLUMNS.flatMap((name) => {
        const value = shown(line, name);
        return value === null ? [] : [[name, value]];
      }),
    ),
  );

/** How a record is written down for others. */
export const FORMATS = {
  csv: { head: `${ALL_COLUMNS.join(',')}\r\n`, line: asCsv, end: '\r\n' },
  ndjson: { head: '', line: asNdjson, end: '\n' },
} as const;

export type Format = keyof typeof FORMATS;

/** A record as text, a piece for each page. */
export async function* exported(
  pages: AsyncIterable<readonly ChainedLine[]>,
  format: Format,
): AsyncGenerator<string> {
  const { head, line, end } = FORMATS[format];
  if (head !== '') yield head;
  for await (const page of pages) yield page.map((each) => line(each) + end).join('');
}
