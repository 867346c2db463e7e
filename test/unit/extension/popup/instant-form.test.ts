import { describe, expect, test } from 'vitest';
import { createSessionStore } from '../../../../extension/background/session-store.ts';
import { createDraftKeeper } from '../../../../extension/popup/draft-keeper.ts';
import { instantForm } from '../../../../extension/popup/instant-form.ts';
import { draft, place, record } from '../../shared/examples.ts';
import { ADA } from '../background/background.ts';
import { createMemoryArea } from '../memory-area.ts';

const remembered = async () => {
  const area = createMemoryArea();
  const store = createSessionStore(area);
  await store.keepPlace(place());
  await store.keepFirstDraft(ADA, draft({ name: '' }));
  return { area, store };
};

describe('the form before the page has answered', () => {
  test('is the empty one of whoever was last seen at this origin', async () => {
    const { area } = await remembered();
    expect(instantForm(await area.get(null), ADA.origin)).toEqual({
      step: 'form',
      place: place(),
      draft: draft({ name: '' }),
      errors: [],
    });
  });

  test('is not there where something was typed: someone else may be signed in by now', async () => {
    const { area, store } = await remembered();
    await store.keepDraft(ADA, draft({ name: 'Half typ' }));
    expect(instantForm(await area.get(null), ADA.origin)).toBeUndefined();
  });

  test('is there again where what was typed was another person’s, and is forgotten', async () => {
    const { area } = await remembered();
    const keeper = createDraftKeeper((items) => area.set(items));
    keeper.changed(ADA, draft({ name: 'Ben’s' }), place().session.tenant.id);
    keeper.forget(ADA);
    keeper.flush();
    expect(instantForm(await area.get(null), ADA.origin)).toMatchObject({ draft: { name: '' } });
  });

  test('is not there for another origin', async () => {
    const { area } = await remembered();
    expect(instantForm(await area.get(null), 'https://sol.example.com')).toBeUndefined();
  });

  test('is not there before the first opening', () => {
    expect(instantForm({}, ADA.origin)).toBeUndefined();
  });

  test('is not there where something waits: that is for the person’s own eyes', async () => {
    const { area, store } = await remembered();
    const flow = { step: 'saved', place: place(), draft: draft(), record: record() } as const;
    await store.keep(ADA, { flow, seen: true });
    expect(instantForm(await area.get(null), ADA.origin)).toBeUndefined();
  });
});
