import { describe, expect, test } from 'vitest';
import { fill } from '../../../../shared/messages/fill.ts';
import { cockpitPlace } from '../../../../extension/background/wizard/cockpit-place.ts';
import { noticeText } from '../../../../extension/background/words/notice-words.ts';
import { TRIAL_TEXTS } from '../../../../extension/background/words/trial/trial-words.ts';
import type { Reply } from '../../../../extension/channel/reply.ts';
import { writeRequestFragment } from '../../../../shared/request-link.ts';
import { draft, MINUTE, request, session, tokenValue, uuid } from '../../shared/examples.ts';
import { ADA, PLACE, TAB } from './background.ts';
import {
  AS_ADA,
  BEN,
  IN_FORM,
  json,
  NEXT,
  PAGE,
  setUp,
  state,
  type createPage,
} from './answering.ts';

describe('opening the popup', () => {
  test('finds out in one visit who is signed in and what they may choose', async () => {
    const { answer, page } = setUp();
    const reply = await answer({ ask: 'open', ...PAGE });
    expect(reply).toMatchObject({
      kind: 'state',
      state: { step: 'form', place: { origin: ADA.origin, tenants: [{}, {}] } },
      waiting: [],
      grant: null,
      clipboardSeconds: 30,
    });
    expect(page.visits).toHaveLength(1);
    expect(page.visits[0]).toHaveLength(2);
  });

  test('fills in the form from the link in the page’s address, and from one pasted into it', async () => {
    const { answer, page } = setUp();
    const far = { id: uuid(77), name: 'Far', parentId: null, timeZone: 'Europe/Rome' };
    const from = { person: 'Ivo', workspace: 'Works' };
    const asked = { ...request({ expiresOn: null }), tenantId: far.id, from };
    const written = writeRequestFragment(asked);
    const link = written.ok ? written.value : '';
    page.offer([...PLACE.tenants, far], 900);
    expect(await answer({ ask: 'open', ...PAGE, link })).toMatchObject({
      state: { step: 'form', draft: { name: asked.name, tenantId: far.id, expiry: 'never' } },
      link: { kind: 'info', values: from },
    });
    const before = { ...NEXT.draft, name: 'Typed' };
    const pasted = { ask: 'link', ...IN_FORM, link, draft: before } as const;
    expect(await answer(pasted)).toMatchObject({ state: { draft: { name: asked.name } } });
    expect(await answer({ ...pasted, link: '' })).toMatchObject({ state: { draft: before } });
    page.signIn(BEN);
    await answer({ ask: 'open', ...PAGE });
    const theirs = await answer(pasted);
    expect(state(theirs)).toMatchObject({ step: 'form', draft: { name: '' } });
  });

  test('passes on what stands in the form, and says where it cannot', async () => {
    const { answer } = setUp();
    const { share } = (await answer({ ask: 'open', ...PAGE })) as Extract<Reply, { kind: 'state' }>;
    expect(share?.kinds.map(([kind]) => kind)).toEqual(['link', 'command']);
    const ask = { ask: 'share', ...AS_ADA, as: 'command', draft: NEXT.draft } as const;
    expect(await answer(ask)).toMatchObject({
      kind: 'line',
      line: expect.stringMatching(/^\/tenant-token create "CI uploader"/) as string,
      said: 'Copied.',
    });
    const nothing = await answer({ ...ask, draft: { ...NEXT.draft, tenantId: '' } });
    expect(nothing).toMatchObject({
      line: null,
      said: expect.stringMatching(/^Not copied/) as string,
    });
  });

  test('asks nothing of a page that comes over plain http, and says why', async () => {
    const { answer, page } = setUp();
    const origin = 'http://nord.example.com';
    const open = await answer({ ask: 'open', tabId: TAB, origin });
    expect(state(open)).toEqual({ step: 'not_tenant', reason: 'insecure' });
    expect(state(await answer({ ...NEXT, origin }))).toMatchObject({ reason: 'insecure' });
    const request = { tabId: TAB, origin, token: tokenValue(1), apiUrl: 'http://api.example.com' };
    expect(await answer({ ask: 'try', ...request })).toMatchObject({
      trial: { text: `No answer from ${origin}.` },
    });
    expect(page.visits).toEqual([]);
  });

  test.each([
    ['signed_out', (page: ReturnType<typeof createPage>) => page.signIn(null)],
    ['not_allowed', (page) => page.signIn(session({ canManageTokens: false }))],
    ['unavailable', (page) => page.answerAll({ kind: 'timeout' })],
    ['not_tenant', (page) => page.answerAll({ kind: 'page_gone' })],
    ['not_tenant', (page) => page.answerAll(json(200, { hello: 'world' }))],
    ['not_tenant', (page) => page.answerAll({ kind: 'too_large' })],
  ] as [string, (page: ReturnType<typeof createPage>) => void][])(
    'says what is in the way: %s',
    async (step, prepare) => {
      const { answer, page, background } = setUp();
      await answer({ ask: 'open', ...PAGE });
      prepare(page);
      expect(state(await answer({ ask: 'open', ...PAGE }))).toMatchObject({ step });
      expect(await background.store.place(ADA.origin)).toBeUndefined();
    },
  );

  test('where no extension may look says so, and what waits elsewhere', async () => {
    const { answer, background } = setUp();
    await answer({ ask: 'open', ...PAGE });
    await answer(NEXT);
    await background.settled();
    expect(await answer({ ask: 'open_nowhere' })).toMatchObject({
      state: { step: 'not_tenant', reason: 'restricted' },
      waiting: [{ origin: ADA.origin, name: 'CI uploader' }],
    });
  });

  test('shows a token to the person whose it is, and to nobody else', async () => {
    const { answer, background, page } = setUp();
    await answer({ ask: 'open', ...PAGE });
    await answer(NEXT);
    await background.settled();
    expect(state(await answer({ ask: 'open', ...PAGE }))).toMatchObject({ token: tokenValue(1) });
    page.signIn(BEN);
    const other = await answer({ ask: 'open', ...PAGE });
    expect(other).toMatchObject({ state: { step: 'form' }, waiting: [{ origin: ADA.origin }] });
    expect(JSON.stringify(other)).not.toContain(tokenValue(1));
    page.signIn(null);
    const nobody = await answer({ ask: 'open', ...PAGE });
    expect(nobody).toMatchObject({ state: { step: 'signed_out' }, waiting: [{}] });
    expect(JSON.stringify(nobody)).not.toContain(tokenValue(1));
  });

  test('erases what is overdue, whoever’s it is', async () => {
    const { background, start } = setUp();
    const answer = start();
    await answer({ ask: 'open', ...PAGE });
    await answer(NEXT);
    await background.settled();
    background.wait(15 * MINUTE);
    await answer({ ask: 'open_nowhere' });
    expect(background.area.text()).not.toContain(tokenValue(1));
  });
});

describe('what the popup asks', () => {
  test('for another person than was last seen on the page is answered with who is there now', async () => {
    const { answer, page, background } = setUp();
    await answer({ ask: 'open', ...PAGE });
    page.signIn(BEN);
    await answer({ ask: 'open', ...PAGE });
    expect(state(await answer(NEXT))).toMatchObject({
      step: 'form',
      place: { session: { user: { email: 'ben@example.com' } } },
    });
    expect(background.calls).not.toContain('next');
  });

  test('before any opening asks the page first', async () => {
    const { answer } = setUp();
    expect(state(await answer({ ask: 'save', ...AS_ADA }))).toMatchObject({ step: 'form' });
  });

  test('has more tenants to be looked for, however many were found, where the platform does not count', async () => {
    const { answer, page } = setUp();
    const found = { id: uuid(77), name: 'Zug', parentId: null, timeZone: 'Europe/Zurich' };
    const many = Array.from({ length: 200 }, (_, n) => ({
      ...found,
      id: uuid(500 + n),
    }));
    page.offer(many, undefined);
    await answer({ ask: 'open', ...PAGE });
    page.find([found]);
    const reply = await answer({ ask: 'tenants', ...AS_ADA, search: 'zug' });
    if (reply.kind !== 'place') throw new Error('Nothing was looked for.');
    expect(reply.place.tenants).toHaveLength(201);
    expect(reply.place.tenantsTotal).toBeGreaterThan(201);
  });

  test('can be found tenants that were not on the first page, and then be made for them', async () => {
    const { answer, page, background } = setUp();
    page.offer(PLACE.tenants, 500);
    await answer({ ask: 'open', ...PAGE });
    const found = { id: uuid(77), name: 'Quay', parentId: uuid(1), timeZone: 'Asia/Tokyo' };
    page.offer([found], 1);
    expect(await answer({ ask: 'tenants', ...AS_ADA, search: 'Qu' })).toMatchObject({
      kind: 'place',
      place: { tenants: [{}, {}, found], tenantsTotal: 500 },
    });
    expect(page.visits.at(-1)).toEqual([expect.stringContaining('search=Qu')]);
    const made = { ...draft({ tenantId: found.id }), permissions: ['read' as const] };
    await answer({ ...NEXT, draft: made });
    await background.settled();
    expect(background.platform.tokens[0]?.record.tenantId).toBe(found.id);
  });

  describe('while an earlier search is still to be answered', () => {
    const milano = { id: uuid(50), name: 'Milano', parentId: uuid(1), timeZone: 'Europe/Rome' };
    const roma = { ...milano, id: uuid(51), name: 'Roma' };

    /** A search for Milano that the page has begun to answer. */
    const setUpSlow = async () => {
      const world = setUp();
      const { answer, page } = world;
      page.offer(PLACE.tenants, 900);
      await answer({ ask: 'open', ...PAGE });
      page.find([milano]);
      const hold = page.hold('search=mil');
      const slow = answer({ ask: 'tenants', ...AS_ADA, search: 'mil' });
      await hold.arrived;
      const answered = (): Promise<Reply> => {
        hold.release();
        return slow;
      };
      return { ...world, answered };
    };

    test('is found a tenant that stays known after it, and for which a token is made', async () => {
      const { answer, answered, page, background } = await setUpSlow();
      page.find([roma]);
      await answer({ ask: 'tenants', ...AS_ADA, search: 'rom' });
      expect(await answered()).toMatchObject({
        place: { tenants: [...PLACE.tenants, roma, milano] },
      });
      await answer({ ...NEXT, draft: { ...NEXT.draft, tenantId: roma.id } });
      await background.settled();
      expect(background.platform.tokens[0]?.record.tenantId).toBe(roma.id);
    });

    test('keeps its tenants from someone else who is signed in by then', async () => {
      const { answer, answered, page, background } = await setUpSlow();
      page.signIn(BEN);
      await answer({ ask: 'open', ...PAGE });
      expect(state(await answered())).toMatchObject({ place: { session: { user: BEN.user } } });
      const known = await background.store.place(ADA.origin);
      expect(known).toMatchObject({ tenants: PLACE.tenants, session: { user: BEN.user } });
    });
  });

  test('keeps the tenants it has where the search fails, and says why', async () => {
    const { answer, page } = setUp();
    await answer({ ask: 'open', ...PAGE });
    page.answerAll({ kind: 'timeout' });
    expect(await answer({ ask: 'tenants', ...AS_ADA, search: 'Qu' })).toMatchObject({
      kind: 'place',
      place: { tenants: PLACE.tenants },
      said: noticeText({ code: 'timeout' }, 'en', false),
    });
  });

  test('about a saved token is tried in the page, and nothing of it is kept', async () => {
    const { answer, page, background } = setUp();
    await answer({ ask: 'open', ...PAGE });
    page.answerAll(json(403, { error: 'No.', code: 403 }));
    const reply = await answer({
      ask: 'try',
      ...PAGE,
      token: tokenValue(5),
      apiUrl: 'https://api.nord.example.com',
    });
    expect(reply).toEqual({
      kind: 'trial',
      trial: {
        kind: 'warning',
        text: '403: the token works, but lacks Read, which this call needs.',
      },
    });
    expect(background.area.text()).not.toContain(tokenValue(5));
  });

  describe('about a token of a platform that tells nothing', () => {
    const asked = { ask: 'try', ...PAGE, token: tokenValue(5) } as const;
    const setUpCockpit = async () => {
      const world = setUp();
      await world.background.store.keepPlace(cockpitPlace(PAGE.origin));
      return world;
    };

    test.each(['', '  ', 'http://api.example.com', 'https://api.example.com/v1', 'api'])(
      'is tried nowhere where no API URL is named: “%s”',
      async (apiUrl) => {
        const { answer, page, background } = await setUpCockpit();
        const reply = await answer({ ...asked, apiUrl });
        expect(reply).toMatchObject({ kind: 'trial', trial: { kind: 'warning' } });
        expect(JSON.stringify(reply)).toContain('was sent nowhere');
        expect(page.visits).toEqual([]);
        expect(background.disk.keys()).toEqual([]);
      },
    );

    test('is tried where a person names it, with and without the token, and that is remembered', async () => {
      const { answer, page, background } = await setUpCockpit();
      page.answerAll(json(401, { error: 'No.', code: 401 }));
      const apiUrl = 'https://api.elsewhere.example';
      const reply = await answer({ ...asked, apiUrl: `${apiUrl}/` });
      const probe = `${apiUrl}/api/v1/devices`;
      expect(page.visits).toEqual([[probe, probe]]);
      expect(reply).toMatchObject({
        trial: {
          kind: 'error',
          text: fill(TRIAL_TEXTS.en.deadThere, { status: 401, origin: apiUrl }),
        },
        untold: { apiUrl, undecided: true },
      });
      expect(background.disk.keys()).toEqual([`learned ${PAGE.origin}`]);
      expect(background.disk.text() + background.area.text()).not.toContain(tokenValue(5));
    });
  });
});
