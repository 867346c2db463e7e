import { describe, expect, it } from 'vitest';
import { begun, type Progress } from '../../../bot/flow/progress.ts';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import type { Store } from '../../../bot/store/open-store.ts';
import { approvalBy } from '../../support/approval-by.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES } from '../../support/databases.ts';
import { inStore } from '../../support/in-store.ts';

const NOW = 1_790_000_000_000;
const NOTE = { who: 'U0BOSS', event: 'approved', detail: null };

const LEASE = { owner: 'me', until: NOW };
const APPROVAL = approvalBy('U0BOSS');

let store: Store;

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inStore(fresh, (opened) => (store = opened));

  /** A request that was approved, and whose flow has come as far as this. */
  const approved = async (changes: Partial<Progress>): Promise<void> => {
    const given = submission();
    const asked = petitionFor('p1', given, [APPROVAL], 'rules[0]', null, NOW);
    await store.petitions.submit(asked, NOTE);
    await store.petitions.write(
      asked,
      { ...asked, state: 'approved', decidedBy: 'U0BOSS', dueAt: null },
      { at: NOW, note: NOTE, redraw: false, flow: { submission: given, lease: LEASE } },
    );
    const flow = await store.flows.find('p1');
    const progress = { ...begun(NOW), ...changes };
    if (flow) await store.flows.write(flow, { progress, lease: null, at: NOW, note: NOTE });
  };

  describe('a request that was approved', () => {
    const shown = { works: 'maybe', route: 'dm' } as const;
    it.each<[string, Partial<Progress>, readonly boolean[]]>([
      ['is not yet over while its token is being made', {}, []],
      ['is over once its token works', { state: 'saved', stepAt: null }, [true]],
      ['is over once its token was taken back', { state: 'discarded', stepAt: null }, [false]],
      ['is not yet over while it is taken back', { ...shown, state: 'discarding' }, []],
      [
        'is over where the platform does not show what its owner has',
        { ...shown, state: 'discarding', stepAt: null },
        [true],
      ],
      [
        'is over where the platform does not show what its owner has revoked',
        { ...shown, state: 'revoking', stepAt: null },
        [true],
      ],
      [
        'is over where the platform does not show what nobody has',
        { works: 'yes', state: 'discarding', stepAt: null },
        [false],
      ],
      [
        'is over once its owner was told that its token may still work',
        { ...shown, state: 'discarding', said: 'not_taken_back' },
        [true],
      ],
    ])('%s', async (_, progress, delivered) => {
      await approved(progress);
      const made = await store.petitions.made(10);
      expect(made.map((each) => each.delivered)).toEqual(delivered);
    });

    it('comes once among what somebody asked for, with what became of its token', async () => {
      await approved({ state: 'saved', works: 'yes', stepAt: null });
      const asked = await store.home.askedBy(submission(), 10);
      expect(asked).toMatchObject([
        {
          kind: 'petition',
          petition: { id: 'p1' },
          flow: { id: 'p1', progress: { works: 'yes' } },
        },
      ]);
      expect(asked).toHaveLength(1);
    });
  });
});
