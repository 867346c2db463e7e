import { expect, it } from 'vitest';
import { createAllowances } from '../../../../bot/people/allowances.ts';

const SECOND = 1000;

/** How many `users.info` Slack answers in a minute, for all (its tier 4). */
const OF_SLACK = 100;

it.each([1, 2])(
  'one person who decides all the time, about %i people, leaves Slack’s answers to others too',
  (people) => {
    let at = 0;
    const { decision } = createAllowances(() => at);
    let asked = 0;
    for (; at < 60 * SECOND; at += SECOND / 10) if (decision('mia', people)) asked += people;
    expect(asked).toBeLessThanOrEqual((OF_SLACK * 3) / 4);
    expect(asked).toBeGreaterThan(OF_SLACK / 2);
  },
);
