import { describe, expect, test } from 'vitest';
import { LINK_TEXTS } from '../../../../../extension/background/links/words/link-note.ts';
import { cockpitPlace } from '../../../../../extension/background/wizard/cockpit-place.ts';
import { wantedTenant } from '../../../../../extension/background/wizard/wanted-tenant.ts';
import type { LinkedRequest } from '../../../../../shared/request-link.ts';
import type { Draft } from '../../../../../shared/token-request.ts';
import { draft, HARBOUR, place, record, tokenSecret, uuid } from '../../../shared/examples.ts';
import { ADA, TAB } from '../background.ts';
import { EMPTY, link, setUp } from './linking.ts';

const en = LINK_TEXTS.en;

describe('a link in the address', () => {
  test('fills in the form, keeps it, and says whose request it is', async () => {
    const { store, links, opened } = setUp();
    const { state, news } = await opened(link());
    expect(state).toMatchObject({ draft: { name: 'CI uploader', expiry: 'date' }, errors: [] });
    expect(await store.draft(ADA)).toMatchObject({ name: 'CI uploader' });
    expect(await links.note(state, news, 'en')).toMatchObject({
      kind: 'info',
      text: en.from,
      values: { person: 'Ivo Keller', workspace: 'Harbour Works' },
      said: expect.stringContaining('Request of Ivo Keller in Harbour Works') as string,
      came: { name: 'CI uploader' },
    });
  });

  test('is taken once: what a person made of it stays theirs', async () => {
    const { store, links, opened } = setUp();
    const first = await opened(link());
    if (first.state.step !== 'form') throw new Error(first.state.step);
    await store.keepDraft(ADA, { ...first.state.draft, description: 'Mine' });
    const { state, news } = await opened(link());
    expect(state).toMatchObject({ draft: { name: 'CI uploader', description: 'Mine' } });
    expect(news).toBeUndefined();
    expect(await links.note(state, news, 'en')).toMatchObject({ text: en.from });
    await store.keepDraft(ADA, draft({ name: 'Something else' }));
    const other = await opened(link());
    expect(await links.note(other.state, other.news, 'en')).toBeUndefined();
  });

  test('loses nothing that was typed, says so, and goes back to it', async () => {
    const { store, links, opened } = setUp();
    const typed = draft({ name: 'Half an idea' });
    await store.keepDraft(ADA, typed);
    const { state, news } = await opened(link());
    expect(await links.note(state, news, 'en')).toMatchObject({
      before: { text: en.before, label: en.back },
    });
    const back = await links.arrived(state, TAB, { text: '', typed: EMPTY });
    expect(back.state).toMatchObject({ draft: typed });
    expect(await links.note(back.state, back.news, 'en')).toBeUndefined();
    expect((await opened(link())).state).toMatchObject({ draft: typed });
  });

  test('offers no way back to a form in which nobody had typed', async () => {
    const { store, links, opened } = setUp();
    await store.keepFirstDraft(ADA, EMPTY);
    await store.keepDraft(ADA, EMPTY);
    const { state, news } = await opened(link());
    expect(await links.note(state, news, 'en')).not.toHaveProperty('before');
  });

  test.each([
    ['cut off', link().slice(0, -9)],
    ['of another version', `#tenant-token=${Buffer.from('{"version":2}').toString('base64url')}`],
    ['of a megabyte, as far as it is passed on', `#tenant-token=${'A'.repeat(4986)}`],
  ])('changes nothing where it is %s, and says so', async (_, text) => {
    const { links, opened } = setUp();
    const { state, news } = await opened(text);
    expect(state).toMatchObject({ draft: EMPTY });
    expect(await links.note(state, news, 'en')).toMatchObject({
      kind: 'warning',
      text: en.malformed,
    });
  });

  test('shows who is said to ask without what turns text around, and nobody for no one', async () => {
    const { links, opened } = setUp();
    const from = { person: '<b>Ivo\u202E</b>\u0007', workspace: 'Works\u2066' };
    const named = await opened(link({ from }));
    expect(await links.note(named.state, named.news, 'en')).toMatchObject({
      values: { person: '<b>Ivo</b>', workspace: 'Works' },
    });
    const empty = await opened(link({ from: { person: '\u202E', workspace: 'Works' } }));
    expect(await links.note(empty.state, empty.news, 'en')).toMatchObject({ text: en.fromNobody });
  });

  test('is looked up among many tenants, and left empty where it is not there', async () => {
    const many = place({ tenantsTotal: 900 });
    const far = { ...HARBOUR, id: uuid(77), name: 'Far' };
    const there = setUp(many, [far]);
    const found = await there.opened(link({ tenantId: far.id }));
    expect(there.searches).toEqual([far.id]);
    expect(found.state).toMatchObject({ draft: { tenantId: far.id }, errors: [] });
    expect((await there.store.place(ADA.origin))?.tenants).toContainEqual(far);
    const gone = await setUp(many).opened(link({ tenantId: far.id }));
    expect(gone.state).toMatchObject({
      draft: { tenantId: '' },
      errors: [{ field: 'tenantId', code: 'unknown' }],
    });
  });

  test('means no tenant by a name that another one has, beyond those that are known', async () => {
    const store = { ...HARBOUR, id: uuid(50), name: 'Lager' };
    const far = { ...store, id: uuid(51) };
    const many = place({ tenants: [store], tenantsTotal: 300 });
    const twins = setUp(many, [store, far]);
    expect((await twins.opened(link({ tenantId: 'Lager' }))).state).toMatchObject({
      draft: { tenantId: '' },
      errors: [{ field: 'tenantId', code: 'unknown' }],
    });
    const one = await setUp(many, [store]).opened(link({ tenantId: 'Lager' }));
    expect(one.state).toMatchObject({ draft: { tenantId: store.id }, errors: [] });
    const called = setUp(many, [{ ...far, name: 'All' }]);
    expect((await called.opened(link({ tenantId: 'all' }))).state).toMatchObject({
      draft: { tenantId: '' },
    });
    expect(called.searches).toEqual(['all']);
    for (const [here, tenantId] of [
      [many, store.id.toUpperCase()],
      [place({ tenants: [store], tenantsTotal: 1 }), 'Lager'],
    ] as const) {
      const { searches, opened } = setUp(here);
      expect((await opened(link({ tenantId }))).state).toMatchObject({
        draft: { tenantId: store.id },
      });
      expect(searches).toEqual([]);
    }
  });

  test.each([
    ['fails', [] as const],
    ['finds more than it brings', [0, 1].map((each) => ({ ...HARBOUR, id: uuid(60 + each) }))],
  ])('means no tenant by a name where the search for others of it %s', async (_, found) => {
    const store = { ...HARBOUR, id: uuid(50), name: 'Lager' };
    const many = place({ tenants: [store], tenantsTotal: 900 });
    for (const tenantId of ['Lager', 'all', uuid(51)]) {
      const { state } = await setUp(many, found, false).opened(link({ tenantId }));
      expect(state).toMatchObject({
        draft: { name: 'CI uploader', tenantId: '' },
        errors: [{ field: 'tenantId', code: 'required' }],
      });
    }
    const known = await setUp(many, found, false).opened(link({ tenantId: store.id }));
    expect(known.state).toMatchObject({ draft: { tenantId: store.id }, errors: [] });
    const far = { ...HARBOUR, id: uuid(51) };
    const beyond = await setUp(many, [far], false).opened(link({ tenantId: far.id }));
    expect(beyond.state).toMatchObject({ draft: { tenantId: far.id }, errors: [] });
  });

  test('sets a wizard to the tenant that it names, and to no id that says nothing', async () => {
    const cockpit = cockpitPlace('https://nord.example.com');
    const { state } = await setUp(cockpit).opened(link({ tenantId: 'Nord Hafen' }));
    if (state.step !== 'form') throw new Error(state.step);
    expect(wantedTenant(state.place, state.draft.tenantId)).toEqual({
      kind: 'one',
      name: 'Nord Hafen',
    });
    for (const tenantId of [uuid(5), 'Nord\u202E']) {
      const none = await setUp(cockpit).opened(link({ tenantId }));
      expect(none.state).toMatchObject({ draft: { tenantId: '' }, place: { tenants: [] } });
    }
    const own = await setUp(cockpit).opened(link({ tenantId: 'nord.example.com' }));
    expect(own.state).toMatchObject({ draft: { tenantId: cockpit.session.tenant.id } });
  });
});

describe('a link pasted into the form', () => {
  test('is taken with its page’s address, which must be this page’s', async () => {
    const { links, pasted } = setUp();
    const own = await pasted(` ${ADA.origin}/somewhere${link()}\n`);
    expect(own.state).toMatchObject({ draft: { name: 'CI uploader' } });
    const other = await pasted(`https://sol.example.com/${link()}`);
    expect(other.state).toMatchObject({ draft: EMPTY });
    expect(await links.note(other.state, other.news, 'en')).toMatchObject({
      kind: 'warning',
      text: en.elsewhere,
      values: { origin: 'https://sol.example.com' },
    });
  });

  test.each([
    ['at the end of the name', `CI${ADA.origin}/${link()}`],
    ['at its end, after a number', `CI #4 ${ADA.origin}/${link()}`],
    ['before it', `${ADA.origin}/${link()}CI uploader`],
    ['within it', `CI ${ADA.origin}/${link()}-uploader`],
    ['after the address of the page', `${ADA.origin}${ADA.origin}/${link()}`],
    ['alone, in the middle', `${link()} CI`],
  ])('is taken where it stands %s, and what stood there is kept', async (_, text) => {
    const { store, pasted } = setUp();
    const typed = draft({ name: 'CI uploader' });
    const { state, news } = await pasted(text, typed);
    expect(news).toEqual({ kind: 'taken' });
    expect(state).toMatchObject({ draft: { name: 'CI uploader', expiry: 'date' } });
    expect(await store.link(ADA)).toMatchObject({
      fragment: link(),
      before: typed,
    });
  });

  test('for another page is said to be for that page, whatever stood in the name', async () => {
    const { pasted } = setUp();
    const { state, news } = await pasted(`CIhttps://sol.example.com/${link()}`);
    expect(state).toMatchObject({ draft: EMPTY });
    expect(news).toEqual({ kind: 'elsewhere', origin: 'https://sol.example.com' });
  });

  test.each([
    ['is no address', `see here ${link()}`],
    ['is for no page', `javascript:alert(1)${link()}`],
    ['is cut off', `CI ${ADA.origin}/${link().slice(0, -9)} and more`],
    ['is a megabyte', `CI ${ADA.origin}/${link()}${'A'.repeat(1_000_000)}`],
    ['has another fragment first', `${ADA.origin}/#x${link()}`],
  ])('changes nothing where it %s', async (_, text) => {
    const { links, pasted } = setUp();
    const { state, news } = await pasted(text, draft({ name: 'Typed' }));
    expect(state).toMatchObject({ draft: { name: 'Typed' } });
    expect(await links.note(state, news, 'en')).toMatchObject({ text: en.malformed });
  });

  test('is taken again, where a person pastes it again', async () => {
    const { store, pasted } = setUp();
    await pasted(link());
    await store.keepDraft(ADA, EMPTY);
    expect((await pasted(link())).state).toMatchObject({ draft: { name: 'CI uploader' } });
  });
});

describe('what was typed before a link', () => {
  const idea = draft({ name: 'Half an idea' });
  const first = link({ name: 'First' });
  const second = link({ name: 'Second' });

  /** Pastes links one after the other, each over what the last one filled in. */
  const pastedInTurn = async (typed: Draft, ...all: readonly string[]) => {
    const world = setUp();
    await world.store.keepFirstDraft(ADA, EMPTY);
    let stood = typed;
    for (const each of all) {
      const { state } = await world.pasted(each, stood);
      if (state.step !== 'form') throw new Error(state.step);
      stood = state.draft;
    }
    const { form, links } = world;
    const back = async () => (await links.arrived(await form(), TAB, { text: '' })).state;
    return { ...world, stood, back };
  };

  test.each([
    ['the same one is pasted again', first],
    ['another one comes', second],
  ])('is kept where %s', async (_, next) => {
    const { links, form, back } = await pastedInTurn(idea, first, next);
    expect(await links.note(await form(), undefined, 'en')).toMatchObject({
      before: { text: en.before },
    });
    expect(await back()).toMatchObject({ draft: idea });
  });

  test('is kept though what came was changed, for as long as it is said to be', async () => {
    const { store, stood, pasted, back } = await pastedInTurn(idea, first);
    const changed = { ...stood, description: 'Mine' };
    await store.keepDraft(ADA, changed);
    await pasted(second, changed);
    expect(await back()).toMatchObject({ draft: idea });
  });

  test('is nothing where it came from an earlier link', async () => {
    const { links, form } = await pastedInTurn(EMPTY, first, second);
    const { draft: filledIn } = await form();
    expect(filledIn).toMatchObject({ name: 'Second' });
    expect(await links.note(await form(), undefined, 'en')).not.toHaveProperty('before');
  });

  test.each([
    ['of an earlier link', (stood: Draft) => ({ ...stood, description: 'Mine' })],
    ['instead of it', () => draft({ name: 'Another idea' })],
  ])('is what a person made %s', async (_, make) => {
    const { stood, pasted, back } = await pastedInTurn(EMPTY, first);
    const made = make(stood);
    await pasted(second, made);
    expect(await back()).toMatchObject({ draft: made });
  });

  test('is what a person went back to, and has changed since', async () => {
    const { pasted, back } = await pastedInTurn(idea, first);
    await back();
    const changed = { ...idea, description: 'Mine' };
    await pasted(first, changed);
    expect(await back()).toMatchObject({ draft: changed });
  });
});

describe('the token that came of a link', () => {
  const asked = async (from: LinkedRequest['from']) => {
    const world = setUp();
    const { state } = await world.opened(link({ from }));
    if (state.step !== 'form') throw new Error(state.step);
    const made = { place: state.place, draft: state.draft, record: record() };
    const shown = {
      ...made,
      step: 'token',
      token: tokenSecret(),
      copied: false,
      confirming: false,
      saveTried: false,
    } as const;
    return { ...world, shown, saved: { ...made, step: 'saved' } as const };
  };

  test('is to be handed in before it is saved, and no other after it', async () => {
    const { links, shown, saved } = await asked({ person: 'Ivo', workspace: 'W' });
    expect(await links.note(shown, undefined, 'en')).toMatchObject({ text: en.deliver });
    expect(await links.note(saved, undefined, 'en')).toMatchObject({ text: en.saved });
    expect(await links.note(saved, undefined, 'en')).toMatchObject({ text: en.saved });
    expect(await links.note(shown, undefined, 'en')).toBeUndefined();
    const other = { ...saved, record: record({ id: uuid(101) }) };
    expect(await links.note(other, undefined, 'en')).toBeUndefined();
  });

  test('is nobody else’s where nobody asked for it', async () => {
    const { links, shown, saved } = await asked(null);
    expect(await links.note(shown, undefined, 'en')).toBeUndefined();
    expect(await links.note(saved, undefined, 'en')).toBeUndefined();
  });

  test('is none that was made of what was typed over the request, which is taken again then', async () => {
    const from = { person: 'Ivo', workspace: 'W' };
    const { links, saved, store, opened } = await asked(from);
    const own = { ...saved, draft: { ...saved.draft, name: 'Mine' } };
    expect(await links.note(own, undefined, 'en')).toBeUndefined();
    await store.forgetDraft(ADA);
    const { state, news } = await opened(link({ from }));
    expect(state).toMatchObject({ draft: saved.draft });
    expect(await links.note(state, news, 'en')).toMatchObject({ text: en.from });
    expect(await links.note(saved, undefined, 'en')).toMatchObject({ text: en.saved });
  });

  test('is none that was made after going back to what was typed before', async () => {
    const { links, store, opened } = setUp();
    const typed = draft({ name: 'Half an idea' });
    await store.keepDraft(ADA, typed);
    const { state } = await opened(link());
    await links.arrived(state, TAB, { text: '', typed: EMPTY });
    const own = { step: 'saved', place: place(), draft: typed, record: record() } as const;
    expect(await links.note(own, undefined, 'en')).toBeUndefined();
    await store.forgetDraft(ADA);
    const again = await opened(link());
    expect(again).toMatchObject({ state: { draft: EMPTY } });
    expect(await links.note(again.state, again.news, 'en')).toBeUndefined();
  });

  test('is said to be made, at the next click on the same page', async () => {
    const { links, saved, store, opened } = await asked({ person: 'Ivo', workspace: 'W' });
    await links.note(saved, undefined, 'en');
    await store.forgetDraft(ADA);
    const { state, news } = await opened(link({ from: { person: 'Ivo', workspace: 'W' } }));
    expect(state).toMatchObject({ draft: EMPTY });
    expect(await links.note(state, news, 'en')).toMatchObject({ kind: 'warning', text: en.made });
  });
});
