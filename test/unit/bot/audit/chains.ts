import * as fc from 'fast-check';
import { chained, type ChainedLine, START } from '../../../../bot/store/audit/chain.ts';
import type { AuditLine } from '../../../../bot/store/audit/line.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ maxLength: 12 }));
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });

/** What a bot may come to write down. */
const auditLines: fc.Arbitrary<AuditLine> = fc
  .record({
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    team_id: text,
    who: text,
    role: fc.constantFrom(
      'asker' as const,
      'approver' as const,
      'maker' as const,
      'sweep' as const,
    ),
    event: text,
    subject: maybe(text),
    state: maybe(text),
    detail: maybe(text),
    tenant_name: maybe(text),
  })
  .map((line) => JSON.parse(JSON.stringify(line)) as AuditLine);

/** Lines in their places, from the first. */
export const chainOf = (lines: readonly AuditLine[]): readonly ChainedLine[] => {
  const chain: ChainedLine[] = [];
  for (const line of lines) chain.push(chained(chain.at(-1) ?? START, line));
  return chain;
};

/** A record as it was written. */
export const chains = (minLength: number): fc.Arbitrary<readonly ChainedLine[]> =>
  fc.array(auditLines, { minLength, maxLength: 12 }).map(chainOf);

/** The same record after its first `upTo` lines were removed by the bot, which says so in its last line. */
export const forgotten = (chain: readonly ChainedLine[], upTo: number): readonly ChainedLine[] => {
  const last = chain[upTo - 1] ?? START;
  const anchor = chained(chain.at(-1) ?? START, {
    at: 0,
    team_id: 'T0001',
    who: 'bot',
    role: 'bot',
    event: 'forgotten',
    anchor: last.seq,
    detail: last.hash,
  });
  return [...chain, anchor].slice(upTo);
};
