import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { commandForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';

describe.each(['http', 'socket'] as const)('over %s, what comes twice', (transport) => {
  let stage: BotStage;
  let ada: PersonWindow;
  beforeAll(async () => {
    stage = await startBotStage(transport);
  });
  beforeEach(() => {
    stage.world.slack.clearFaults();
    stage.world.faults.clear();
    ada = stage.world.slack.asPerson('ada');
    ada.reload();
  });
  afterAll(async () => {
    await stage.close();
    stage.report(`Doubles, over ${transport}`);
  });

  const tokens = (): number =>
    stage.world.slack.accepted.filter(({ preformatted }) => preformatted.length > 0).length;

  const openings = () => stage.world.slack.journal().filter(({ what }) => what === 'views.open');

  /** Without those that a busy machine was too late for. */
  const opened = (): number => openings().filter(({ error }) => error === undefined).length;

  const sound = async (requests: number): Promise<void> => {
    const verdict = await stage.judge();
    expect(verdict.broken).toEqual([]);
    expect(verdict.requests.size).toBe(requests);
  };

  /** From then on somebody works on it, which is waited for. */
  const revoking = (): Promise<unknown> =>
    eventually(() => stage.world.faults.count('DELETE', /\/api_tokens\/[^/]+$/) > 0);

  const message = (): Promise<SeenMessage> =>
    ada.until(() => ada.ephemerals().find((each) => each.preformatted[0]));

  it('as a submission, while the first is under way and after it, makes one token', async () => {
    const before = tokens();
    const held = stage.world.faults.hold('POST', /\/api_tokens$/, 'before');
    await stage.world.openForm('ada', 'operations', '"Twice"');
    const bodies: Record<string, unknown>[] = [];
    stage.world.slack.fault({
      request: 'view_submission',
      times: 2,
      tamper: (body) => {
        bodies.push(body);
        return body;
      },
    });
    const outcomes = await Promise.all([ada.submit(), ada.submit()]);
    expect(outcomes).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
    expect(bodies).toHaveLength(2);
    await held.arrived;
    held.release();
    await message();
    await sound(1);
    expect(tokens()).toBe(before + 1);
    expect(stage.world.faults.count('POST', /\/api_tokens$/)).toBe(1);
  });

  it('as the same bytes has one effect, for each kind of request', async () => {
    const kinds = ['command', 'view_submission', 'block_actions'] as const;
    const replayed = kinds.map((request) => stage.world.slack.fault({ request, replays: 2 }));
    const views = opened();
    const before = tokens();
    await commandForm(ada, 'operations', `${COMMAND} create "Bytes"`);
    await ada.submit();
    await ada.press(await message(), 'Revoke');
    await revoking();
    for (const each of replayed) expect(each.hits()).toBe(1);
    await sound(1);
    expect(opened()).toBe(views + 1);
    expect(tokens()).toBe(before + 1);
    expect((await stage.flow('Bytes'))?.progress.state).toBe('revoked');
  });

  it('as a press of Revoke revokes once, and both are answered', async () => {
    expect(await stage.ask('Revoked twice')).toBe('closed');
    const shown = await message();
    await stage.settle();
    stage.world.faults.clear();
    const before = stage.world.slack.accepted.length;
    await Promise.all([ada.press(shown, 'Revoke'), ada.press(shown, 'Revoke')]);
    await revoking();
    await sound(1);
    // The first answer takes the message's place, the second stands by itself or does so too.
    await eventually(() => !ada.ephemerals().some((each) => each.preformatted.length > 0));
    expect(stage.world.slack.accepted.length).toBeGreaterThanOrEqual(before);
    expect((await stage.flow('Revoked twice'))?.progress.state).toBe('revoked');
    expect(stage.world.faults.count('DELETE', /\/api_tokens\/[^/]+$/)).toBe(1);
  });

  it('as a press of “Ask again” makes one request, since one form is submitted', async () => {
    stage.world.slack.fault({ method: 'chat.postEphemeral', status: 500, times: 1 });
    expect(await stage.ask('Asked again')).toBe('closed');
    await sound(1);
    const word = ada
      .messages(ada.directMessage())
      .findLast((each) => each.words.includes('Asked again'));
    if (!word) throw new Error('Nobody said that it does not work.');
    const before = openings().length;
    await Promise.all([ada.press(word, 'Ask again'), ada.press(word, 'Ask again')]);
    // The second form takes the place of the first, and of what was typed into it.
    await eventually(() => openings().length === before + 2);
    await ada.until(() => ada.modal()?.submit);
    await ada.type('name', 'Asked once more');
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    await sound(1);
    expect((await stage.flow('Asked once more'))?.progress.state).toBe('saved');
  });
});
