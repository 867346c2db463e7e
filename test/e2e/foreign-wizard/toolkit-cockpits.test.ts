import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Toolkit } from '../../support/cockpits/build-toolkits.ts';
import type { Lang } from '../../support/cockpits/pages/words.ts';
import type { CockpitServer } from '../../support/cockpits/start-cockpit-server.ts';
import { startToolkitServer } from './toolkit-server.ts';
import { exactly, openTrials, request, type Trials } from './trials.ts';

/** A shape that a toolkit's form comes in, and when the token that is made there ends. */
type Tried = readonly [shape: string, lang: Lang, expiresOn: string | null];

/**
 * Every language and every date that could be another one, spread over the shapes: a form takes seconds.
 * Firefox, which takes three times as long, tries the first two of each. `npm run prove:pages -- dates`
 * tries each date in each language in both.
 */
const TRIED: Readonly<Record<Toolkit, readonly Tried[]>> = {
  mui: [
    ['', 'en', '2027-03-04'],
    ['autocomplete', 'fr', '2028-02-29'],
    ['switches', 'de', '2027-12-31'],
    ['dialog', 'it', '2027-04-03'],
    ['many', 'it', null],
    ['list', 'fr', '2027-03-04'],
    ['chips', 'de', '2028-02-29'],
  ],
  ant: [
    ['', 'de', '2027-03-04'],
    ['list', 'it', '2027-04-03'],
    ['dialog', 'it', '2028-02-29'],
    ['switches', 'en', '2027-04-03'],
    ['iso', 'fr', '2027-12-31'],
    ['many', 'fr', null],
  ],
  'element-plus': [
    ['switches', 'en', '2027-12-31'],
    ['filterable', 'fr', '2027-03-04'],
    ['', 'de', '2027-04-03'],
    ['iso', 'it', '2028-02-29'],
    ['many', 'en', null],
    ['list', 'de', '2028-02-29'],
  ],
  angular: [
    ['native', 'de', '2027-03-04'],
    ['blur', 'it', '2027-04-03'],
    ['switches', 'en', '2028-02-29'],
    ['', 'fr', '2027-12-31'],
    ['many', 'de', null],
    ['list', 'en', '2027-12-31'],
  ],
  live: [
    ['typed', 'de', '2027-12-31'],
    ['switches', 'fr', '2028-02-29'],
    ['', 'en', '2027-03-04'],
    ['typed', 'it', '2027-04-03'],
    ['switches', 'it', null],
  ],
};
const IN_FIREFOX = 2;

/** For how long 202 packages may be on their way. */
const INSTALLING_MS = 900_000;

let server: CockpitServer;

beforeAll(async () => {
  server = await startToolkitServer();
}, INSTALLING_MS);

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('a form of a toolkit, in %s', (kind) => {
  let trials: Trials;

  beforeAll(async () => {
    trials = await openTrials(kind, server);
  });
  afterEach(() => server.record.clear());
  afterAll(() => trials.close());

  it.each(Object.keys(TRIED) as Toolkit[])(
    'makes exactly what was asked for, shape after shape: %s',
    async (kit) => {
      const tried = TRIED[kit].slice(0, kind === 'firefox' ? IN_FIREFOX : undefined);
      for (const [shape, lang, expiresOn] of tried) {
        const name = `${kit} ${shape} ${lang}`;
        const wanted = request({ name, expiresOn: expiresOn as CalendarDate | null });
        // A live view's address is its server's.
        const there = kit === 'live' ? trials.goto : trials.change;
        await there(`/${kit}/?shape=${shape}&lang=${lang}`);
        const { ended, made } = await trials.drive(wanted);
        expect({ ended, made: made.filter((each) => each.name === name) }, name).toMatchObject({
          ended: 'made',
          made: [exactly(wanted, 'Nord Hafen')],
        });
      }
      expect(server.record.all()).toHaveLength(tried.length);
    },
  );

  // Closed, such a list shows one choice and "+ 1": no second sign says what the other one is.
  if (kind === 'chromium')
    it('makes nothing where a list counts what it does not show, and names it', async () => {
      await trials.goto('/element-plus/?shape=collapsed&lang=de');
      expect(await trials.drive(request())).toEqual({
        ended: 'not_kept permissions “Berechtigungen”',
        made: [],
      });
    });
});
