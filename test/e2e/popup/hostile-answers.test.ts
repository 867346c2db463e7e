import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { misfits } from './layout.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { id, listOf, type Poser, says, SESSION, startPoser, TENANT } from './poser.ts';
import { titleOf } from './steps.ts';
import { makeToken, openWorld, waitForStep, type World } from './world.ts';

const { user, tenant } = SESSION;
const json = JSON.stringify;

/** Answers to “who am I” that no tenant platform gives. */
const NO_SESSION = {
  null: null,
  'a list': [],
  'a text': says('"signed in"'),
  'nothing at all': says(''),
  'half of it': says(json(SESSION).slice(0, -20)),
  'another type': says(json(SESSION), 'text/html'),
  'only the person': { user },
  'a person without an address': { ...SESSION, user: { name: 'Eve', role: 'Super Admin' } },
  'a tenant without a sound id': { ...SESSION, tenant: { ...tenant, id: '../../admin' } },
  'a yes that is no yes': { ...SESSION, can_manage_tokens: 'yes' },
  'members of its prototype': says(`{"__proto__": ${json(SESSION)}}`),
  'a hundred thousand brackets': says('['.repeat(100_000)),
  'bytes that are no text': (response: ServerResponse) => {
    response.setHeader('content-type', 'application/json');
    response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]));
  },
  'four megabytes': { ...SESSION, padding: 'x'.repeat(4 * 1024 * 1024) },
};

/** Odd ones that cost no more than what is odd about them. */
const ODD_SESSIONS = {
  'a name of 201 characters': { tenant: { ...tenant, name: 'W'.repeat(201) } },
  'a name of 10,000 characters': { tenant: { ...tenant, name: 'W'.repeat(10_000) } },
  'a zone on Mars': { tenant: { ...tenant, time_zone: 'Mars/Olympus' } },
  'no zone': { tenant: { ...tenant, time_zone: null } },
  'a permission that there is not': { permissions: ['read', 'rule'] },
};

/** Answers that are no list of tenants. */
const NO_TENANTS = {
  null: null,
  'no list': { ...listOf([]), items: {} },
  'a 403': says('{"error":"No.","code":403}', 'application/json', 403),
  'a 404': says('<h1>Not found</h1>', 'text/html', 404),
  'a page': says('<h1>Tenants</h1>', 'text/html'),
  'a way elsewhere': says('', 'text/html', 302, { location: '/sign-in' }),
  'four megabytes': { ...listOf([TENANT]), padding: 'x'.repeat(4 * 1024 * 1024) },
};

/** A second tenant that is odd. */
const ODD_TENANTS = {
  'no zone': { time_zone: undefined },
  'a zone on Mars': { time_zone: 'Mars/Olympus' },
  'a name of 201 characters': { name: 'W'.repeat(201) },
  'no name': { name: null },
  'an id in capitals': { id: id(2).toUpperCase() },
};

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  let poser: Poser;

  beforeAll(async () => {
    poser = await startPoser('poser');
    world = await openWorld(driver);
  });
  beforeEach(async () => {
    poser.reset();
    await world.reset();
  });
  afterAll(async () => {
    await world.close();
    await poser.close();
  });

  const open = async (): Promise<Popup> => world.openPopup(await world.atPage(`${poser.origin}/`));

  const expectNoTenant = async (popup: Popup): Promise<void> => {
    await waitForStep(popup, 'not_tenant');
    expect(await titleOf(popup)).toBe(said.notTenant.title);
    expect(await popup.text()).toContain(said.notTenant.no_platform);
    expect(await popup.text()).toContain(poser.origin);
    expect(await popup.byRole('textbox').exists()).toBe(false);
    // Nothing of it is kept either.
    expect(await world.session.extensionStorage('session')).toEqual({});
  };

  test('a poser that behaves is a tenant page like any other: the form says whose it is', async () => {
    const popup = await open();
    await waitForStep(popup, 'form');
    expect(await popup.text()).toContain(poser.origin);
    expect(await popup.text()).toContain(user.email);
  });

  test.each(examplesFor(driver, Object.entries(NO_SESSION)))(
    '“who am I”: %s is no tenant',
    async (_what, reply) => {
      poser.answer('session', reply);
      await expectNoTenant(await open());
    },
  );

  test.each(examplesFor(driver, Object.entries(ODD_SESSIONS)))(
    '“who am I”: %s is a tenant all the same, and its token can be made',
    async (_what, changes) => {
      poser.answer('session', { ...SESSION, ...changes });
      await makeToken(await open());
    },
  );

  test.each(examplesFor(driver, Object.entries(NO_TENANTS)))(
    'tenants: %s leaves the own tenant, and says so',
    async (_what, reply) => {
      poser.answer('tenants', reply);
      const popup = await open();
      await waitForStep(popup, 'form');
      expect(await popup.text()).toContain(en.form.noList);
      await makeToken(popup);
    },
  );

  test.each(examplesFor(driver, Object.entries(ODD_TENANTS)))(
    'tenants: one with %s can be chosen like any other',
    async (_what, changes) => {
      const odd = { ...TENANT, id: id(2), name: 'Odd', ...changes };
      poser.answer('tenants', listOf([TENANT, odd, null, { ...TENANT, id: 'nord' }]));
      const popup = await open();
      await waitForStep(popup, 'form');
      await popup.byRole('combobox', en.fields.tenantId).select(odd.name ?? id(2));
      await makeToken(popup);
      expect(poser.asked('next').map(({ body }) => JSON.parse(body) as object)).toMatchObject([
        { tenant_id: id(2) },
      ]);
    },
  );

  test.each([
    ['a way elsewhere', says('', 'text/html', 302, { location: '/sign-in' })],
    ['a foreign 403', says('<h1>Forbidden</h1>', 'text/html', 403)],
  ])('“who am I”: %s may mean that nobody is signed in', async (_what, reply) => {
    poser.answer('session', reply);
    const popup = await open();
    await waitForStep(popup, 'signed_out');
    expect(await popup.text()).toContain(said.perhapsSignedOut.text);
  });

  if (isBrowser(driver)) {
    test('a body without an end is read to a measure, and the connection closed', async () => {
      const closed = Promise.withResolvers<void>();
      let sent = 0;
      poser.answer('session', (response) => {
        response.on('close', () => closed.resolve());
        response.setHeader('content-type', 'application/json');
        const chunk = Buffer.alloc(16_384, ' ');
        const more = (): void => {
          do sent += chunk.length;
          while (response.write(chunk));
        };
        response.on('drain', more);
        more();
      });
      await expectNoTenant(await open());
      await closed.promise;
      expect(sent).toBeGreaterThan(262_144);
      expect(sent).toBeLessThan(64 * 1024 * 1024);
    });

    test('a list of as many and as long names as there may be stays within the popup', async () => {
      const many = Array.from({ length: 200 }, (_, index) => ({
        ...TENANT,
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        name: `${index} ${'W'.repeat(190)}`,
      }));
      poser.answer('session', {
        ...SESSION,
        tenant: { ...tenant, name: 'W'.repeat(200) },
        user: { ...user, email: `${'w'.repeat(240)}@poser.example` },
      });
      poser.answer('tenants', listOf(many, 1_000_000));
      const popup = await open();
      await waitForStep(popup, 'form');
      const overflow = () =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth;
      // A panel that is still growing has a scroll bar.
      await expect.poll(() => popup.evaluate(overflow)).toBe(0);
      await popup.byRole('combobox', 'Tenant').fill('199 W');
      const found = () => document.querySelectorAll('#tenants [role="option"]').length;
      await expect.poll(() => popup.evaluate(found)).toBe(1);
      await expect.poll(() => popup.evaluate(misfits)).toEqual([]);
    });
  }

  // Its own patience, and it takes a while: the other browser shows it elsewhere.
  if (driver === firefox) {
    test('a body that never goes on is waited for, and then given up', async () => {
      poser.answer('session', (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      });
      const popup = await open();
      await popup.waitForText(en.loading);
      await expect.poll(() => titleOf(popup)).toBe(said.unavailable);
      expect(await popup.text()).toContain(notices.timeout);
    });
  }

  if (isBrowser(driver)) return;

  test('a wait of years is cut to an hour, and a reference that is none is not shown', async () => {
    const headers = { 'retry-after': '999999999', 'x-request-id': '<b>bold</b>' };
    poser.answer(
      'session',
      says('{"error": "Later.", "code": 429}', 'application/json', 429, headers),
    );
    const popup = await open();
    await waitForStep(popup, 'unavailable');
    const text = await popup.text();
    expect(text).toContain(fill(notices.rate_limited, { wait: '60 minutes' }));
    expect(text).not.toContain('bold');
  });
});
