import { describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import type { Store } from '../../../bot/store/open-store.ts';
import { approvalBy } from '../../support/approval-by.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES } from '../../support/databases.ts';
import { inStore } from '../../support/in-store.ts';

const NOW = 1_790_000_000_000;
const NOTE = { who: 'U0ADA', event: 'asked', detail: null };
const LEASE = { owner: 'me', until: NOW };
const APPROVAL = approvalBy('U0BOSS');

describe.each(ENGINES)('on $engine, a form that is submitted twice', ({ fresh }) => {
  let store: Store;
  inStore(fresh, (opened) => (store = opened));

  const form = submission();
  const claim = () =>
    store.flows.claim('f1', form, { progress: begun(NOW), lease: LEASE, at: NOW, note: NOTE });
  const asked = petitionFor('p1', form, [APPROVAL], 'rules[0]', null, NOW);
  const ask = () => store.petitions.submit(asked, NOTE);
  const approve = () =>
    store.petitions.write(
      asked,
      { ...asked, state: 'approved', decidedBy: 'U0BOSS', dueAt: null },
      { at: NOW, note: NOTE, redraw: false, flow: { submission: form, lease: LEASE } },
    );

  it('makes no token beside the request for an approval, where the rules changed between', async () => {
    expect(await ask()).toBe('submitted');
    expect(await claim()).toBeUndefined();
    expect(await store.flows.isTaken(form)).toBe(true);
    expect(await store.flows.find('f1')).toBeUndefined();
  });

  it('has its token made all the same once that is approved', async () => {
    await ask();
    await claim();
    expect((await approve())?.flow?.id).toBe('p1');
    expect((await store.flows.find('p1'))?.progress).toEqual(begun(NOW));
  });

  it('asks nobody for an approval beside its token', async () => {
    expect((await claim())?.id).toBe('f1');
    expect(await ask()).toBe('already');
    expect(await store.petitions.find('p1')).toBeUndefined();
  });

  it('is one of the two where both come at once', async () => {
    const [petition, flow] = await Promise.all([ask(), claim()]);
    expect([petition === 'submitted', flow !== undefined].filter(Boolean)).toHaveLength(1);
  });
});
