import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { withShown } from '../../../shared/cockpit/description.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { bundle } from '../../support/cockpits/bundle.ts';
import { scriptPages } from '../../support/cockpits/script-pages.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';
import { buildTeachPart, teachIn } from './taught-page.ts';
import { exactly, openTrials, request, type Trials } from './trials.ts';
import { DATES } from './try-dates.ts';

const PLAIN = fileURLToPath(new URL('../../support/cockpits/pages/plain.ts', import.meta.url));

/** Firefox, which takes three times as long, tries every third row. */
const triedIn = <Row>(kind: BrowserKind, rows: readonly Row[]): Row[] =>
  rows.filter((_row, index) => kind === 'chromium' || index % 3 === 0);

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

  it.each(
    triedIn(kind, [
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
      ['toggles', 'en'],
      ['behind-labels', 'de'],
      ['button-list', 'it'],
    ] as const),
  )('makes exactly what was asked for: %s, in %s', async (shape, lang) => {
    const wanted = request();
    await trials.change(`/plain/?shape=${shape}&lang=${lang}`);
    const { ended, made } = await trials.drive(wanted);
    expect({ ended, made }).toMatchObject({
      ended: 'made',
      made: [exactly(wanted, 'Nord Hafen')],
    });
  });

  // A shape that no browser has a way of its own with.
  if (kind === 'chromium')
    it.each([
      ['date-selects', 'fr', '2028-02-29'],
      ['date-selects', 'en', null],
      ['date-fields', 'de', '2027-03-04'],
      ['rights', 'it', '2027-04-03'],
    ] as const)('fills in parts and choices: %s, in %s, until %s', async (shape, lang, date) => {
      const wanted = request({ expiresOn: date as CalendarDate | null });
      await trials.change(`/plain/?shape=${shape}&lang=${lang}`);
      expect(await trials.drive(wanted)).toMatchObject({
        ended: 'made',
        made: [exactly(wanted, 'Nord Hafen')],
      });
    });

  it('fills in what was pointed at: one of three fields, and a list', async () => {
    const css = (selector: string) => [{ by: 'css' as const, selector }];
    const description = withShown(server.url, null, {
      controls: {
        name: css('#field-1'),
        next: [{ by: 'name', kind: 'button', name: 'Onward' }],
        expiresOn: css('p > select:nth-of-type(2)'),
        tenant: [{ by: 'name', kind: 'select', name: 'Tenant:' }],
        permissions: [{ by: 'name', kind: 'select', name: 'Powers:' }],
      },
    });
    const wanted = request({ description: '', permissions: ['read', 'create'] });
    await trials.goto('/plain/?shape=foreign');
    expect(await trials.drive(wanted, { description })).toMatchObject({
      ended: 'made',
      made: [exactly(wanted, 'Nord Hafen')],
    });
  });

  if (kind === 'chromium')
    it('lets a field in a frame of its own be shown, and says why in another’s none can be', async () => {
      const { page } = trials;
      await trials.goto('/plain/');
      await page.evaluate(() => {
        const style = 'position: fixed; left: 40px; width: 300px; height: 60px; top:';
        document.body.innerHTML = `<iframe style="${style} 10px" srcdoc="<input id=own>"></iframe>
          <iframe title="Elsewhere" style="${style} 90px" src="data:text/html,<input>"></iframe>`;
      });
      await page.waitForFunction(() => frames[0]?.document.querySelector('#own'));
      // Until its page has come, a frame has an empty one of ours.
      await page.waitForFunction(
        () => document.querySelectorAll('iframe')[1]?.contentDocument === null,
      );
      await teachIn(page, await buildTeachPart(), 'en');
      await page.mouse.move(100, 120);
      await page.mouse.click(100, 120);
      const card = await page.evaluate(
        () => document.querySelector('tenant-token-pointer')?.shadowRoot?.textContent ?? '',
      );
      expect(card).toContain('“Elsewhere” is a frame with a page of another site');
      // Its field is marked where it is to be seen.
      await page.mouse.move(100, 30);
      await page.mouse.click(100, 30);
      const answer: unknown = await page.evaluate("teach({ do: 'taught' })");
      expect(answer).toMatchObject({
        at: 2,
        shown: [{ subject: 'name', locators: [{ attribute: 'id', value: 'own' }, {}] }],
      });
    });

  it.each([['virtual'], ['virtual-typed']])(
    'finds one among five thousand tenants: %s',
    async (shape) => {
      const wanted = request({ tenant: { kind: 'one', name: 'Tenant 4711' } });
      await trials.change(`/plain/?shape=${shape}`);
      expect(await trials.drive(wanted)).toMatchObject({
        ended: 'made',
        made: [exactly(wanted, 'Tenant 4711')],
      });
    },
  );

  it.each(
    triedIn(kind, [
      ['fewer', { description: '', tenant: { kind: 'only' }, expiresOn: null }, 'made'],
      ['fewer', { description: '', tenant: { kind: 'only' } }, 'missing expiresOn “”'],
      ['fewer', { description: '', expiresOn: null }, 'missing tenant “”'],
      ['no-permissions', {}, 'no_wizard null “”'],
      ['group-needed', {}, 'unset null “Device group:”'],
      ['duplicated', {}, 'ambiguous name “Name:”'],
      ['twice', {}, 'ambiguous tenant “Tenant:”'],
      ['renamed', {}, 'no_wizard null “”'],
      ['reverting', {}, 'not_kept read “”'],
      ['button-list', { tenant: { kind: 'only' } }, 'tenant_unknown tenant “Tenant:”'],
      ['held-down', {}, 'unknown_permission permissions “Admin”'],
    ] as const),
  )('%s, asked for %j: %s', async (shape, change, end) => {
    const wanted = request(change);
    await trials.change(`/plain/?shape=${shape}`);
    // Patience that ends sooner is for what never comes.
    const { ended, made } = await trials.drive(wanted, { hurry: end !== 'made' });
    expect(ended).toBe(end);
    expect(made).toMatchObject(end === 'made' ? [exactly(wanted, '')] : []);
  });

  it.each(['swapped', 'ticking'])('makes what was asked for, or nothing: %s', async (shape) => {
    const wanted = request({ permissions: ['read', 'write'] });
    await trials.change(`/plain/?shape=${shape}`);
    const { ended, made } = await trials.drive(wanted);
    expect(made).toMatchObject(ended === 'made' ? [exactly(wanted, 'Nord Hafen')] : []);
  });

  // Which text that is the product decides: each browser tries every other language.
  it.each(LANGUAGES.filter((_language, index) => index % 2 === (kind === 'chromium' ? 0 : 1)))(
    'writes each date as a text field wants it, in %s',
    async (lang) => {
      await trials.change(`/plain/?shape=textdate&lang=${lang}`);
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
