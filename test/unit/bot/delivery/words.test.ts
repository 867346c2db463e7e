import { describe, expect, it } from 'vitest';
import { advance, todo } from '../../../../bot/delivery/machine.ts';
import { NOW, MINUTE, SAVED, delivered, saved } from './deliveries.ts';

describe('a word', () => {
  const receipt = { channel: 'D1', ts: '1.2' };
  const other = { channel: 'D1', ts: '3.4' };

  it('that became due while another was sent stays due', () => {
    const unknown = { ...delivered, owed: 'save_unknown', wordAt: NOW } as const;
    const works = advance(unknown, SAVED, NOW + 1);
    const told = advance(works, { kind: 'said', word: 'save_unknown', receipt }, NOW + 2);
    expect(told).toMatchObject({ said: 'save_unknown', owed: 'active', wordAt: NOW + 1, receipt });
    expect(todo(told, NOW + 2)).toBe('say');
  });

  it('that is said without a place leaves the place of the one before', () => {
    const told = advance(saved, { kind: 'said', word: 'active', receipt }, NOW);
    const again = advance(told, { kind: 'said', word: 'active', receipt: null }, NOW);
    expect(again.receipt).toEqual(receipt);
  });

  it('waits twice as long after each failure, and counts anew for another word', () => {
    const unsaid = { kind: 'unsaid', waitMs: 0, because: null } as const;
    const once = advance(saved, unsaid, NOW);
    expect(once).toMatchObject({ wordAttempts: 1, wordAt: NOW + 2000, wordSince: NOW });
    expect(advance(once, unsaid, NOW)).toMatchObject({ wordAttempts: 2, wordAt: NOW + 4000 });
  });

  it('is given up after thirty days, and not before', () => {
    const unsaid = { kind: 'unsaid', waitMs: 0, because: null } as const;
    const days = 30 * 24 * 60 * MINUTE;
    expect(advance(saved, unsaid, NOW + days - 1).owed).toBe('active');
    const given = advance(saved, unsaid, NOW + days);
    expect(given).toMatchObject({ owed: null, wordAt: null, wordSince: null, said: null });
    expect(todo(given, NOW + 2 * days)).toBeUndefined();
  });

  it('of an older version, of which nobody knows since when it is due, has thirty days from now', () => {
    const unsaid = { kind: 'unsaid', waitMs: 0, because: null } as const;
    expect(advance({ ...saved, wordSince: null }, unsaid, NOW + 7)).toMatchObject({
      owed: 'active',
      wordSince: NOW + 7,
    });
  });

  it('is no longer due where there is nobody to be told', () => {
    const event = { kind: 'person_gone', because: 'user_disabled' } as const;
    expect(advance(saved, event, NOW)).toMatchObject({ state: 'saved', owed: null, wordAt: null });
  });

  describe('that was said while something newer was written', () => {
    const late = { kind: 'said_late', word: 'active', receipt } as const;
    const revoked = { ...saved, state: 'revoked', owed: null, wordAt: null } as const;

    it('is brought up to date where its message is the only one', () => {
      const progress = advance({ ...revoked, said: 'revoked' }, late, NOW);
      expect(progress).toMatchObject({ receipt, owed: 'revoked', wordAt: NOW });
    });

    it('is brought up to date though the last word stands in another message', () => {
      const progress = advance({ ...revoked, said: 'revoked', receipt: other }, late, NOW);
      expect(progress).toMatchObject({ receipt, owed: 'revoked' });
    });

    it('is where the word stands that is yet to be said', () => {
      const revoking = advance(saved, { kind: 'revoke', receipt: null }, NOW);
      expect(advance(revoking, late, NOW)).toMatchObject({
        state: 'revoking',
        receipt,
        said: 'active',
        owed: null,
      });
      const owed = { ...revoked, said: 'active', owed: 'revoked', wordAt: 5 } as const;
      expect(advance(owed, late, NOW)).toMatchObject({ receipt, owed: 'revoked', wordAt: 5 });
    });

    it('is brought up to date where it says that a token works that may be gone', () => {
      const open = { ...saved, state: 'revoking', said: 'not_taken_back', owed: null } as const;
      const elsewhere = { ...open, receipt: other, wordAt: null } as const;
      expect(advance(elsewhere, late, NOW)).toMatchObject({ receipt, owed: 'not_taken_back' });
      const waiting = { ...elsewhere, owed: 'revoked', wordAt: 5 } as const;
      expect(advance(waiting, late, NOW)).toBe(waiting);
    });

    it('is brought up to date where it has taken the place of the newer one', () => {
      const told = { ...saved, owed: null, said: 'active', receipt } as const;
      const warned = { ...late, word: 'not_taken_back' } as const;
      expect(advance(told, warned, NOW)).toMatchObject({ receipt, owed: 'active', wordAt: NOW });
      const known = { ...told, receipt: other } as const;
      expect(advance(known, warned, NOW)).toBe(known);
    });

    it('is the newer one where a doubt was said before', () => {
      const doubt = { ...saved, owed: null, said: 'save_unknown', receipt: other } as const;
      expect(advance(doubt, late, NOW)).toMatchObject({ receipt, said: 'active', owed: null });
      const twice = { ...late, word: 'save_unknown' } as const;
      expect(advance(doubt, twice, NOW)).toBe(doubt);
    });

    it('is nothing to do where it is true, and where its place is known already', () => {
      const told = { ...saved, owed: null, said: 'active' } as const;
      expect(advance(told, late, NOW)).toMatchObject({ receipt, owed: null });
      const known = { ...told, receipt: other } as const;
      expect(advance(known, late, NOW)).toBe(known);
      const owed = { ...revoked, said: 'revoked', owed: 'revoked', receipt: other } as const;
      expect(advance(owed, late, NOW)).toBe(owed);
    });
  });
});
