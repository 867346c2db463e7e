import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPEN_STATES, type Petition } from '../../../../bot/flow/petition.ts';
import { hashToken } from '../../../../bot/petitions/hash-token.ts';
import {
  advance,
  type PetitionEvent,
  petitionFor,
  todo,
} from '../../../../bot/petitions/machine.ts';
import { secret } from '../../../../shared/secret.ts';
import { approvalBy } from '../../../support/approval-by.ts';
import { submission } from '../../../support/bot-submission.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday, ten in the morning in Berlin. */
const TUESDAY = Date.parse('2026-03-10T09:00:00Z');
const PAGE = 'https://nord.example.com';

const approval = approvalBy('U0BOSS');

const after = (...story: readonly (readonly [PetitionEvent, number])[]): Petition => {
  let petition = petitionFor('p1', submission(), [approval], 'rules[0]', PAGE, TUESDAY);
  for (const [event, at] of [[{ kind: 'addressed', somebody: true }, TUESDAY], ...story] as const) {
    petition = advance(petition, event, at);
  }
  return petition;
};

const YES = { kind: 'approved', by: 'U0BOSS', page: PAGE } as const;
const IN = { kind: 'handed_in', by: 'U0BOSS', until: TUESDAY + 2 * DAY + 60_000 } as const;

describe('a petition whose token a person makes', () => {
  it('is approved into their hands, with the time that approving had', () => {
    const making = after([YES, TUESDAY + 2 * DAY]);
    expect(making).toMatchObject({
      state: 'making',
      decidedBy: 'U0BOSS',
      page: PAGE,
      lapsesAt: TUESDAY + 5 * DAY,
      remindAt: TUESDAY + 3 * DAY,
    });
    expect(todo(making, TUESDAY + 3 * DAY)).toBe('remind');
    expect(todo(making, TUESDAY + 5 * DAY)).toBe('lapse');
  });

  it.each<PetitionEvent>([
    { kind: 'refused', by: 'U0BEN', reason: 'no' },
    { kind: 'withdrawn' },
    { kind: 'void', because: 'policy' },
  ])('can end before a token is there: %j', (event) => {
    expect(after([YES, TUESDAY], [event, TUESDAY + HOUR]).state).toBe(event.kind);
  });

  it('ends with the token that was brought, and nothing stops one that is on its way', () => {
    const handing = after([YES, TUESDAY], [IN, TUESDAY + 2 * DAY]);
    expect(handing).toMatchObject({ state: 'handing', handedBy: 'U0BOSS' });
    const others: readonly PetitionEvent[] = [
      YES,
      IN,
      { kind: 'withdrawn' },
      { kind: 'lapsed' },
      { kind: 'refused', by: 'U0BEN', reason: '' },
      { kind: 'void', because: 'asker' },
    ];
    for (const event of others) expect(advance(handing, event, TUESDAY + 9 * DAY)).toBe(handing);
    const brought = advance(handing, { kind: 'brought', away: true }, TUESDAY + 2 * DAY);
    expect(brought).toMatchObject({ state: 'delivered', away: true, dueAt: null });
  });

  it('waits for another token where one was not brought, or whoever brought it is gone', () => {
    const handing = after([YES, TUESDAY], [IN, TUESDAY + 2 * DAY]);
    expect(todo(handing, IN.until - 1)).toBeUndefined();
    expect(todo(handing, IN.until)).toBe('recover');
    const again = advance(handing, { kind: 'not_brought', seen: true }, IN.until);
    expect(again).toMatchObject({ state: 'making', decidedBy: 'U0BOSS' });
    expect(todo(again, again.lapsesAt)).toBe('lapse');
  });

  it('always has something due, until it has one end, whatever happens in whatever order', () => {
    const others = fc.constantFrom<PetitionEvent>(
      YES,
      { kind: 'reminded' },
      { kind: 'lapsed' },
      { kind: 'refused', by: 'U0BEN', reason: '' },
      { kind: 'withdrawn' },
      { kind: 'void', because: 'tenant' },
      { kind: 'not_brought', seen: false },
    );
    const ways = fc.constantFrom<PetitionEvent>(IN, IN, { kind: 'brought', away: false });
    const events = fc.oneof(others, ways, ways);
    let delivered = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(DAY)), { maxLength: 20 }), (story) => {
        let petition = after([YES, TUESDAY]);
        let now = TUESDAY;
        for (const [event, ms] of story) {
          now += ms;
          const next = advance(petition, event, now);
          const open = OPEN_STATES.includes(next.state);
          expect(open).toBe(next.dueAt !== null);
          if (!OPEN_STATES.includes(petition.state)) expect(next).toBe(petition);
          // Nothing is delivered that was not handed in.
          if (next.state === 'delivered') expect(next.handedBy).toBe('U0BOSS');
          if (next !== petition && next.state === 'delivered') delivered += 1;
          petition = next;
        }
      }),
      { numRuns: 500 },
    );
    expect(delivered).toBeGreaterThan(20);
  });
});

describe('the hash of a token', () => {
  it.each([
    ['of the documented form', `${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`],
    ['of any other', 'A'.repeat(43), 'B'.repeat(43)],
  ])('%s is the same for the same token here, and another elsewhere', async (_, one, other) => {
    const token = secret(one);
    const hash = await hashToken(token, 'salt');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(await hashToken(token, 'salt')).toBe(hash);
    expect(await hashToken(token, 'other')).not.toBe(hash);
    expect(await hashToken(secret(other), 'salt')).not.toBe(hash);
  });
});
