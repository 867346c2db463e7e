import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../shared/calendar.ts';
import { advance } from '../../../bot/delivery/machine.ts';
import { begun } from '../../../bot/flow/progress.ts';
import type { Change, FlowStore } from '../../../bot/store/flow-store.ts';
import { ENGINES, pastLocks, type TestDatabase } from '../../support/databases.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import { beforeSlackGivesUp } from '../../support/slack-clock.ts';
import type { StoredFlow } from '../../../bot/flow/stored-flow.ts';
import { submission } from '../../support/bot-submission.ts';
import { NO_TEXTS } from '../../../shared/each-field.ts';

const NOW = 1_790_000_000_000;
const LEASE = { owner: 'me', until: NOW + 60_000 };

describe.each(ENGINES)('on $engine', ({ fresh: open }) => {
  let database: TestDatabase;
  let store: FlowStore;

  beforeEach(async () => {
    database = await open();
    store = await openFlowStore(database.url);
  });

  afterEach(async () => {
    await store.close();
    await database.close();
  });

  const change = (changes: Partial<Change> = {}): Change => ({
    progress: begun(NOW),
    lease: LEASE,
    at: NOW,
    note: { who: 'U0001', event: 'claimed', detail: null },
    ...changes,
  });

  const claimed = async (id: string, changes: Partial<Change> = {}): Promise<StoredFlow> => {
    const flow = await store.claim(id, submission({ viewId: `V-${id}` }), change(changes));
    if (!flow) throw new Error('The modal was claimed before.');
    return flow;
  };

  const token = { id: 'token-1', generation: 2, pendingUntil: NOW + 900_000, hint: 'aB3/' };

  describe('a claim', () => {
    it('gives back what was submitted, after the file was opened anew', async () => {
      const given = submission({
        channelId: null,
        responseUrl: 'https://hooks.slack.com/commands/1',
        responseUrlIssuedAt: NOW - 1,
        language: 'it',
        userName: 'Zoë 🦊',
        request: {
          ...NO_TEXTS,
          name: '名前 "quoted" <!channel>',
          description: 'two\nlines',
          tenantId: 'all',
          permissions: ['read', 'delete'],
          expiresOn: parseCalendarDate('2027-02-28') ?? null,
        },
      });
      const flow = await store.claim('flow-1', given, change());
      await store.close();
      store = await openFlowStore(database.url);
      expect(await store.find('flow-1')).toEqual(flow);
      expect(flow?.submission).toEqual(given);
    });

    it('of one modal succeeds once, however many come at once', async () => {
      const given = submission();
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, each) => store.claim(`flow-${each}`, given, change())),
      );
      expect(claims.filter((flow) => flow !== undefined)).toHaveLength(1);
      expect(await database.sql('SELECT count(*) AS n FROM audit_lines')).toEqual([{ n: 1 }]);
    });

    it('of the same view id in another workspace is another claim', async () => {
      const given = submission();
      expect(await store.claim('flow-1', given, change())).toBeDefined();
      expect(await store.claim('flow-2', { ...given, teamId: 'T0002' }, change())).toBeDefined();
    });

    it('is known by its form afterwards, and no other form is', async () => {
      const { teamId, viewId } = (await claimed('flow-1')).submission;
      expect(await store.isTaken({ teamId, viewId })).toBe(true);
      expect(await store.isTaken({ teamId, viewId: 'V-other' })).toBe(false);
      expect(await store.isTaken({ teamId: 'T0002', viewId })).toBe(false);
    });
  });

  describe('a write', () => {
    it('keeps all that a flow comes through', async () => {
      const seen = await claimed('flow-1');
      const progress = {
        ...advance(begun(NOW), { kind: 'generated', token }, NOW),
        route: 'dm',
        works: 'maybe',
        reason: 'save_refused',
        owed: 'active',
        said: 'save_unknown',
        receipt: { channel: 'D1', ts: '1790000000.000100' },
        stepAttempts: 3,
        wordAt: NOW + 5,
        wordAttempts: 4,
      } as const;
      const written = await store.write(seen, change({ progress, lease: null }));
      expect(written).toMatchObject({ progress, lease: null, version: seen.version + 1 });
      expect(await store.find('flow-1')).toEqual(written);
    });

    it('of two that saw the same stand succeeds once, and the other leaves no trace', async () => {
      const seen = await claimed('flow-1');
      const note = { who: 'bot', event: 'resumed', detail: null };
      const writes = await Promise.all(
        ['a', 'b', 'c'].map((owner) =>
          store.write(seen, change({ lease: { owner, until: NOW }, note })),
        ),
      );
      expect(writes.filter((flow) => flow !== undefined)).toHaveLength(1);
      const trail = await database.sql('SELECT event, seq FROM audit_lines ORDER BY seq');
      expect(trail.map((line) => ({ ...line }))).toEqual([
        { event: 'claimed', seq: 1 },
        { event: 'resumed', seq: 2 },
      ]);
    });
  });

  describe('writes that come at the same time', () => {
    const commits = async (work: () => Promise<unknown>): Promise<number> => {
      const before = await database.commits();
      await work();
      return (await database.commits()) - before;
    };

    it('wait for the disk together, all but the first', async () => {
      const together = await commits(() =>
        Promise.all(Array.from({ length: 20 }, (_, each) => claimed(`flow-${each}`))),
      );
      expect(together).toBe(2);
      expect(await commits(() => claimed('flow-20'))).toBe(1);
    });

    it('fail alone: a fault undoes nothing of the others', async () => {
      const seen = await claimed('seen');
      const unsound = change({
        note: { who: 'bot', event: null as unknown as string, detail: null },
      });
      const [one, fault, other, written] = await Promise.allSettled([
        claimed('one'),
        store.claim('fault', submission({ viewId: 'V-fault' }), unsound),
        claimed('other'),
        store.write(seen, change({ lease: null })),
      ]);
      expect([one.status, fault.status, other.status, written.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(await store.find('one')).toBeDefined();
      expect(await store.find('other')).toBeDefined();
      expect(await store.find('fault')).toBeUndefined();
      expect((await store.find('seen'))?.version).toBe(2);
    });

    it('are all refused where the database is, and nothing of them is there', async () => {
      await database.sql('DROP TABLE audit_lines');
      const [one, other] = await Promise.allSettled([claimed('one'), claimed('other')]);
      expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
      expect(await database.sql('SELECT count(*) AS n FROM flows')).toEqual([{ n: 0 }]);
    });
  });

  describe('while another process holds the write lock', () => {
    it('a claim is refused before Slack gives up, nothing of it is there, and the process goes on', async () => {
      const release = await database.lock();
      const shares: number[] = [];
      // What somebody else does on a busy machine may count as work of this process, but not each time.
      for (let measured = 0; measured < 5; measured += 1) {
        const before = performance.eventLoopUtilization();
        await expect(beforeSlackGivesUp(claimed('flow-1'))).rejects.toThrow(/lock/);
        shares.push(performance.eventLoopUtilization(before).utilization);
        if (Math.min(...shares) < 0.5) break;
      }
      expect(Math.min(...shares)).toBeLessThan(0.5);
      await release();
      expect(await store.find('flow-1')).toBeUndefined();
      expect(await claimed('flow-1')).toBeDefined();
    });

    it('what is written can be read', async () => {
      await claimed('flow-1');
      const release = await database.lock();
      expect(await store.find('flow-1')).toBeDefined();
      expect(await store.due(NOW + 100_000, 10)).toHaveLength(1);
      await release();
    });

    it('what was begun waits for it, longer than a claim, and is written once', async () => {
      const seen = await claimed('flow-1');
      const release = await database.lock();
      const writing = store.write(seen, change({ lease: null }));
      await expect(claimed('flow-2')).rejects.toThrow(/lock/);
      await release();
      expect(await writing).toMatchObject({ version: 2, lease: null });
    });
  });

  describe('what is due', () => {
    const ids = async (now: number): Promise<string[]> =>
      (await store.due(now, 10)).map(({ id }) => id).sort();

    it('is what has a step or a word whose time has come, and a lease that has run out or none', async () => {
      const rests = { ...begun(NOW), stepAt: null };
      const free = { lease: null };
      await claimed('step', { progress: { ...begun(NOW), stepAt: NOW + 10 }, ...free });
      await claimed('word', { progress: { ...rests, owed: 'active', wordAt: NOW + 20 }, ...free });
      await claimed('rests', { progress: rests, ...free });
      await claimed('held', { lease: { owner: 'someone', until: NOW + 100 } });
      expect(await ids(NOW)).toEqual([]);
      expect(await ids(NOW + 10)).toEqual(['step']);
      expect(await ids(NOW + 20)).toEqual(['step', 'word']);
      expect(await ids(NOW + 100)).toEqual(['held', 'step', 'word']);
      expect(await store.due(NOW + 100, 2)).toHaveLength(2);
    });
  });

  describe('a response_url', () => {
    const URL_OF = 'https://hooks.slack.com/commands/T1/2/a-way-to-write-to-someone';

    it('is erased once it has worn out, and nothing else of its flow is', async () => {
      const issued = (at: number) => ({ responseUrl: URL_OF, responseUrlIssuedAt: at });
      const old = await store.claim('old', submission(issued(NOW - 10)), change());
      await store.claim('young', submission(issued(NOW)), change());
      await store.eraseUrls(NOW - 10);
      const left = await store.find('old');
      expect(left).toEqual({
        ...old,
        submission: { ...old?.submission, responseUrl: null },
      });
      expect((await store.find('young'))?.submission.responseUrl).toBe(URL_OF);
      // Whoever works on it meanwhile is not disturbed.
      expect(old && (await store.write(old, change({ lease: null })))).toBeDefined();
      await store.eraseUrls(NOW);
      expect((await store.find('young'))?.submission.responseUrl).toBeNull();
    });
  });

  describe('what is due first', () => {
    const free = { lease: null };
    const delivered = (pendingUntil: number) => ({
      ...free,
      progress: { ...begun(NOW), state: 'delivered', token: { ...token, pendingUntil } } as const,
    });

    it('is what can still be saved, the most urgent before the others, then the longest untouched', async () => {
      await claimed('new', { ...free, at: NOW });
      await claimed('old', { ...free, at: NOW - 100 });
      await claimed('later', { ...delivered(NOW + 200), at: NOW - 50 });
      await claimed('soon', { ...delivered(NOW + 100), at: NOW });
      const ids = (await store.due(NOW, 10)).map(({ id }) => id);
      expect(ids).toEqual(['soon', 'later', 'old', 'new']);
    });
  });

  describe('a row that this version cannot read', () => {
    it('is told once, and keeps no other from its turn', async () => {
      const faults: string[] = [];
      for (const id of ['a', 'b', 'c', 'sound', 'sound too']) await claimed(id, { lease: null });
      await database.sql("UPDATE flows SET state = 'of another time' WHERE length(id) = 1");
      await store.close();
      store = await openFlowStore(database.url, (id) => faults.push(id));
      const due = async (limit: number) => (await store.due(NOW, limit)).map(({ id }) => id);
      expect(await due(2)).toEqual(['sound', 'sound too']);
      expect(await due(1)).toEqual(['sound']);
      expect(await due(10)).toEqual(['sound', 'sound too']);
      expect(faults).toEqual(['a', 'b', 'c']);
    });
  });

  describe('the audit record', () => {
    it('says who did what, when, in which state, on which token', async () => {
      const seen = await claimed('flow-1');
      const progress = advance(seen.progress, { kind: 'generated', token }, NOW);
      await store.write(
        seen,
        change({ progress, at: NOW + 7, note: { who: 'bot', event: 'generated', detail: 'ok' } }),
      );
      const [, second] = await database.sql('SELECT * FROM audit_lines ORDER BY seq');
      const { request, tenantName } = seen.submission;
      expect({ ...second }).toEqual({
        seq: 2,
        team_id: 'T0001',
        subject: 'flow-1',
        at: NOW + 7,
        who: 'bot',
        role: 'bot',
        event: 'generated',
        state: 'generated',
        token_id: 'token-1',
        detail: 'ok',
        asker: 'U0001',
        tenant_id: request.tenantId,
        tenant_name: tenantName,
        token_name: request.name,
        permissions: request.permissions.join(' '),
        expires_on: request.expiresOn ?? 'never',
        anchor: null,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
    });

    it.each(["UPDATE audit_lines SET who = 'nobody'", 'DELETE FROM audit_lines'])(
      'refuses %s',
      async (statement) => {
        await claimed('flow-1');
        await expect(database.sql(statement)).rejects.toThrow(/append-only/);
      },
    );
  });

  describe('the database', () => {
    it('is made by one of those that start on a fresh one at once, and used by all', async () => {
      const fresh = await open();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openFlowStore(fresh.url)));
      const given = submission();
      const claims = await Promise.all(
        stores.map((each, index) => pastLocks(() => each.claim(`flow-${index}`, given, change()))),
      );
      expect(claims.filter((flow) => flow !== undefined)).toHaveLength(1);
      await Promise.all(stores.map((each) => each.close()));
      await fresh.close();
    });

    it('of a later version is left alone', async () => {
      await database.sql(
        "INSERT INTO kysely_migration (name, timestamp) VALUES ('999_later', 'later')",
      );
      await expect(openFlowStore(database.url)).rejects.toThrow(/cannot be brought up to date/);
    });
  });
});
