import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { buildToolkits, type Toolkit } from '../../support/cockpits/build-toolkits.ts';
import { livePages, liveUpgrade } from '../../support/cockpits/live-view.ts';
import { scriptPages } from '../../support/cockpits/script-pages.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';
import { exactly, openTrials, request, type Trials } from './trials.ts';

const ALL = ['2027-03-04', '2027-04-03', '2028-02-29', '2027-12-31', null];

/** The dates that a toolkit's own field takes from the driver; it refuses the others, and names the field. */
const DATES: Readonly<Record<Toolkit, readonly (string | null)[]>> = {
  mui: [null],
  ant: ['2027-03-04', '2027-04-03', null],
  'element-plus': ALL,
  angular: ALL,
  live: ALL,
};

/** Each toolkit, with the shapes that its form comes in, in one language each. */
const SHAPES = [
  ['mui', 'switches', 'de'],
  ['mui', 'autocomplete', 'fr'],
  ['mui', 'dialog', 'it'],
  ['ant', 'switches', 'en'],
  ['ant', 'dialog', 'it'],
  ['ant', 'iso', 'fr'],
  ['element-plus', 'switches', 'en'],
  ['element-plus', 'filterable', 'fr'],
  ['element-plus', 'iso', 'it'],
  ['angular', 'switches', 'en'],
  ['angular', 'native', 'de'],
  ['angular', 'blur', 'it'],
  ['live', 'switches', 'fr'],
  ['live', 'typed', 'de'],
] as const;

const DATED = (Object.keys(DATES) as Toolkit[]).flatMap((kit) =>
  LANGUAGES.map((lang) => [kit, lang] as const),
);

let server: CockpitServer;

beforeAll(async () => {
  const { live, ...scripts } = await buildToolkits();
  const [views, pages] = [livePages(live), scriptPages(scripts)];
  server = await startCockpitServer((asked) => views(asked) ?? pages(asked), liveUpgrade);
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('a form of a toolkit, in %s', (kind) => {
  let trials: Trials;

  beforeAll(async () => {
    trials = await openTrials(kind, server);
  });
  afterEach(() => server.record.clear());
  afterAll(() => trials.close());

  it.each(SHAPES)('makes exactly what was asked for: %s, %s, in %s', async (kit, shape, lang) => {
    const wanted = request(kit === 'mui' ? { expiresOn: null } : {});
    await trials.goto(`/${kit}/?shape=${shape}&lang=${lang}`);
    expect(await trials.drive(wanted)).toMatchObject({
      ended: 'made',
      made: [exactly(wanted, 'Nord Hafen')],
    });
  });

  it('refuses a date of three parts that it cannot set, and makes nothing', async () => {
    await trials.goto('/mui/');
    expect(await trials.drive(request())).toEqual({ ended: 'not_kept expiresOn “”', made: [] });
  });

  it.each(DATED)(
    'makes a token for each date, one after the other: %s, in %s',
    async (kit, lang) => {
      await trials.goto(`/${kit}/?lang=${lang}`);
      for (const [index, expiresOn] of DATES.entries()) {
        const wanted = request({ name: `Dated ${index}`, expiresOn });
        const { ended, made } = await trials.drive(wanted);
        expect({ ended, made: made.at(-1) }).toMatchObject({
          ended: 'made',
          made: exactly(wanted, 'Nord Hafen'),
        });
      }
    },
  );
});
