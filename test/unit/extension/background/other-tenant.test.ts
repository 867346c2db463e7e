import { describe, expect, test } from 'vitest';
import { ALL_TENANTS } from '../../../../shared/all-tenants.ts';
import { HARBOUR, MINUTE, NORTH, session } from '../../shared/examples.ts';
import { ADA } from './background.ts';
import { AS_ADA, IN_FORM, NEXT, PAGE, setUp, state } from './answering.ts';

const IN_HARBOUR = session({
  tenant: {
    ...session().tenant,
    id: HARBOUR.id,
    name: HARBOUR.name,
    timeZone: HARBOUR.timeZone,
  },
});
const ALL = { ...NEXT.draft, tenantId: ALL_TENANTS };

/** Ada, in Harbour, on a host that serves several tenants. */
const inHarbour = async () => {
  const world = setUp();
  const go = (to: typeof IN_HARBOUR): void => {
    world.page.signIn(to);
    world.background.signIn(to);
  };
  go(IN_HARBOUR);
  await world.answer({ ask: 'open', ...PAGE });
  const next = async (draft: typeof ALL, anchorId: string) => {
    const reply = await world.answer({ ...NEXT, anchorId, draft });
    await world.background.settled();
    return reply;
  };
  return { ...world, go, next };
};

describe('a person who goes to another tenant on the same host', () => {
  test.each(['saved', 'lapsed'])(
    'is asked anew which tenant is meant by "All tenants", after one that was %s',
    async (end) => {
      const { answer, background, go, next } = await inHarbour();
      await next(ALL, HARBOUR.id);
      if (end === 'saved') {
        await answer({ ask: 'copied', ...AS_ADA });
        await answer({ ask: 'save', ...AS_ADA });
        await background.settled();
      } else background.wait(16 * MINUTE);
      go(session());
      await answer({ ask: 'open', ...PAGE });
      const form = state(await answer({ ask: 'again', ...AS_ADA }));
      expect(form).toMatchObject({
        step: 'form',
        place: { session: { tenant: { id: NORTH.id } } },
      });
      expect(form).not.toMatchObject({ draft: { tenantId: ALL_TENANTS } });
    },
  );

  test('has "All tenants" that were chosen there emptied, and says so, and has them again on coming back', async () => {
    const { answer, background, go } = await inHarbour();
    await background.store.keepDraft(ADA, ALL, HARBOUR.id);
    go(session());
    expect(state(await answer({ ask: 'open', ...PAGE }))).toMatchObject({
      draft: { tenantId: '' },
      errors: [{ field: 'tenantId' }],
    });
    go(IN_HARBOUR);
    expect(state(await answer({ ask: 'open', ...PAGE }))).toMatchObject({
      draft: { tenantId: ALL_TENANTS },
      errors: [],
    });
  });

  test('makes nothing in a window that is headed by the tenant before', async () => {
    const { answer, background, go, next } = await inHarbour();
    go(session());
    await answer({ ask: 'open', ...PAGE });
    expect(state(await next(ALL, HARBOUR.id))).toMatchObject({
      step: 'form',
      place: { session: { tenant: { id: NORTH.id } } },
    });
    expect(await background.store.all()).toEqual([]);
    expect(state(await next(ALL, NORTH.id))).toMatchObject({ step: 'working' });
  });

  test('hears it once where the page alone has changed, and then sees who is there', async () => {
    const { answer, background, go, next } = await inHarbour();
    go(session());
    await next(NEXT.draft, HARBOUR.id);
    expect(state(await answer({ ask: 'look', ...AS_ADA }))).toMatchObject({
      notice: { code: 'other_person' },
      place: { session: { tenant: { id: HARBOUR.id } } },
    });
    await answer({ ask: 'seen', ...AS_ADA });
    expect(state(await next(NEXT.draft, HARBOUR.id))).toMatchObject({
      step: 'form',
      place: { session: { tenant: { id: NORTH.id } } },
    });
    expect(await background.store.all()).toEqual([]);
    expect(state(await answer({ ...NEXT, ...IN_FORM }))).toMatchObject({ step: 'working' });
  });
});
