import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { bundle } from '../../support/cockpits/bundle.ts';
import { scriptPages } from '../../support/cockpits/script-pages.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';
import { exactly, openTrials, request, type Trials } from './trials.ts';

const PLAIN = fileURLToPath(new URL('../../support/cockpits/pages/plain.ts', import.meta.url));
const DATES = ['2027-03-04', '2027-04-03', '2028-02-29', '2027-12-31', null] as CalendarDate[];

let server: CockpitServer;

beforeAll(async () => {
  server = await startCockpitServer(scriptPages({ plain: await bundle(PLAIN) }));
});

afterAll(() => server.close());

describe.each(['chromium', 'firefox'] as const)('a form in plain HTML, in %s', (kind) => {
  let trials: Trials;

  beforeAll(async () => {
    trials = await openTrials(kind, server);
  });
  afterEach(() => server.record.clear());
  afterAll(() => trials.close());

  it.each([
    ['boxes', 'en'],
    ['switches', 'de'],
    ['icon', 'fr'],
    ['loose', 'it'],
    ['around', 'en'],
    ['placeholders', 'de'],
    ['dialog', 'it'],
    ['div-dialog', 'fr'],
    ['shadow', 'en'],
    ['late', 'de'],
    ['ticked', 'it'],
    ['group', 'fr'],
  ] as const)('makes exactly what was asked for: %s, in %s', async (shape, lang) => {
    const wanted = request();
    await trials.goto(`/plain/?shape=${shape}&lang=${lang}`);
    const { ended, made } = await trials.drive(wanted);
    expect({ ended, made }).toMatchObject({
      ended: 'made',
      made: [exactly(wanted, 'Nord Hafen')],
    });
  });

  it.each([['virtual'], ['virtual-typed']])(
    'finds one among five thousand tenants: %s',
    async (shape) => {
      const wanted = request({ tenant: { kind: 'one', name: 'Tenant 4711' } });
      await trials.goto(`/plain/?shape=${shape}`);
      expect(await trials.drive(wanted)).toMatchObject({
        ended: 'made',
        made: [exactly(wanted, 'Tenant 4711')],
      });
    },
  );

  it.each([
    ['fewer', { description: '', tenant: { kind: 'only' }, expiresOn: null }, 'made'],
    ['fewer', { description: '', tenant: { kind: 'only' } }, 'missing expiresOn “”'],
    ['fewer', { description: '', expiresOn: null }, 'missing tenant “”'],
    ['no-permissions', {}, 'no_wizard null “”'],
    ['group-needed', {}, 'unknown_field null “Device group:”'],
    ['duplicated', {}, 'ambiguous name “Name:”'],
    ['twice', {}, 'ambiguous tenant “Tenant:”'],
    ['renamed', {}, 'no_wizard null “”'],
    ['reverting', {}, 'not_kept read “”'],
  ] as const)('%s, asked for %j: %s', async (shape, change, end) => {
    const wanted = request(change);
    await trials.goto(`/plain/?shape=${shape}`);
    const { ended, made } = await trials.drive(wanted, { hurry: true });
    expect(ended).toBe(end);
    expect(made).toMatchObject(end === 'made' ? [exactly(wanted, '')] : []);
  });

  it.each(['swapped', 'ticking'])('makes what was asked for, or nothing: %s', async (shape) => {
    const wanted = request({ permissions: ['read', 'write'] });
    await trials.goto(`/plain/?shape=${shape}`);
    const { ended, made } = await trials.drive(wanted);
    expect(made).toMatchObject(ended === 'made' ? [exactly(wanted, 'Nord Hafen')] : []);
  });

  it.each(LANGUAGES)('writes each date as a text field wants it, in %s', async (lang) => {
    await trials.goto(`/plain/?shape=textdate&lang=${lang}`);
    for (const [index, expiresOn] of DATES.entries()) {
      const wanted = request({ name: `Dated ${index}`, expiresOn });
      const { ended, made } = await trials.drive(wanted);
      expect({ ended, made: made.at(-1) }).toMatchObject({
        ended: 'made',
        made: exactly(wanted, 'Nord Hafen'),
      });
    }
  });
});
