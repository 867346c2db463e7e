import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../bot/audit/verify.ts';
import { type ChainedLine, hashOf, LINE_COLUMNS } from '../../../../bot/store/audit/chain.ts';
import { chains, forgotten } from './chains.ts';

const RUNS = { numRuns: 300 };

/** In two pages, as it is read. */
const verify = (chain: readonly ChainedLine[], published?: { seq: number; hash: string }) =>
  verifyChain([chain.slice(0, 2), chain.slice(2)], published);

const isSound = async (chain: readonly ChainedLine[]): Promise<boolean> => (await verify(chain)).ok;

/** A record whole, or with its older lines removed when their time was over. */
const records = chains(3).chain((chain) =>
  fc.nat(chain.length - 1).map((upTo) => (upTo === 0 ? chain : forgotten(chain, upTo))),
);

const withPlace = records.chain((record) =>
  fc.record({ record: fc.constant(record), place: fc.nat(record.length - 1) }),
);

/** Those that stand alone: nobody can say more of them than the lines do. */
const head = (record: readonly ChainedLine[]): ChainedLine => {
  const last = record.at(-1);
  if (!last) throw new Error('There is no line.');
  return last;
};

describe('a record', () => {
  it('as it was written is sound, and so is one whose older lines the bot has removed', () =>
    fc.assert(
      fc.asyncProperty(records, async (record) => {
        const verified = await verify(record);
        const { seq, hash } = head(record);
        expect(verified).toMatchObject({
          ok: true,
          value: { lines: record.length, first: record[0]?.seq, head: { seq, hash } },
        });
      }),
      RUNS,
    ));

  it('without a line at its beginning or in its middle is found out', () =>
    fc.assert(
      fc.asyncProperty(withPlace, async ({ record, place }) => {
        fc.pre(place < record.length - 1);
        expect(await isSound(record.toSpliced(place, 1))).toBe(false);
      }),
      RUNS,
    ));

  it('in which a line says anything else is found out', () =>
    fc.assert(
      fc.asyncProperty(
        withPlace,
        fc.constantFrom('seq' as const, 'hash' as const, ...LINE_COLUMNS),
        fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.constant(null)),
        async ({ record, place }, column, value) => {
          const line = record[place];
          fc.pre(line !== undefined && line[column] !== value);
          const altered = record.with(place, {
            ...head(record),
            ...line,
            [column]: value,
          });
          expect(await isSound(altered)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    ));

  it('in which an altered line was given the hash that it should have is found out at the next', () =>
    fc.assert(
      fc.asyncProperty(withPlace, fc.string({ minLength: 1 }), async ({ record, place }, more) => {
        const [line, before] = [record[place], record[place - 1]];
        fc.pre(line !== undefined && place < record.length - 1);
        fc.pre(before !== undefined || line.seq === 1);
        const says = { ...line, who: line.who + more };
        const altered = { ...says, hash: hashOf(before?.hash ?? '', line.seq, says) };
        expect(await verify(record.with(place, altered))).toEqual({
          ok: false,
          error: { kind: 'altered', seq: line.seq + 1 },
        });
      }),
      RUNS,
    ));

  it('in another order is found out, with new numbers too', () =>
    fc.assert(
      fc.asyncProperty(withPlace, fc.boolean(), async ({ record, place }, numbered) => {
        const [one, other] = [record[place], record[place + 1]];
        fc.pre(one !== undefined && other !== undefined);
        const swapped = numbered
          ? [
              { ...other, seq: one.seq },
              { ...one, seq: other.seq },
            ]
          : [other, one];
        expect(await isSound(record.toSpliced(place, 2, ...swapped))).toBe(false);
      }),
      RUNS,
    ));

  it('with a line more is found out, where the others were numbered anew too', () =>
    fc.assert(
      fc.asyncProperty(withPlace, fc.boolean(), async ({ record, place }, numbered) => {
        const line = record[place];
        fc.pre(line !== undefined);
        const later = record
          .slice(place)
          .map((each) => (numbered ? { ...each, seq: each.seq + 1 } : each));
        expect(await isSound([...record.slice(0, place), line, ...later])).toBe(false);
      }),
      RUNS,
    ));

  it('that was cut off at its end is found out by a head that was noted down, and only by that', () =>
    fc.assert(
      fc.asyncProperty(chains(2), fc.nat(), async (chain, cut) => {
        const left = chain.slice(0, 1 + (cut % (chain.length - 1)));
        const { seq, hash } = head(chain);
        expect(await isSound(left)).toBe(true);
        expect(await verify(left, { seq, hash })).toEqual({
          ok: false,
          error: { kind: 'not_published', seq },
        });
      }),
      RUNS,
    ));
});

describe('a head that was noted down', () => {
  it('is found, or said to be older than what is kept, and another one is not', () =>
    fc.assert(
      fc.asyncProperty(chains(3), fc.nat(), fc.nat(), async (chain, place, removed) => {
        const { seq, hash } = chain[place % chain.length] ?? head(chain);
        const upTo = removed % chain.length;
        const record = upTo === 0 ? chain : forgotten(chain, upTo);
        const published = seq < upTo ? 'forgotten' : 'found';
        expect(await verify(record, { seq, hash })).toMatchObject({
          ok: true,
          value: { published },
        });
        const other = await verify(record, { seq, hash: 'f'.repeat(64) });
        expect(other.ok).toBe(seq < upTo);
      }),
      RUNS,
    ));
});

it('without a line is sound, unless one was noted down', async () => {
  expect(await verify([])).toMatchObject({ ok: true, value: { lines: 0 } });
  expect((await verify([], { seq: 1, hash: '' })).ok).toBe(false);
});

it('of which lines were removed without a word says which', async () => {
  const [chain] = fc.sample(chains(5), 1);
  expect(await verify(chain?.slice(2) ?? [])).toEqual({
    ok: false,
    error: { kind: 'missing', from: 1, to: 2 },
  });
  expect(await verify(chain?.toSpliced(1, 2) ?? [])).toEqual({
    ok: false,
    error: { kind: 'missing', from: 2, to: 3 },
  });
});
