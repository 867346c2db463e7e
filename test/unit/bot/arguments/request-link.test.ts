import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkInWords } from '../../../../bot/arguments/request-link.ts';
import { wishOfLink } from '../../../../bot/modal/wish.ts';
import { type LinkedRequest, writeRequestFragment } from '../../../../shared/request-link.ts';
import { day } from '../../shared/examples.ts';

const REQUEST: LinkedRequest = {
  name: 'CI uploader <!channel>',
  description: 'Nightly | builds',
  tenantId: 'Nord Labor',
  permissions: ['read', 'write'],
  expiresOn: day('2026-03-17'),
  from: { person: 'Ines', workspace: 'Harbour Works' },
};

const written = writeRequestFragment(REQUEST);
const FRAGMENT = written.ok ? written.value : '';

const wishOf = (text: string) => {
  const link = linkInWords(text);
  return link && wishOfLink(link);
};

describe('a request link after the command', () => {
  it.each([
    ['alone', `https://nord.example.com/${FRAGMENT}`],
    ['as its fragment', FRAGMENT],
    ['as Slack marks links', `<https://nord.example.com/${FRAGMENT}>`],
    ['with a label', `<https://nord.example.com/${FRAGMENT}|nord.example.com>`],
  ])('is a wish for what it says: %s', (_, text) => {
    expect(wishOf(text)).toEqual({
      name: 'CI uploader <!channel>',
      description: 'Nightly | builds',
      tenant: { kind: 'typed', text: 'Nord Labor' },
      permissions: ['read', 'write'],
      expires: { date: REQUEST.expiresOn },
      unread: [],
      unmet: [],
    });
  });

  it.each(['https://ci.example.com/builds#42', 'Build #t', 'https://ci.example.com/'])(
    'is not what %s is',
    (text) => {
      expect(linkInWords(text)).toBeUndefined();
    },
  );

  it('leaves other words unread, and says so', () => {
    expect(wishOf(`${FRAGMENT} --expires never`)?.unread).toEqual(['--expires', 'never']);
  });

  it.each([
    ['cut off', FRAGMENT.slice(0, -3)],
    ['of a megabyte', `#tenant-token=${'A'.repeat(1_000_000)}`],
    ['with nothing in it', '#tenant-token='],
    ['cut off within its mark', 'https://nord.example.com/#tenant-tok'],
    [
      'cut off before it says anything',
      '<https://nord.example.com/#tenant-token|nord.example.com>',
    ],
    ['shortened by whoever copied it', 'https://nord.example.com/#tena…'],
    ['behind another fragment', `https://nord.example.com/#x${FRAGMENT}`],
  ])('wishes for nothing where it is %s, and says that it was not understood', (_, text) => {
    expect(wishOf(text)).toMatchObject({
      name: '',
      tenant: undefined,
      permissions: undefined,
      unread: ['#tenant-token='],
      unmet: ['tenant', 'permissions', 'expires'],
    });
  });

  it('is none where there is no fragment of ours', () => {
    expect(linkInWords('"CI uploader" --tenant Nord')).toBeUndefined();
  });

  it('is read whatever is edited in it, and wishes for nothing that it does not say', () => {
    let read = 0;
    const edits = fc.tuple(fc.nat(FRAGMENT.length), fc.nat(3), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 2 }), (all) => {
        const text = all.reduce(
          (link, [at, gone, more]) => link.slice(0, at) + more + link.slice(at + gone),
          FRAGMENT,
        );
        const wish = wishOf(text);
        if (!wish) return;
        read += 1;
        expect(wish.name.length).toBeLessThanOrEqual(1000);
        for (const each of wish.permissions ?? []) {
          expect(['read', 'write', 'create', 'delete']).toContain(each);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(5000);
  });
});
