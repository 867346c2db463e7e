import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPROVE, CREATE, REVOKE, WITHDRAW } from '../../../bot/messages/action-ids.ts';
import { openStore } from '../../../bot/store/open-store.ts';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import { startBotStage } from '../../support/bot-stage.ts';
import { submission } from '../../support/bot-submission.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { APPROVAL_POLICY, askToWrite, inDm } from '../../support/petitions.ts';

describe.each(['http', 'socket'] as const)('the app’s Home, over %s', (transport) => {
  it('shows what waits for each and what they asked for, and its buttons do what they say', async () => {
    const stage = await startBotStage(transport, undefined, APPROVAL_POLICY);
    const { slack } = stage.world;
    const wordsOf = (person: string): string => slack.asPerson(person).home()?.words ?? '';
    /** Opens someone's Home, and waits for what it says. */
    const open = async (person: string, words: RegExp) => {
      const window = slack.asPerson(person);
      await window.openHome();
      await window.until(() => words.test(wordsOf(person)));
      return window;
    };
    try {
      await open('ada', /Nothing waits for you[^]+You have asked for no API token yet/);
      await askToWrite(slack, 'ivo', 'Seen at home');
      await inDm(slack, 'ada', 'Seen at home', 'asks for');
      const ivo = await open('ivo', /Auf Sie wartet nichts[^]+Seen at home[^]+Wartet auf/);
      expect(ivo.home()?.buttons.map(({ actionId }) => actionId)).toEqual([CREATE, WITHDRAW]);
      await open('gus', /Rien n’est en attente/);
      expect(wordsOf('gus')).not.toContain('Seen at home');

      const ada = await open('ada', /Waits for you[^]+Seen at home/);
      await ada.press('home', APPROVE);
      await slack.idle();
      await ada.until(() => wordsOf('ada').includes('Nothing waits for you'));
      await eventually(async () => (await stage.petition('Seen at home'))?.state === 'delivered');

      await open('ivo', /Seen at home[^]+Gespeichert und funktioniert/);
      expect(ivo.home()?.buttons.map(({ actionId }) => actionId)).toEqual([CREATE, REVOKE]);
      await stage.ask('Without a yes', { person: 'ivo' });
      await inDm(slack, 'ivo', 'Without a yes', 'gespeichert und funktioniert');
      await open('ivo', /Without a yes[^]+Gespeichert und funktioniert/);
      await ivo.press('home', REVOKE);
      await slack.idle();
      await ivo.until(() => wordsOf('ivo').includes('Widerrufen'));
      await pressForm(ivo, 'home', CREATE);
      await ivo.close();
    } finally {
      await stage.close();
    }
  });
});

describe('the Home of someone in a workspace with 10,000 requests', () => {
  it('is read by an index, however many of them wait', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'home-'));
    const file = join(folder, 'bot.sqlite');
    const store = await openStore(`file:${file}`);
    const note = { who: 'bot', event: 'submitted', detail: null };
    const approval = {
      by: { users: ['U0BOSS'], groups: ['S0ADMINS'] },
      channel: null,
      mayApproveTheirOwn: [],
      lapsesAfterDays: 3,
    };
    const first = petitionFor('p0', submission({ viewId: 'W0' }), [approval], 'rules[0]', null, 0);
    await store.petitions.submit(first, note);
    // The same 9,999 times, each a thousandth of them by one person.
    const db = new DatabaseSync(file);
    const columns = db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all('petitions')
      .map(({ name }) => String(name));
    const others: Readonly<Record<string, string>> = {
      id: "'p' || n",
      view_id: "'W' || n",
      user_id: "'U' || (n / 10)",
      request: `replace(request, 'CI uploader', 'CI uploader ' || n)`,
      created_at: 'n',
    };
    const numbers =
      'WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9999)';
    const values = columns.map((name) => others[name] ?? name).join(', ');
    db.exec(
      `INSERT INTO petitions (${columns.join(', ')}) ${numbers} SELECT ${values} FROM petitions, numbers`,
    );
    for (const principal of ['U0BOSS', 'S0ADMINS']) {
      db.exec(
        `INSERT INTO petition_approvers ${numbers} SELECT 'p' || n, '${principal}', n FROM numbers`,
      );
    }
    db.close();
    const look = () =>
      Promise.all([
        store.home.waitingFor('T0001', ['U0BOSS', 'S0ADMINS'], 50),
        store.home.askedBy({ teamId: 'T0001', userId: 'U77' }, 12),
      ]);
    const [waits, asked] = await look();
    const began = performance.now();
    await look();
    console.log(`Home of one among 10,000: ${(performance.now() - began).toFixed(1)} ms`);
    expect(waits.map(({ id }) => id).slice(0, 3)).toEqual(['p0', 'p1', 'p2']);
    expect(waits).toHaveLength(50);
    expect(asked).toHaveLength(10);
    const plan = (query: string): string => {
      const db = new DatabaseSync(file, { readOnly: true });
      const steps = db.prepare(`EXPLAIN QUERY PLAN ${query}`).all();
      db.close();
      return steps.map(({ detail }) => String(detail)).join('; ');
    };
    expect(
      plan(
        "SELECT petition_id FROM petition_approvers WHERE principal = 'U1' ORDER BY created_at LIMIT 50",
      ),
    ).toMatch(/^SEARCH petition_approvers USING INDEX petitions_of_approver/);
    for (const table of ['petitions', 'flows']) {
      expect(
        plan(
          `SELECT * FROM ${table} WHERE team_id = 'T' AND user_id = 'U' ORDER BY created_at DESC LIMIT 12`,
        ),
      ).toBe(`SEARCH ${table} USING INDEX ${table}_of_asker (team_id=? AND user_id=?)`);
    }
    await store.petitions.write(
      first,
      { ...first, state: 'withdrawn', dueAt: null },
      { at: 1, note: { ...note, event: 'withdrawn' }, redraw: true },
    );
    const after = await store.home.waitingFor('T0001', ['S0ADMINS'], 50);
    expect(after[0]?.id).toBe('p1');
    await store.flows.close();
    await rm(folder, { recursive: true });
  });
});
