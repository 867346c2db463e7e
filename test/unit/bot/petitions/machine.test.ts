import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  endsByOthers,
  type PetitionEvent,
  petitionFor,
  todo,
} from '../../../../bot/petitions/machine.ts';
import { workingDayAfter } from '../../../../bot/petitions/working-day.ts';
import type { Petition } from '../../../../bot/flow/petition.ts';
import { approvalBy } from '../../../support/approval-by.ts';
import { submission } from '../../../support/bot-submission.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday, ten in the morning in Berlin. */
const TUESDAY = Date.parse('2026-03-10T09:00:00Z');

const approval = approvalBy('U0BOSS');

const fresh = (): Petition =>
  petitionFor(
    'p1',
    submission({ responseUrl: 'https://hooks.slack.com/commands/x' }),
    [approval, { ...approval, lapsesAfterDays: 5 }],
    'rules[0]',
    null,
    TUESDAY,
  );

const addressed = (): Petition => advance(fresh(), { kind: 'addressed', somebody: true }, TUESDAY);

const ANSWERS: readonly PetitionEvent[] = [
  { kind: 'approved', by: 'U0BOSS', page: null },
  { kind: 'refused', by: 'U0BOSS', reason: 'no' },
  { kind: 'withdrawn' },
  { kind: 'void', because: 'policy' },
];

const events: fc.Arbitrary<PetitionEvent> = fc.constantFrom<PetitionEvent>(
  ...ANSWERS,
  { kind: 'addressed', somebody: true },
  { kind: 'addressed', somebody: false },
  { kind: 'not_addressed' },
  { kind: 'reminded' },
  { kind: 'lapsed' },
  { kind: 'made', delivered: true },
  { kind: 'made', delivered: false },
);

describe('a petition', () => {
  it('begins with its approvers to be found, lapses at the latest of the times, and keeps no address', () => {
    expect(fresh()).toMatchObject({
      state: 'waiting',
      dueAt: TUESDAY,
      remindAt: TUESDAY + DAY,
      lapsesAt: TUESDAY + 5 * DAY,
      submission: { responseUrl: null },
    });
    expect(todo(fresh(), TUESDAY)).toBe('address');
  });

  it('is void where there is nobody who may approve it', () => {
    const nobody = advance(fresh(), { kind: 'addressed', somebody: false }, TUESDAY);
    expect(nobody).toMatchObject({ state: 'void', because: 'nobody', dueAt: null });
    expect(endsByOthers(nobody)).toBe(true);
  });

  it('is put to its approvers later where Slack does not say who they are, and lapses all the same', () => {
    let petition = fresh();
    for (let tried = 0; tried < 20; tried += 1) {
      petition = advance(petition, { kind: 'not_addressed' }, petition.dueAt ?? 0);
    }
    expect(petition.dueAt).toBeGreaterThan(TUESDAY + HOUR);
    expect(petition.dueAt).toBeLessThanOrEqual(petition.lapsesAt);
    expect(todo(petition, petition.lapsesAt)).toBe('lapse');
  });

  it('is reminded of once, and then lapses, not before its time', () => {
    const waits = addressed();
    expect(todo(waits, TUESDAY + DAY - 1)).toBeUndefined();
    expect(todo(waits, TUESDAY + DAY)).toBe('remind');
    const reminded = advance(waits, { kind: 'reminded' }, TUESDAY + DAY);
    expect(advance(reminded, { kind: 'reminded' }, TUESDAY + DAY)).toBe(reminded);
    expect(todo(reminded, waits.lapsesAt - 1)).toBeUndefined();
    expect(advance(reminded, { kind: 'lapsed' }, waits.lapsesAt - 1)).toBe(reminded);
    expect(todo(reminded, waits.lapsesAt)).toBe('lapse');
    expect(advance(reminded, { kind: 'lapsed' }, waits.lapsesAt).state).toBe('lapsed');
  });

  it.each(ANSWERS)('takes the first answer, and no other after it: %j', (answer) => {
    const answered = advance(addressed(), answer, TUESDAY + HOUR);
    expect(answered.state).toBe(answer.kind);
    for (const other of ANSWERS) expect(advance(answered, other, TUESDAY + DAY)).toBe(answered);
  });

  it('ends once, whatever happens in whatever order, and then has nothing left to do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(3 * DAY)), { maxLength: 20 }), (story) => {
        let petition = fresh();
        let now = TUESDAY;
        let left = 0;
        for (const [event, ms] of story) {
          now += ms;
          const next = advance(petition, event, now);
          if (petition.state === 'waiting' && next.state !== 'waiting') left += 1;
          if (petition.state !== 'waiting' && next.state !== petition.state) {
            expect([petition.state, event.kind]).toEqual(['approved', 'made']);
          }
          if (next.state === 'waiting') expect(next.dueAt).not.toBeNull();
          else expect(todo(next, Infinity)).toBeUndefined();
          petition = next;
        }
        expect(left).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a working day later', () => {
  it.each([
    ['is the next day at the same time', '2026-03-10T09:00:00Z', '2026-03-11T09:00:00Z'],
    ['is Monday morning after a Friday', '2026-03-13T15:30:00Z', '2026-03-16T08:30:00Z'],
    ['is Monday morning after a Saturday', '2026-03-14T09:00:00Z', '2026-03-16T08:00:00Z'],
    ['is Monday after a Sunday', '2026-03-15T09:00:00Z', '2026-03-16T09:00:00Z'],
  ])('%s', (_, from, to) => {
    expect(new Date(workingDayAfter(Date.parse(from), 'Europe/Berlin'))).toEqual(new Date(to));
  });

  it('is known in a zone that is not known here', () => {
    expect(workingDayAfter(TUESDAY, 'Mars/Olympus')).toBe(TUESDAY + DAY);
  });
});
