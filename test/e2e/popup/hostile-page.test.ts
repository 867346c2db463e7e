import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { ADA, BEN, signInBehind } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import { tokensInMemory } from './memory.ts';
import {
  expectHarmless,
  id,
  listOf,
  type Poser,
  says,
  SESSION,
  startPoser,
  TENANT,
  TOKEN,
} from './poser.ts';
import { misfits } from './layout.ts';
import { examplesFor, halfFor, isBrowser, LEVELS } from './levels.ts';
import { copyAndSave, NEXT, plainTab } from './steps.ts';
import { makeToken, openWorld, stepOf, waitForStep, type World } from './world.ts';

const MARKUP =
  '<img src=/ran onerror="ran=1"><script>ran=2</script><svg onload=ran=3>{date}{name}$&amp;$1';

const IN_BETWEEN = 'mallory@poser.example';

/** What a poser makes of Next, and how the popup takes it. */
interface Made {
  readonly what: string;
  readonly changes: object;
  readonly step: 'form' | 'failed' | 'unknown';
  readonly says: string;
  /** Whether it is asked to discard what it made. */
  readonly discards: boolean;
}

const { malformed, not_as_asked, other_person } = notices;
const refused = { step: 'form', says: not_as_asked, discards: true } as const;
const unclear = { step: 'unknown', says: malformed, discards: false } as const;

const MADE: readonly Made[] = [
  {
    what: 'no token',
    changes: { token: undefined },
    step: 'failed',
    says: fill(said.failed.unseen.text, { name: 'Mine' }),
    discards: true,
  },
  { what: 'several tokens', changes: { token: [TOKEN, TOKEN] }, ...unclear },
  { what: 'a token with markup', changes: { token: '<b>token</b>' }, ...unclear },
  { what: 'a token that is too long', changes: { token: `A${TOKEN}` }, ...unclear },
  { what: 'another tenant’s token', changes: { anchor_tenant_id: id(2) }, ...refused },
  { what: 'a token for other tenants', changes: { tenant_id: 'all' }, ...refused },
  { what: 'a token that may more', changes: { permissions: ['read', 'delete'] }, ...refused },
  { what: 'a token for ever', changes: { expires_on: null }, ...refused },
  {
    what: 'a token that works unsaved',
    changes: { state: 'active', pending_until: null },
    ...refused,
  },
  {
    what: 'a token whose time is up',
    changes: { pending_until: '2020-01-01T00:00:00Z' },
    step: 'failed',
    says: fill(said.failed.lapsed.text, { name: 'Mine' }),
    discards: false,
  },
];

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  let poser: Poser;

  beforeAll(async () => {
    poser = await startPoser('poser', '<script>globalThis.ran = 0</script>');
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

  const open = async (step = 'form'): Promise<Popup> => {
    const popup = await world.openPopup(await world.session.newTab(`${poser.origin}/`));
    await waitForStep(popup, step);
    return popup;
  };

  describe('markup in names', () => {
    const name = MARKUP;
    const email = '<img/src=/ran/onerror=ran=5>@poser.example';

    test('it is text at every step, and filled into no other text', async () => {
      poser.answer('session', {
        ...SESSION,
        user: { name, email, role: name },
        tenant: { ...SESSION.tenant, name },
      });
      poser.answer('tenants', listOf([TENANT, { ...TENANT, id: id(2), name }]));
      poser.makes({ name, created_by: email });
      const popup = await open();
      for (const part of [name, email]) expect(await popup.text()).toContain(part);
      await popup.byRole('combobox', 'Tenant').select(id(2));
      await expectHarmless(popup, poser);
      await makeToken(popup, name);
      expect(await popup.text()).toContain(name);
      await expectHarmless(popup, poser);
      await copyAndSave(world, popup);
      expect(await popup.text()).toContain(name);
      await expectHarmless(popup, poser);
    });

    test('nor is it markup to someone who may not', async () => {
      poser.answer('session', {
        ...SESSION,
        user: { name, email, role: name },
        can_manage_tokens: false,
      });
      const popup = await open('not_allowed');
      expect(await popup.text()).toContain(
        fill(said.notAllowed.text, { person: name, role: name, tenant: TENANT.name }),
      );
      await expectHarmless(popup, poser);
    });

    if (isBrowser(driver)) return;

    test('what the poser refuses a field for is said in the popup’s own words', async () => {
      const fields = [
        { field: 'name', code: MARKUP },
        { field: MARKUP, code: 'required' },
        { field: '__proto__', code: 'required' },
      ];
      const body = JSON.stringify({ error: MARKUP, code: 422, fields });
      poser.answer('next', says(body, 'application/json', 422));
      const popup = await open();
      await popup.byRole('textbox', 'Name').fill('Mine');
      await popup.byRole('button', 'Next').click();
      await popup.waitForText(en.fieldErrors.wrong_type);
      expect(await popup.text()).not.toContain('onerror');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Mine');
      await expectHarmless(popup, poser);
    });
  });

  describe('a session that changes in mid-flow', () => {
    test.each(
      examplesFor(driver, [
        ['person', { user: { ...SESSION.user, email: IN_BETWEEN } }],
        ['tenant', { tenant: { ...SESSION.tenant, id: id(2) } }],
      ]),
    )('to another %s before Next: no token is asked for', async (_what, changes) => {
      const popup = await open();
      await popup.byRole('textbox', 'Name').fill('Mine');
      poser.answer('session', { ...SESSION, ...changes });
      await popup.byRole('button', 'Next').click();
      await popup.waitForText(other_person);
      expect(await stepOf(popup)).toBe('form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Mine');
      expect(poser.asked('next')).toEqual([]);
    });

    if (isBrowser(driver)) return;

    test('to another person after Next: the token is its owner’s alone', async () => {
      const popup = await open();
      await makeToken(popup, 'Mine');
      await popup.close();
      poser.answer('session', { ...SESSION, user: { ...SESSION.user, email: IN_BETWEEN } });
      const theirs = await open();
      await theirs.waitForText(en.waitingHere);
      expect(await theirs.byRole('textbox', 'Name').value()).toBe('');
      expect(await theirs.evaluate(() => document.documentElement.outerHTML)).not.toContain(TOKEN);
      await theirs.close();
      poser.answer('session', SESSION);
      expect(await copyAndSave(world, await open('token'))).toBe(TOKEN);
    });

    test('at a real tenant too: someone else signs in before Next', async () => {
      const tab = await plainTab(world, ADA);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'form');
      await popup.byRole('textbox', 'Name').fill('Of Ada');
      await signInBehind(tab, BEN);
      await popup.byRole('button', 'Next').click();
      await popup.waitForText(other_person);
      expect(world.faults.count('POST', NEXT)).toBe(0);
      expect(await world.records()).toEqual([]);
    });
  });

  describe('an answer to Next', () => {
    test.each(examplesFor(driver, MADE))(
      '$what is not shown',
      async ({ changes, step, says: said, discards }) => {
        poser.makes(changes);
        const popup = await open();
        await popup.byRole('textbox', 'Name').fill('Mine');
        await popup.byRole('button', 'Next').click();
        await popup.waitForText(said);
        expect(await stepOf(popup)).toBe(step);
        expect(await popup.byRole('textbox', 'API token').exists()).toBe(false);
        expect(poser.asked('next')).toHaveLength(1);
        expect(poser.asked('save')).toEqual([]);
        expect(poser.asked('cancel')).toHaveLength(discards ? 1 : 0);
        expect(await tokensInMemory(world)).toEqual([]);
      },
    );
  });

  test.each(
    halfFor(driver, [
      // Whoever is signed in before and after made it, however the platform names people.
      ['in another name than the session’s', { created_by: IN_BETWEEN }],
      ['with a name beyond measure', { name: 'W'.repeat(201) }],
    ]),
  )(
    'a token %s is its owner’s all the same, and stays within the popup',
    async (_what, changes) => {
      poser.makes(changes);
      const popup = await open();
      await makeToken(popup, 'Mine');
      await expect.poll(() => popup.evaluate(misfits)).toEqual([]);
      expect(poser.asked('next')).toHaveLength(1);
      expect(poser.asked('cancel')).toEqual([]);
    },
  );

  test.each(
    examplesFor(driver, [
      ['of another token', { id: id(8) }],
      ['of one that is not active', { state: 'pending' }],
    ]),
  )('an answer to Save %s is not taken for saved', async (_what, changes) => {
    poser.saves(changes);
    const popup = await open();
    await makeToken(popup, 'Mine');
    await popup.byRole('button', 'Copy').click();
    await popup.waitForText(en.token.copied);
    await popup.byRole('button', 'Save').click();
    await popup.waitForText(malformed);
    expect(await stepOf(popup)).toBe('token');
    expect(await popup.text()).toContain(en.token.mayWork);
  });

  if (isBrowser(driver)) return;

  describe('a token that works and is not what was asked for', () => {
    const changes = { state: 'active', pending_until: null, permissions: ['read', 'delete'] };

    const ask = async (): Promise<Popup> => {
      const popup = await open();
      await popup.byRole('textbox', 'Name').fill('Mine');
      await popup.byRole('button', 'Next').click();
      return popup;
    };

    const expectRevokedAtLast = async (popup: Popup): Promise<void> => {
      await waitForStep(popup, 'unconfirmed');
      expect(await popup.text()).toContain(fill(said.unconfirmed.otherwise.text, { name: 'Mine' }));
      poser.answer('cancel', (response) => void response.writeHead(204).end());
      await popup.byRole('button', en.askAgain).click();
      await popup.waitForText(not_as_asked);
      expect(await stepOf(popup)).toBe('form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Mine');
      expect(poser.asked('cancel')).toHaveLength(2);
    };

    test('after Next is said to work until it is revoked', async () => {
      poser.makes(changes);
      poser.answer('cancel', says('{}', 'application/json', 503));
      await expectRevokedAtLast(await ask());
      expect(poser.asked('next')).toHaveLength(1);
    });

    test('after Save is revoked, and said to work until it is', async () => {
      poser.saves(changes);
      poser.answer('cancel', says('{}', 'application/json', 503));
      const popup = await ask();
      await waitForStep(popup, 'token');
      await popup.byRole('button', 'Copy').click();
      await popup.waitForText(en.token.copied);
      await popup.byRole('button', 'Save').click();
      await expectRevokedAtLast(popup);
      expect(poser.asked('save')).toHaveLength(1);
    });
  });
});
