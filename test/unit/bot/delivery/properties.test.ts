import { assert, property } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_REASONS } from '../../../../bot/flow/word.ts';
import { PATIENCE } from '../../shared/examples.ts';
import { simulate, type Truth, turns } from './simulation.ts';

const RUNS = 5000;

const announced = ({ words }: Truth): boolean =>
  ANNOUNCEMENT_REASONS.some((reason) => reason === words.at(-1));

describe('a flow, whatever a platform, Slack and crashes do to it', PATIENCE, () => {
  const sizes = {
    accepted: 0,
    active: 0,
    revoked: 0,
    revokedWhileSaving: 0,
    announced: 0,
    warned: 0,
    wider: 0,
    answered: 0,
  };

  afterAll(() => {
    console.log('Sizes over the random flows:', JSON.stringify(sizes));
    for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(0);
  });

  it('never has a working token that Slack did not take, and leaves no one unanswered', () => {
    assert(
      property(turns, (given) => {
        const truth = simulate(given, (meanwhile) => {
          // What a platform makes that holds nothing back, it alone has to answer for.
          if (meanwhile.token === 'active')
            expect(meanwhile.accepted || meanwhile.wider).toBe(true);
        });
        const { progress, token, accepted, ownerRevoked, words } = truth;
        expect(progress.owed).toBeNull();
        expect(words.length).toBeGreaterThan(0);
        const warned = words.at(-1) === 'not_taken_back';
        const ends = ['saved', 'discarded', 'dead', 'revoked'];
        expect(warned ? ['discarding', 'revoking'] : ends).toContain(progress.state);
        // Only the platform itself says that it will never show the token.
        if (warned) expect(given.map(({ fate }) => fate)).toContain('not_shown');
        if (!warned) expect(token === 'active').toBe(progress.state === 'saved');
        if (accepted && token !== 'active') {
          expect(ownerRevoked || announced(truth) || warned).toBe(true);
        }
        if (token === 'active') expect(['active', 'not_taken_back']).toContain(words.at(-1));
        if (truth.wider) expect(progress.state).not.toBe('saved');
        // Whatever stands in the conversation of what the bot knows to stand there.
        const standing = [...truth.messages.values()];
        if (token !== 'active') expect(standing).not.toContain('active');
        if (progress.state === 'saved') expect(standing).not.toContain('save_unknown');

        sizes.answered += 1;
        if (accepted) sizes.accepted += 1;
        if (token === 'active') sizes.active += 1;
        if (progress.state === 'revoked') sizes.revoked += 1;
        if (announced(truth)) sizes.announced += 1;
        if (warned) sizes.warned += 1;
        if (truth.wider) sizes.wider += 1;
        sizes.revokedWhileSaving += truth.revokedWhileSaving;
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
