import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, exported, type Format } from '../../../../bot/audit/export.ts';
import { readTask } from '../../../../bot/audit/tool/read-options.ts';
import { chainOf } from './chains.ts';

const LINES = chainOf([
  {
    at: Date.UTC(2026, 10, 28, 20, 0, 0, 7),
    team_id: 'T0001',
    who: 'U0001',
    role: 'asker',
    event: 'claimed',
    tenant_name: 'Nord, "Hafen"',
    token_name: '=HYPERLINK("http://x")',
  },
  { at: 0, team_id: 'T0001', who: 'bot', role: 'bot', event: 'generated' },
]);

const textIn = async (format: Format): Promise<string> => {
  const pages = async function* pages() {
    yield LINES;
  };
  let text = '';
  for await (const piece of exported(pages(), format)) text += piece;
  return text;
};

describe('a cell of a CSV file', () => {
  it.each([
    ['plain', 'plain'],
    ['=1+1', `"'=1+1"`],
    ['+49', `"'+49"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `"'＝1"`],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('of %j is %j', (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it('is one cell again, whatever is in it, and never begins as a formula does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'=,+,-,@,\t,\r,\n,",;,\',a'.split(','), ',') }),
        (text) => {
          const written = cell(text);
          const quoted = /^"((?:[^"]|"")*)"$/.exec(written)?.[1]?.replaceAll('""', '"');
          const read = quoted ?? written;
          if (quoted === undefined) expect(written).not.toMatch(/[",\r\n]/);
          expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
          expect([text, `'${text}`]).toContain(read);
        },
      ),
    );
  });
});

describe('an export', () => {
  it('as CSV has a line of names, then a line for each', async () => {
    const [names, first, second, end] = (await textIn('csv')).split('\r\n');
    expect(names).toMatch(/^seq,at,team_id,who,role,event,/);
    expect(first).toMatch(/^1,2026-11-28T20:00:00\.007Z,T0001,U0001,asker,claimed,/);
    expect(first).toContain(`,"Nord, ""Hafen""","'=HYPERLINK(""http://x"")",`);
    expect(second).toMatch(/^2,1970-01-01T00:00:00\.000Z,T0001,bot,bot,generated,,/);
    expect(end).toBe('');
  });

  it('as NDJSON has an object a line, without what it says nothing of', async () => {
    const [first, second] = (await textIn('ndjson')).split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ seq: 1, token_name: '=HYPERLINK("http://x")' });
    expect(JSON.parse(second ?? '')).toEqual({
      seq: 2,
      at: '1970-01-01T00:00:00.000Z',
      team_id: 'T0001',
      who: 'bot',
      role: 'bot',
      event: 'generated',
      hash: LINES[1]?.hash,
    });
  });
});

describe('what is typed', () => {
  const read = (line: string) => readTask(line.split(' '));

  it('says which lines: whole days in UTC, or times', () => {
    const typed = 'export --format csv --from 2026-11-01 --to 2026-11-30 --person U1 --tenant Nord';
    expect(read(typed)).toEqual({
      ok: true,
      value: {
        kind: 'export',
        format: 'csv',
        filter: {
          from: Date.UTC(2026, 10, 1),
          to: Date.UTC(2026, 11, 1),
          person: 'U1',
          tenant: 'Nord',
        },
      },
    });
    expect(read('export --format ndjson --to 2026-11-30T08:00:00+01:00')).toMatchObject({
      value: { filter: { to: Date.UTC(2026, 10, 30, 7) } },
    });
  });

  it('says which head was noted down', () => {
    const hash = 'a'.repeat(64);
    expect(read(`verify --head 12:${hash}`)).toEqual({
      ok: true,
      value: { kind: 'verify', published: { seq: 12, hash } },
    });
    expect(read('verify')).toEqual({ ok: true, value: { kind: 'verify' } });
  });

  it.each([
    'delete',
    'export',
    'export --format xml',
    'export --format toString',
    'export --format csv --from yesterday',
    'export --format csv --to 2026-02-30',
    'export --format csv --head 1:a',
    'export --format csv more',
    'verify --head 12',
    `verify --head 0:${'a'.repeat(64)}`,
    'verify --from 2026-01-01',
  ])('and is not guessed: %s', (typed) => {
    expect(read(typed).ok).toBe(false);
  });
});
