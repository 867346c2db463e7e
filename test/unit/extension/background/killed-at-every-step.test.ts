import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATIENCE } from '../../shared/examples.ts';
import { faultsOf, goOn, live, type Mishap, MISHAPS, type Story } from './driven-stories.ts';

/** How many steps a story has in which nothing happens. */
const steps = async (wants: Story['wants']): Promise<number> => {
  const story = { mishap: 'nothing at all', at: 1, when: 'after', wants, strays: false } as const;
  const { person } = await live(story);
  expect(person.told.at(-1)?.step).toBe(wants === 'save' ? 'saved' : 'form');
  expect(person.cockpit.server).toMatchObject([
    { name: 'One', state: wants === 'save' ? 'active' : 'discarded' },
  ]);
  return person.calls();
};

describe('a run through a cockpit’s wizard', () => {
  test.each(Object.keys(MISHAPS) as Mishap[])(
    'ends in the truth at whichever step: %s',
    PATIENCE,
    async (mishap) => {
      for (const wants of ['save', 'cancel'] as const) {
        const last = await steps(wants);
        // Up to the token, both are the same.
        for (let at = wants === 'save' ? 1 : last - 24; at <= last; at += 1) {
          const story = { mishap, at, when: 'after', wants, strays: at % 2 === 0 } as const;
          const { person, other } = await live(story);
          expect({ story, faults: await faultsOf(person) }).toEqual({ story, faults: [] });
          expect(person.cockpit.actsIn(other)).toBe(0);
        }
      }
    },
  );
});

describe('two of them', () => {
  const story: fc.Arbitrary<Story> = fc.record({
    mishap: fc.constantFrom(...(Object.keys(MISHAPS) as Mishap[])),
    at: fc.integer({ min: 1, max: 70 }),
    when: fc.constantFrom('before', 'after'),
    wants: fc.constantFrom('save', 'cancel'),
    strays: fc.boolean(),
  });

  test('one after the other, are each their own, whatever happens to the first', PATIENCE, () =>
    fc.assert(
      fc.asyncProperty(story, fc.boolean(), async (first, reloads) => {
        const { person, other } = await live(first);
        const { cockpit } = person;
        const tab = cockpit.tabs().find((each) => each !== other) ?? other;
        if (reloads) cockpit.reload(tab);
        await person.open(tab);
        const second = await person.next(tab, 'Two');
        await goOn(person, tab, first, second);
        await goOn(person, tab, first, await person.open(tab));
        expect(await faultsOf(person)).toEqual([]);
      }),
      { numRuns: 200 },
    ),
  );
});
