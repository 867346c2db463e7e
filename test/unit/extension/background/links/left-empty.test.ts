import { describe, expect, test } from 'vitest';
import { type LinkedRequest, writeRequestFragment } from '../../../../../shared/request-link.ts';
import { day, draft, request, session, uuid } from '../../../shared/examples.ts';
import { ADA } from '../background.ts';
import { AS_ADA, IN_FORM, NEXT, PAGE, setUp, state } from '../answering.ts';

const FROM = { person: 'Ivo', workspace: 'Works' };

const link = (changes: Partial<LinkedRequest>): string => {
  const written = writeRequestFragment({ ...request(), from: FROM, ...changes });
  if (!written.ok) throw new Error(written.error);
  return written.value;
};

/** Asks for more than Ada may give, for a tenant that is not there. */
const TOO_MUCH = link({ tenantId: uuid(77), permissions: ['read', 'delete'], expiresOn: null });

const NARROWED = { field: 'permissions', code: 'exceeds_yours' };
const GONE = { field: 'tenantId', code: 'unknown' };

describe('what a link’s request could not have', () => {
  const reader = () => {
    const world = setUp();
    world.page.signIn(session({ permissions: ['read'] }));
    const errors = (reply: Parameters<typeof state>[0]) => {
      const form = state(reply);
      return form?.step === 'form' ? form.errors : undefined;
    };
    /** What stands in the form, as the popup sends it. */
    const stands = async () => {
      const kept = await world.background.store.draft(ADA);
      if (!kept) throw new Error('nothing stands there');
      return { ...kept, permissions: [...kept.permissions] };
    };
    return { ...world, errors, stands };
  };

  test('is named at every opening, as long as the form is said to be that request', async () => {
    const { answer } = reader();
    for (const text of [TOO_MUCH, TOO_MUCH, undefined]) {
      expect(await answer({ ask: 'open', ...PAGE, link: text })).toMatchObject({
        state: { draft: { tenantId: '', permissions: ['read'] }, errors: [NARROWED, GONE] },
        link: { kind: 'info', values: FROM },
      });
    }
  });

  test.each<[string, Partial<LinkedRequest>, object]>([
    ['a name', { name: 'exe.\u202Egnp' }, { field: 'name', code: 'control_characters' }],
    ['a date', { expiresOn: day('2020-01-01') }, { field: 'expiresOn', code: 'in_the_past' }],
  ])('is named again where it is %s, and was pasted', async (_, changes, error) => {
    const { answer, errors } = reader();
    await answer({ ask: 'open', ...PAGE });
    const typed = { ...draft(), permissions: NEXT.draft.permissions };
    const text = link({ permissions: ['read'], expiresOn: null, ...changes });
    expect(errors(await answer({ ask: 'link', ...IN_FORM, link: text, draft: typed }))).toEqual([
      error,
    ]);
    expect(errors(await answer({ ask: 'open', ...PAGE }))).toEqual([error]);
  });

  test('is named no more in a field that was changed, nor twice in one', async () => {
    const { answer, background, errors, stands } = reader();
    await answer({ ask: 'open', ...PAGE, link: TOO_MUCH });
    const left = await stands();
    expect(errors(await answer({ ...NEXT, draft: left }))).toEqual([
      { field: 'tenantId', code: 'required' },
      NARROWED,
    ]);
    await answer({ ask: 'seen', ...AS_ADA });
    const chosen = { ...left, tenantId: NEXT.draft.tenantId };
    await background.store.keepDraft(ADA, chosen);
    expect(errors(await answer({ ask: 'open', ...PAGE }))).toEqual([NARROWED]);
    await background.store.keepDraft(ADA, { ...chosen, permissions: [] });
    expect(errors(await answer({ ask: 'open', ...PAGE }))).toEqual([]);
  });

  test('is named where the form comes back after Cancel, and not in another request', async () => {
    const { answer, background, errors, stands } = reader();
    await answer({ ask: 'open', ...PAGE, link: TOO_MUCH });
    const left = await stands();
    await answer({ ...NEXT, draft: { ...left, tenantId: NEXT.draft.tenantId } });
    await background.settled();
    await answer({ ask: 'cancel', ...AS_ADA });
    await background.settled();
    expect(await answer({ ask: 'look', ...AS_ADA })).toMatchObject({
      state: { step: 'form', notice: { code: 'discarded' }, errors: [NARROWED] },
      link: { values: FROM },
    });
    await background.store.keepDraft(ADA, { ...left, name: 'Another' });
    await answer({ ask: 'seen', ...AS_ADA });
    expect(errors(await answer({ ask: 'open', ...PAGE }))).toEqual([]);
  });
});
