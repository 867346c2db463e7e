import { assert, property } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_REASONS } from '../../../../bot/delivery/ports.ts';
import { simulate, type Truth, turns } from './simulation.ts';

const RUNS = 5000;

const announced = ({ words }: Truth): boolean =>
  ANNOUNCEMENT_REASONS.some((reason) => reason === words.at(-1));

describe('a flow, whatever a platform, Slack and crashes do to it', () => {
  const sizes = { accepted: 0, active: 0, revoked: 0, announced: 0, answered: 0 };

  afterAll(() => {
    console.log('Sizes over the random flows:', JSON.stringify(sizes));
    for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(0);
  });

  it('never has a working token that Slack did not take, and leaves no one unanswered', () => {
    assert(
      property(turns, (given) => {
        const truth = simulate(given, (meanwhile) => {
          if (meanwhile.token === 'active') expect(meanwhile.accepted).toBe(true);
        });
        const { progress, token, accepted, ownerRevoked, words } = truth;
        expect(progress.owed).toBeNull();
        expect(words.length).toBeGreaterThan(0);
        expect(['saved', 'discarded', 'dead', 'revoked']).toContain(progress.state);
        expect(token === 'active').toBe(progress.state === 'saved');
        if (accepted && token !== 'active') expect(ownerRevoked || announced(truth)).toBe(true);
        if (token === 'active') expect(words.at(-1)).toBe('active');

        sizes.answered += 1;
        if (accepted) sizes.accepted += 1;
        if (token === 'active') sizes.active += 1;
        if (progress.state === 'revoked') sizes.revoked += 1;
        if (announced(truth)) sizes.announced += 1;
      }),
      { numRuns: RUNS },
    );
  });

  it('never says that a token does not work while it may', () => {
    assert(
      property(turns, (given) => {
        simulate(given, ({ words, token, progress }) => {
          const last = words.at(-1);
          const dead = announced({ words } as Truth) && last !== 'save_unknown';
          // Where the owner has just revoked, the last word is the one before.
          if (dead && progress.state !== 'revoking') expect(token).not.toBe('active');
        });
      }),
      { numRuns: RUNS },
    );
  });
});
