import { describe, expect, test } from 'vitest';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import { writeRequestFragment } from '../../../../shared/request-link.ts';
import { draft, request, session, uuid } from '../../shared/examples.ts';
import { ADA, PLACE } from './background.ts';
import { AS_ADA, NEXT, PAGE, setUp, state } from './answering.ts';

describe('a tenant that is not on the first page', () => {
  const zeta = { id: uuid(77), name: 'Zeta', parentId: uuid(1), timeZone: 'Asia/Tokyo' };
  const CHOSEN = draft({ tenantId: zeta.id });
  const OPEN = { ask: 'open', ...PAGE } as const;

  const setUpMany = async () => {
    const world = setUp();
    const { answer, page, background } = world;
    page.offer(PLACE.tenants, 500);
    await answer(OPEN);
    return { ...world, find: (...found: Tenant[]) => page.find(found), store: background.store };
  };

  test('stays chosen when the popup is opened again', async () => {
    const { answer, store, page, find, background } = await setUpMany();
    find(zeta);
    await answer({ ask: 'tenants', ...AS_ADA, search: 'Ze' });
    await store.keepDraft(ADA, CHOSEN);
    const visits = page.visits.length;
    for (let time = 0; time < 2; time += 1) {
      const again = state(await answer(OPEN));
      expect(again).toMatchObject({ draft: CHOSEN, errors: [] });
      expect(again).toMatchObject({ place: { tenants: [{}, {}, zeta] } });
    }
    expect(page.visits).toHaveLength(visits + 2);
    await answer({ ...NEXT, draft: { ...CHOSEN, permissions: ['read'] } });
    await background.settled();
    expect(background.platform.tokens[0]?.record.tenantId).toBe(zeta.id);
    await answer({ ask: 'cancel', ...AS_ADA });
    await background.settled();
    expect(state(await answer(OPEN))).toMatchObject({ draft: CHOSEN, errors: [] });
  });

  test('stays that of a link when the popup is opened again', async () => {
    const { answer, find } = await setUpMany();
    find(zeta);
    const from = { person: 'Ivo', workspace: 'Works' };
    const written = writeRequestFragment({
      ...request({ expiresOn: null }),
      tenantId: zeta.id,
      from,
    });
    const link = written.ok ? written.value : '';
    for (let time = 0; time < 3; time += 1) {
      expect(await answer({ ...OPEN, link })).toMatchObject({
        state: { draft: { tenantId: zeta.id }, errors: [] },
        link: { values: from },
      });
    }
  });

  test('is looked up where the place was forgotten meanwhile', async () => {
    const { answer, store, page, find } = await setUpMany();
    find(zeta);
    await store.keepDraft(ADA, CHOSEN);
    page.signIn(null);
    await answer(OPEN);
    page.signIn(session());
    expect(state(await answer(OPEN))).toMatchObject({ draft: CHOSEN, errors: [] });
    expect(page.visits.at(-1)).toEqual([expect.stringContaining(`search=${zeta.id}`)]);
  });

  test('gives way to no other where it is gone, which is said', async () => {
    const { answer, store, find } = await setUpMany();
    find();
    await store.keepDraft(ADA, CHOSEN);
    expect(state(await answer(OPEN))).toMatchObject({
      draft: { ...CHOSEN, tenantId: '' },
      errors: [{ field: 'tenantId', code: 'unknown' }],
    });
  });
});
