import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { openStore } from '../../../bot/store/open-store.ts';
import { verifyRecord } from '../../support/verify-record.ts';
import { openAsItIs } from '../../../bot/store/open-database.ts';
import { readLines } from '../../../bot/store/audit/read-lines.ts';
import type { Slack } from '../../../sandbox/slack/handle/slack.ts';
import { wordsInstead } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import {
  CLIENT_SECRET,
  freshKey,
  type InstallWorld,
  startInstallWorld,
} from '../../support/install-world.ts';
import { openForm } from '../../support/petitions.ts';
import { findLeaks, readPlaces, textPlace } from '../../support/leak-search.ts';

const works = async ({ platform }: InstallWorld, token: string): Promise<boolean> =>
  eventually(
    async () => (await platform.call('GET', '/api/v1/devices', { key: token })).status === 200,
  );

const installed = async ({ databaseUrl }: InstallWorld): Promise<readonly string[]> => {
  const { installations, flows } = await openStore(databaseUrl);
  const all = await installations.all();
  await flows.close();
  return all.map(({ id }) => id);
};

/** What the command is answered, in words. */
const answered = async (slack: Slack, person: string): Promise<string> => {
  const window = slack.asPerson(person);
  const before = window.ephemerals().length;
  await window.command('operations', `${COMMAND} create`);
  const message = await window.until(() => window.ephemerals()[before]);
  return message.words;
};

describe('the way of an install', () => {
  let world: InstallWorld;

  beforeAll(async () => {
    world = await startInstallWorld();
  });
  afterAll(async () => world.close());

  const said = async (answer: Response): Promise<readonly [number, string]> => [
    answer.status,
    await answer.text(),
  ];
  const NOTHING = /Nothing was installed/;

  it('asks Slack for the manifest’s scopes, and puts no secret into an address', async () => {
    const { authorizeUrl, cookie } = await world.beginInstall();
    const url = new URL(authorizeUrl);
    expect(`${url.origin}${url.pathname}`).toBe(`${world.harbour.origin}/oauth/v2/authorize`);
    expect(url.searchParams.get('scope')).toBe(
      'commands,chat:write,im:write,users:read,usergroups:read',
    );
    expect(authorizeUrl).not.toContain(CLIENT_SECRET);
    expect(cookie).toContain(url.searchParams.get('state'));
  });

  it('is refused without its state, with another one, and in another browser', async () => {
    const browser = await world.beginInstall();
    const back = await world.consent(browser, world.harbour.teamId);
    const without = new URL(back);
    without.searchParams.delete('state');
    const forged = new URL(back);
    const state = forged.searchParams.get('state') ?? '';
    const other = `${state.split('.')[0]}.${'A'.repeat(43)}`;
    forged.searchParams.set('state', other);
    const cookieOf = (text: string): string => browser.cookie.replace(/=.*/, `=${text}`);
    for (const [to, cookie] of [
      [without.href, browser.cookie],
      [forged.href, browser.cookie],
      [forged.href, cookieOf(other)],
      [back, undefined],
      [back, (await world.beginInstall()).cookie],
    ] as const) {
      expect(await said(await world.comeBack(to, cookie))).toEqual([
        400,
        expect.stringMatching(NOTHING),
      ]);
    }
    expect(await installed(world)).toEqual([]);
    expect(world.harbour.installed()).toBe(false);
  });

  it('is taken once, and the same way back is refused after that', async () => {
    const browser = await world.beginInstall();
    const back = await world.consent(browser, world.harbour.teamId);
    const answer = await world.comeBack(back, browser.cookie);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await said(answer)).toEqual([200, expect.stringContaining(world.harbour.teamId)]);
    expect(await said(await world.comeBack(back, browser.cookie))).toEqual([
      400,
      expect.stringMatching(NOTHING),
    ]);
    expect(world.logged.join('\n')).toContain('"code":"state_used"');
    expect(await installed(world)).toEqual([world.harbour.teamId]);
  });

  it('says in the browser’s language that it was cancelled, or that Slack did not confirm it', async () => {
    const browser = await world.beginInstall();
    const { teamId } = world.mountain;
    const cancelled = await world.consent(browser, teamId, { decision: 'cancel' });
    const german = await fetch(cancelled, {
      headers: { cookie: browser.cookie, 'accept-language': 'de-CH,de;q=0.9,en' },
    });
    expect(await said(german)).toEqual([
      200,
      expect.stringContaining('In Slack wurde abgebrochen'),
    ]);
    const without = new URL(cancelled);
    without.searchParams.set('error', 'invalid_scope');
    const second = await world.beginInstall();
    const back = new URL(await world.consent(second, teamId));
    back.searchParams.set('code', 'made-up');
    for (const [to, { cookie }] of [
      [without, browser],
      [back, second],
    ] as const) {
      expect(await said(await world.comeBack(to.href, cookie))).toEqual([
        502,
        expect.stringContaining('Slack or this bot’s database did not confirm it'),
      ]);
    }
    expect(await installed(world)).toEqual([world.harbour.teamId]);
  });
});

describe('two workspaces that have installed the app', () => {
  let world: InstallWorld;
  const tokens: string[] = [];

  beforeAll(async () => {
    world = await startInstallWorld();
  });
  afterAll(async () => world.close());

  it('are refused in words until it is installed there', async () => {
    expect(await answered(world.mountain, 'ivo')).toContain('not installed in your workspace');
    expect((await world.install(world.harbour.teamId)).status).toBe(200);
    expect(await answered(world.mountain, 'ivo')).toContain('not installed in your workspace');
    expect((await world.install(world.mountain.teamId, 'mia')).status).toBe(200);
  });

  it('get tokens each by its own client, though people and channels have the same ids', async () => {
    const { harbour, mountain } = world;
    for (const [slack, other, name] of [
      [harbour, mountain, 'By the harbour'],
      [mountain, harbour, 'On the mountain'],
    ] as const) {
      const token = await world.make(slack, 'ivo', name);
      tokens.push(token);
      expect(await works(world, token)).toBe(true);
      const holding = ({ accepted }: Slack) => accepted.filter(({ words }) => words.includes(name));
      expect(holding(slack)).toHaveLength(1);
      expect(holding(other)).toHaveLength(0);
      await eventually(() => slack.history().some(({ words }) => words.includes(name)));
      expect(other.history().some(({ words }) => words.includes(name))).toBe(false);
    }
  });

  it('leave in the middle of a delivery, of which nobody then has a token that works', async () => {
    const { mountain } = world;
    mountain.fault({ method: 'chat.postEphemeral', status: 429, retryAfter: 1 });
    const ivo = await openForm(mountain, 'ivo', '"Cut short" --tenant Nord --permissions read');
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
    await eventually(() => mountain.journal().some(({ status }) => status === 429));
    expect(await mountain.uninstall()).toBe('acknowledged');
    const { db } = await openAsItIs(world.databaseUrl);
    const flow = db.selectFrom('flows').selectAll().where('request', 'like', '%Cut short%');
    const ended = await eventually(async () => {
      const row = await flow.executeTakeFirst();
      return row?.state === 'discarded' && row.owed === null && row;
    });
    expect(ended).toMatchObject({ works: 'no', reason: 'undeliverable' });
    await db.destroy();
    expect(mountain.accepted.some(({ words }) => words.includes('Cut short'))).toBe(false);
    expect((await world.install(mountain.teamId)).status).toBe(200);
  });

  it('have a policy each, and without one nobody gets anything, in words', async () => {
    const { mountain } = world;
    const loads = (): number =>
      world.logged.filter((line) => line.includes('"policy_loaded"')).length;
    const before = loads();
    world.writePolicy(mountain.teamId, { ask: 'Mona at the mountain', rules: [] });
    // By the one before, a form would open in place of an answer.
    await eventually(() => loads() > before);
    const ada = mountain.asPerson('ada');
    ada.reload();
    await ada.command('operations', `${COMMAND} create`);
    expect(await wordsInstead(ada)).toContain('Mona at the mountain');
    await world.make(world.harbour, 'ada', 'Still by the harbour');
  });

  it('are overwritten by installing again, and go on with the new token', async () => {
    const { harbour } = world;
    const before = harbour.issuedTokens().length;
    expect((await world.install(harbour.teamId)).status).toBe(200);
    expect(harbour.issuedTokens()).toHaveLength(before + 1);
    await world.make(harbour, 'ivo', 'After the second install');
    expect(await installed(world)).toHaveLength(2);
  });

  it('keep their tokens sealed: no secret is in the database, its journal, or the log', async () => {
    const places = [...(await readPlaces(world.folder)), textPlace('log', world.logged.join('\n'))];
    const secrets = [...world.harbour.issuedTokens(), CLIENT_SECRET, ...tokens];
    expect(secrets.length).toBeGreaterThan(5);
    for (const each of secrets) {
      // What is the same in all of Slack's tokens is no secret.
      expect(findLeaks(each.replace(/^(?:xoxe\.)?xox\w-(?:\w+-)?/, ''), places)).toEqual([]);
    }
  });

  it('leave, and nothing is sent there any more, while the other goes on', async () => {
    const { harbour, mountain } = world;
    expect(await mountain.uninstall()).toBe('acknowledged');
    await eventually(async () => (await installed(world)).length === 1);
    expect(await installed(world)).toEqual([harbour.teamId]);
    const calls = () => mountain.journal().filter(({ direction }) => direction === 'from-app');
    const before = calls().length;
    expect(await answered(mountain, 'ivo')).toContain('not installed in your workspace');
    // The answer itself, by its response_url.
    expect(calls()).toHaveLength(before + 1);
    await world.make(harbour, 'ivo', 'The harbour goes on');
  });

  it('are not erased by news of a removal that is older than the last install', async () => {
    const { mountain } = world;
    expect((await world.install(mountain.teamId)).status).toBe(200);
    expect(await mountain.event({ type: 'app_uninstalled' })).toBe('acknowledged');
    await eventually(() => world.logged.some((line) => line.includes('removal_outdated')));
    expect(await installed(world)).toContain(mountain.teamId);
  });

  it('have each install and removal in the record, which is whole', async () => {
    const { db } = await openAsItIs(world.databaseUrl);
    const events: string[] = [];
    for await (const page of readLines(db)) {
      events.push(
        ...page.flatMap(({ team_id: team, event, role, detail }) =>
          event.endsWith('installed') ? [[team, role, event, detail].join(' ').trim()] : [],
        ),
      );
    }
    const { harbour, mountain } = world;
    expect(events).toEqual([
      `${harbour.teamId} installer installed`,
      `${mountain.teamId} installer installed`,
      `${mountain.teamId} bot uninstalled tokens_revoked`,
      `${mountain.teamId} installer installed`,
      `${harbour.teamId} installer reinstalled`,
      `${mountain.teamId} bot uninstalled tokens_revoked`,
      `${mountain.teamId} installer installed`,
    ]);
    await db.destroy();
    expect((await verifyRecord(world.databaseUrl)).ok).toBe(true);
  });
});

describe('a bot with another key', () => {
  it('refuses to start without the old one, and says what to do', async () => {
    const world = await startInstallWorld();
    await world.install(world.harbour.teamId);
    const key = freshKey();
    expect(await world.restart({ encryptionKey: key })).toEqual([
      expect.stringMatching(
        new RegExp(`^ENCRYPTION_KEY: .+${world.harbour.teamId}.+ENCRYPTION_KEYS_OLD\\.$`),
      ),
    ]);
    await world.close();
  });
});
