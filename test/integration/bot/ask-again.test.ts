import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { refuse } from '../../support/faults.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';

const ROOT = '00000000-0000-4000-8000-';

const tenant = (id: number, name: string) => ({
  id: `${ROOT}${String(id).padStart(12, '0')}`,
  name,
  parent_id: null,
  time_zone: 'Europe/Rome',
});

const page = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), name: z.string() })) });

const FIRST_PAGE = 200;

describe('“Ask again”', () => {
  let world: BotWorld;
  let ada: PersonWindow;
  let ivo: PersonWindow;
  beforeAll(async () => {
    world = await startBotWorld('http', { rateLimits: false });
    ada = world.slack.asPerson('ada');
    ivo = world.slack.asPerson('ivo');
  });
  beforeEach(() => {
    world.slack.clearFaults();
    world.faults.clear();
  });
  afterAll(async () => world.close());

  /** The message in the DM that says why there is no token. */
  const announced = (window: PersonWindow, name: string): Promise<SeenMessage> =>
    window.until(() =>
      window.messages(window.directMessage()).findLast((each) => each.words.includes(name)),
    );

  /** The platform's own tenants, among which some stand that it does not know. */
  const withTenants = (of: BotWorld, others: () => readonly object[]): void =>
    of.faults.on('GET', /\/tenants$/, async (request, next) => {
      const { searchParams } = new URL(request.url);
      const { items, ...rest } = page.parse(await (await next()).json());
      const search = (searchParams.get('search') ?? '').toLowerCase();
      const all = z
        .array(z.looseObject({ name: z.string() }))
        .parse([...items, ...others()])
        .filter(({ name }) => name.toLowerCase().includes(search));
      const from = (Number(searchParams.get('page_number') ?? 1) - 1) * FIRST_PAGE;
      return Response.json({
        ...rest,
        items: all.slice(from, from + FIRST_PAGE),
        total: all.length,
      });
    });

  it('for a tenant beyond the first hundreds chooses that one, and none where it is gone', async () => {
    const fresh = await startBotWorld('http', { rateLimits: false });
    try {
      const wide = [
        tenant(0, 'Wide'),
        ...Array.from({ length: 250 }, (_, index) => tenant(index + 1, `Wide ${index}`)),
        tenant(4321, 'Wide 4321'),
      ];
      let there = wide;
      withTenants(fresh, () => there);
      // The platform has never heard of it, so it makes nothing.
      const window = await fresh.openForm('ada', 'general', '"Far" --tenant "Wide 4321"');
      const chosen = () =>
        window.modal()?.fields.find(({ blockId }) => blockId === 'tenant')?.value;
      expect(chosen()).toBe(tenant(4321, '').id);
      expect(await window.submit()).toEqual({ kind: 'closed' });
      const word = await window.until(() =>
        window
          .ephemerals()
          .concat(window.messages(window.directMessage()))
          .findLast((each) => each.buttons.some(({ actionId }) => actionId === 'ask_again')),
      );
      await pressForm(window, word, 'Ask again');
      expect(chosen()).toBe(tenant(4321, '').id);
      await window.close();

      there = wide.slice(0, -1);
      fresh.later(3 * 60_000);
      const read = (): number => fresh.faults.count('GET', /\/tenants$/);
      const before = read();
      // Whoever asks first has the list as it was, and has it read anew, both pages.
      await pressForm(window, word, 'Ask again');
      await window.close();
      await eventually(() => read() >= before + 2);
      await eventually(async () => {
        // Whoever opens form after form is made to wait.
        fresh.later(3_000);
        await pressForm(window, word, 'Ask again');
        const found = chosen();
        if (found) await window.close();
        return !found;
      });
      expect(window.modal()?.words).toMatch(/There is no tenant .Wide 4321. here\. Choose one\./u);
      await window.check('permissions', ['Read']);
      const { kind } = await window.submit();
      expect(kind).toBe('incomplete');
    } finally {
      await fresh.close();
    }
  });

  it('goes by where it is pressed, not by where the first request came from', async () => {
    world.faults.on('POST', /\/save$/, refuse(409));
    await world.openForm('ivo', 'operations', '"From the channel"');
    await ivo.submit();
    const word = await announced(ivo, 'From the channel');
    world.faults.clear();
    await ivo.press(word, 'Erneut anfordern');
    // On a busy machine something opens at once, and the answer follows in it.
    const said = await ivo.until(() =>
      [ivo.modal(), ...ivo.ephemerals()].find((each) =>
        each?.words.includes('Die Richtlinie erlaubt Ihnen hier keine API-Tokens'),
      ),
    );
    expect(said.words).toContain('Ada Berger');
    expect(ivo.modal()?.submit).toBeUndefined();
  });

  it('in the DM makes the token there for whoever is granted it anywhere', async () => {
    world.faults.on('POST', /\/save$/, refuse(409));
    await world.openForm('ada', 'general', '"From anywhere"');
    await ada.submit();
    const word = await announced(ada, 'From anywhere');
    world.faults.clear();
    await pressForm(ada, word, 'Ask again');
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    const shown = await ada.until(() =>
      ada.ephemerals(ada.directMessage()).find((each) => each.preformatted.length > 0),
    );
    expect(shown.words).toContain('From anywhere');
  });
});
