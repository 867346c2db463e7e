import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../../sandbox/slack/page/dates.ts';
import { parseMrkdwn, type Piece } from '../../../../sandbox/slack/page/mrkdwn.ts';

const NAMES = { names: { U1: 'Ada Berger', C1: 'general' }, groups: { S1: 'admins' } };
const parse = (text: string): Piece[] => parseMrkdwn(text, NAMES);
const text = (words: string): Piece => ({ kind: 'text', text: words });

describe('mrkdwn', () => {
  it.each<[string, Piece[]]>([
    ['plain', [text('plain')]],
    [
      '*bold* _it_ ~no~',
      [
        { kind: 'bold', pieces: [text('bold')] },
        text(' '),
        { kind: 'italic', pieces: [text('it')] },
        text(' '),
        { kind: 'strike', pieces: [text('no')] },
      ],
    ],
    ['*a _b_*', [{ kind: 'bold', pieces: [text('a '), { kind: 'italic', pieces: [text('b')] }] }]],
    ['2*3*4 and snake_case_name', [text('2*3*4 and snake_case_name')]],
    ['* no *', [text('* no *')]],
    ['`a *b* &amp;`', [{ kind: 'code', text: 'a *b* &' }]],
    ['```\nx &lt; *y*```', [{ kind: 'block', text: 'x < *y*' }]],
    ['&lt;b&gt; &amp;lt; &quot;', [text('<b> &lt; &quot;')]],
    [
      '<@U1> <@U2|ivo> <@U3>',
      [
        { kind: 'mention', text: '@Ada Berger' },
        text(' '),
        { kind: 'mention', text: '@ivo' },
        text(' '),
        { kind: 'mention', text: '@U3' },
      ],
    ],
    [
      '<#C1> <!subteam^S1> <!channel>',
      [
        { kind: 'mention', text: '#general' },
        text(' '),
        { kind: 'mention', text: '@admins' },
        text(' '),
        { kind: 'mention', text: '@channel' },
      ],
    ],
    [
      '<https://a.example/?x=1&amp;y|a &amp; b>',
      [{ kind: 'link', url: 'https://a.example/?x=1&y', text: 'a & b' }],
    ],
    ['<javascript:alert(1)|click>', [text('<javascript:alert(1)|click>')]],
    [
      '&gt; one\n&gt; *two*\nthree',
      [
        { kind: 'quote', pieces: [text('one\n'), { kind: 'bold', pieces: [text('two')] }] },
        text('three'),
      ],
    ],
    [
      '<!date^1900000000^{date_short}^https://a.example|17 March>',
      [
        {
          kind: 'date',
          seconds: 1_900_000_000,
          format: '{date_short}',
          fallback: '17 March',
          url: 'https://a.example',
        },
      ],
    ],
  ])('%s', (source, pieces) => {
    expect(parse(source)).toEqual(pieces);
  });

  it('never makes a link that a click must not follow, whatever it is given', () => {
    const links = (pieces: readonly Piece[]): string[] =>
      pieces.flatMap((piece) =>
        piece.kind === 'link' ? [piece.url] : 'pieces' in piece ? links(piece.pieces) : [],
      );
    const part = fc.constantFrom(
      '<',
      '>',
      '|',
      '*',
      '_',
      '`',
      '&gt; ',
      '&lt;',
      'javascript:',
      'data:',
      'https://',
      '!date^1^',
      'a',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        for (const url of links(parse(parts.join('')))) expect(url).toMatch(/^(https?:|mailto:)/);
      }),
    );
  });

  it('takes long hostile texts apart in no time', () => {
    const before = process.cpuUsage();
    for (const piece of ['*a ', '<', '_*~', '&gt; ', '`']) parse(piece.repeat(3000 / piece.length));
    // The processor's time, since the clock's goes on while others have their turn.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('a date', () => {
  const zurich = { locale: 'de-CH', timeZone: 'Europe/Zurich' };
  it('is told in the reader’s language and zone', () => {
    expect(formatDate(1_900_000_000, 'bis {date_short}, {time}', 'x', zurich)).toBe(
      'bis 17.03.2030, 18:46',
    );
    const newYork = { locale: 'en-US', timeZone: 'America/New_York' };
    expect(formatDate(1_900_000_000, '{date_long_pretty}', 'x', newYork)).toBe(
      'Sunday, March 17, 2030',
    );
  });

  it('falls back where its format says nothing', () => {
    expect(formatDate(1_900_000_000, '{moon}', '17 March', zurich)).toBe('17 March');
  });
});
