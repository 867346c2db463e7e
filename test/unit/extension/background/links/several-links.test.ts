import { describe, expect, test } from 'vitest';
import { draft, place, record, uuid } from '../../../shared/examples.ts';
import { ADA, TAB } from '../background.ts';
import { link, setUp } from './linking.ts';

describe('links in the addresses of two tabs', () => {
  const anna = link({ name: 'Anna upload' });
  const bert = link({ name: 'Bert upload' });
  const idea = draft({ name: 'Half an idea' });

  const twoTabs = () => {
    const world = setUp();
    const { store, links, form, opened } = world;
    /** Makes and saves a token of what stands in the form. */
    const make = async (id: string) => {
      const { draft } = await form();
      const saved = { step: 'saved', place: place(), draft, record: record({ id }) } as const;
      await links.note(saved, undefined, 'en');
      await store.forgetDraft(ADA);
    };
    const shown = async (text: string) => {
      const { state, news } = await opened(text);
      if (state.step !== 'form') throw new Error(state.step);
      return { name: state.draft.name, news: news?.kind };
    };
    return { ...world, make, shown };
  };

  test('are each said to be made, where a token was made of each', async () => {
    const { shown, make } = twoTabs();
    await shown(anna);
    await make(uuid(101));
    expect(await shown(bert)).toEqual({ name: 'Bert upload', news: 'taken' });
    expect(await shown(anna)).toEqual({ name: 'Bert upload', news: undefined });
    await make(uuid(102));
    expect(await shown(anna)).toEqual({ name: '', news: 'made' });
    expect(await shown(bert)).toEqual({ name: '', news: 'made' });
  });

  test('are each filled in again, as long as nothing was made of them and they were not left', async () => {
    const { store, links, form, shown } = twoTabs();
    await store.keepDraft(ADA, idea);
    await shown(anna);
    await shown(bert);
    expect(await shown(anna)).toEqual({ name: 'Anna upload', news: 'taken' });
    expect((await store.link(ADA))?.before).toEqual(idea);
    await links.arrived(await form(), TAB, { text: '' });
    await shown(bert);
    expect(await shown(anna)).toEqual({ name: 'Bert upload', news: undefined });
  });

  test('never come back over one that was pasted, nor over what was made of that', async () => {
    const { store, pasted, shown, make, form } = twoTabs();
    await shown(anna);
    await pasted(bert, (await form()).draft);
    expect(await shown(anna)).toEqual({ name: 'Bert upload', news: undefined });
    await store.keepDraft(ADA, idea);
    expect(await shown(anna)).toEqual({ name: 'Half an idea', news: undefined });
    await store.forgetDraft(ADA);
    await pasted(bert);
    await make(uuid(101));
    expect(await shown(anna)).toEqual({ name: 'Anna upload', news: 'taken' });
  });

  test('are known again up to twenty others', async () => {
    const { store, shown, make } = twoTabs();
    await shown(anna);
    await make(uuid(101));
    for (let other = 1; other <= 20; other += 1) await shown(link({ name: `Other ${other}` }));
    expect((await store.link(ADA))?.earlier).toHaveLength(20);
    await store.forgetDraft(ADA);
    expect(await shown(anna)).toEqual({ name: '', news: 'made' });
    await shown(link({ name: 'One more' }));
    expect((await store.link(ADA))?.earlier).toHaveLength(20);
  });
});
