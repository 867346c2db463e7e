import { createAllowance } from './allowance.ts';

const SECOND = 1000;

/** What one person may ask of Slack through the bot, before Slack itself is asked. */
export interface Allowances {
  /** A form: `views.open`, a hundred a minute for all. */
  readonly form: (userId: string) => boolean;
  /** A decision, by how many people have to be asked about: `users.info`, a hundred a minute for all. */
  readonly decision: (userId: string, people: number) => boolean;
  /** A decision that depends on user groups: `usergroups.list`, twenty a minute for all. */
  readonly groups: (userId: string) => boolean;
  /** Being asked about anew, before a command or a button is refused by what was known. */
  readonly anew: (userId: string) => boolean;
}

/** @param now milliseconds by a clock that nobody sets */
export const createAllowances = (now: () => number): Allowances => {
  const anew = createAllowance({ burst: 3, everyMs: 30 * SECOND, now });
  const anewForAll = createAllowance({ burst: 8, everyMs: 8 * SECOND, now });
  return {
    form: createAllowance({ burst: 20, everyMs: 3 * SECOND, now }),
    decision: createAllowance({ burst: 40, everyMs: 2 * SECOND, now }),
    groups: createAllowance({ burst: 8, everyMs: 10 * SECOND, now }),
    // The rest of Slack's quota is for those who are granted something.
    anew: (userId) => anew(userId) && anewForAll(''),
  };
};
