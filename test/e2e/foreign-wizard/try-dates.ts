import { isDeepStrictEqual } from 'node:util';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import type { Toolkit } from '../../support/cockpits/build-toolkits.ts';
import type { CockpitServer } from '../../support/cockpits/start-cockpit-server.ts';
import type { Made } from '../../support/cockpits/token-record.ts';
import type { Tally } from './mutated/try-pages.ts';
import { exactly, openTrials, request } from './trials.ts';

/** The dates that could be taken for another one; null for never. */
export const DATES = [
  '2027-03-04',
  '2027-04-03',
  '2028-02-29',
  '2027-12-31',
  null,
] as readonly (CalendarDate | null)[];

/** The shapes in which each toolkit's form takes a date. */
const DATE_SHAPES: Readonly<Record<Toolkit, readonly string[]>> = {
  mui: [''],
  ant: ['', 'iso'],
  'element-plus': ['', 'iso'],
  angular: ['', 'native', 'blur'],
  live: ['', 'typed'],
};

/** How a date ends that was met. */
export const EXACT = 'exact and saved';

const isExactly = (made: Made, wanted: Partial<Made>): boolean =>
  isDeepStrictEqual({ ...made, ...wanted }, made);

/**
 * Drives every date in every language in each shape that a toolkit's form takes dates in. Those of one
 * shape follow each other on one page, since loading a toolkit costs more than filling in its form.
 */
export const tryDates = async (kind: BrowserKind, server: CockpitServer): Promise<Tally> => {
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  const trials = await openTrials(kind, server);
  const tryOne = async (where: string, expiresOn: CalendarDate | null): Promise<void> => {
    const name = `${kind} ${where} ${expiresOn ?? 'never'}`;
    const wanted = request({ name, expiresOn });
    const { ended, made } = await trials.drive(wanted);
    const [held, second] = made.filter((each) => each.name === name);
    // What did not end well is no more than that where the server holds nothing, or exactly that.
    const state = held && ended !== 'made' ? { state: held.state } : {};
    const isRight = held
      ? !second && isExactly(held, { ...exactly(wanted, 'Nord Hafen'), ...state })
      : ended !== 'made';
    if (!isRight) wrong.push(`${name}: ${ended}, ${JSON.stringify([held, second])}`);
    const how = ended === 'made' ? EXACT : `${ended} (${name})`;
    counts.set(how, (counts.get(how) ?? 0) + 1);
    // A form that was left half filled in is no beginning.
    if (ended !== 'made') await trials.page.reload();
  };
  try {
    for (const [kit, shapes] of Object.entries(DATE_SHAPES)) {
      for (const shape of shapes) {
        for (const lang of LANGUAGES) {
          server.record.clear();
          await trials.goto(`/${kit}/?shape=${shape}&lang=${lang}`);
          for (const date of DATES) await tryOne(`${kit} ${shape} ${lang}`, date);
        }
      }
    }
  } finally {
    await trials.close();
  }
  return { counts, wrong };
};
