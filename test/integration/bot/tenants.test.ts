import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startBotWorld, type BotWorld, type PolicyFor } from '../../support/bot-world.ts';
import { wordsInstead } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { change, type Fault, loginRedirect, refuse, webPage } from '../../support/faults.ts';

const PAGE = 200;

const tenant = (n: number, name: string) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name,
  parent_id: null,
  time_zone: 'Europe/Rome',
});

const items = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })) });

/** The platform's own tenants, and others that it does not know, in pages. */
const withOthers =
  (others: readonly object[]): Fault =>
  async (request, next) => {
    const own = items.parse(await (await next()).json());
    const all = [...own.items, ...others];
    const from = (Number(new URL(request.url).searchParams.get('page_number') ?? 1) - 1) * PAGE;
    return Response.json({ ...own, items: all.slice(from, from + PAGE), total: all.length });
  };

const using = async (
  work: (world: BotWorld) => Promise<void>,
  policy?: PolicyFor,
): Promise<void> => {
  const world = await startBotWorld('http', { rateLimits: false, ...(policy ? { policy } : {}) });
  try {
    await work(world);
  } finally {
    await world.close();
  }
};

describe('the tenants in the form', () => {
  it('can all be found, by their words in any order, without accents, and by their ids', () =>
    using(async (world) => {
      const many = Array.from({ length: 900 }, (_, n) => tenant(n, `Zürich Werk ${n}`));
      const others = [...many, tenant(5001, 'Łódź'), tenant(5002, 'İzmir Straße')];
      world.faults.on('GET', /\/tenants$/, withOthers(others));
      const ada = await world.openForm('ada', 'general', '"Anywhere"');
      const found = async (text: string) =>
        (await ada.suggest('tenant', text)).map((each) => each.text);
      await eventually(() => world.faults.count('GET', /\/tenants$/) >= 5);
      expect(await found('werk zurich 899')).toEqual(['Zürich Werk 899']);
      expect(await found('lodz')).toEqual(['Łódź']);
      expect(await found('STRASSE izmir')).toEqual(['İzmir Straße']);
      expect(await found(tenant(777, '').id.toUpperCase())).toEqual(['Zürich Werk 777']);
      expect((await found('zürich werk 1'))[0]).toBe('Zürich Werk 1');
      expect(await found('')).toHaveLength(100);
    }));

  it('begin with those that the policy names, all of them', () => {
    const named = Array.from({ length: 30 }, (_, n) => `Named ${n}`);
    return using(
      async (world) => {
        const others = [
          ...Array.from({ length: 500 }, (_, n) => tenant(n, `Other ${n}`)),
          ...named.map((name, n) => tenant(3000 + n, name)),
        ];
        world.faults.on('GET', /\/tenants$/, withOthers(others));
        const ada = await world.openForm('ada', 'general', '"Named"');
        await eventually(() => world.faults.count('GET', /\/tenants$/) >= 3);
        const options = await ada.suggest('tenant', '');
        expect(options).toHaveLength(100);
        expect(options.slice(0, 30).map(({ text }) => text)).toEqual(named);
      },
      (slack) => ({
        ask: 'Ada',
        rules: [
          {
            who: { users: [slack.person('ada').id] },
            tenants: named,
            permissions: ['read'],
            maxDays: 30,
          },
          {
            who: { users: [slack.person('ada').id] },
            tenants: 'any',
            permissions: ['read'],
            maxDays: 7,
          },
        ],
      }),
    );
  });

  it.each<readonly [string, Fault]>([
    ['refused', refuse(403)],
    ['not there', refuse(404)],
    ['in conflict', refuse(409)],
    ['invalid', refuse(422)],
    ['broken', refuse(500)],
    ['a web page', webPage],
    ['at the login', loginRedirect],
    ['of another form', change({ items: 'none' })],
  ])('are the own one alone where the list is %s, which is said', (_, fault) =>
    using(async (world) => {
      world.faults.on('GET', /\/tenants$/, fault);
      const ada = await world.openForm('ada', 'general', '"Own one"');
      const field = ada.modal()?.fields.find(({ blockId }) => blockId === 'tenant');
      expect(field?.options.map(({ text }) => text)).toEqual(['Nord', 'All tenants']);
      expect(ada.modal()?.words).toContain('The platform does not say which tenants there are.');
      expect(await ada.submit()).toEqual({ kind: 'closed' });
      const shown = await ada.until(() => ada.ephemerals().find((each) => each.preformatted[0]));
      expect(shown.words).toContain('Own one');
    }),
  );

  it('are none where the policy grants another than the own one and the list is missing', () =>
    using(
      async (world) => {
        world.faults.on('GET', /\/tenants$/, refuse(403));
        const ada = world.slack.asPerson('ada');
        await ada.command('general', '/tenant-token create');
        expect(await wordsInstead(ada)).toContain(
          'which tenants there are, so none can be offered',
        );
      },
      (slack) => ({
        ask: 'Ada',
        rules: [
          {
            who: { users: [slack.person('ada').id] },
            tenants: ['Nord Hafen'],
            permissions: ['read'],
            maxDays: 30,
          },
        ],
      }),
    ));
});
