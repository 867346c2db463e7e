import { describe, expect, it } from 'vitest';
import { begun, type Progress } from '../../../../bot/flow/progress.ts';
import { tell } from '../../../../bot/delivery/tell.ts';
import type { Submission } from '../../../../bot/flow/submission.ts';
import type { Word } from '../../../../bot/flow/word.ts';
import { NOW } from '../../shared/examples.ts';
import { createSmallWorld, routeFailure, type SmallWorld } from './small-world.ts';

const URL = 'https://hooks.slack.com/commands/1';
const RECEIPT = { channel: 'D1', ts: '9' };
const LIMITED = { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 30_000 } as const;
const UNKNOWN = { kind: 'unknown', code: 'no_answer' } as const;

const say = (
  world: SmallWorld,
  word: Word,
  progress: Partial<Progress> = {},
  given: Partial<Submission> = {},
) =>
  tell(
    world.ports,
    {
      id: 'F1',
      submission: world.form({ responseUrl: URL, responseUrlIssuedAt: NOW, ...given }),
      progress: { ...begun(NOW), ...progress },
      lease: null,
      version: 1,
    },
    word,
  );

describe('a word', () => {
  it.each([
    ['active', 'receipt active', true],
    ['revoked', 'receipt revoked', true],
    ['not_taken_back', 'receipt not_taken_back', true],
    ['save_unknown', 'announcement save_unknown', true],
    ['undeliverable', 'announcement undeliverable', false],
    ['save_refused', 'announcement save_refused', false],
  ] as const)('%s is posted in the DM, and its place kept where it may change', async (...row) => {
    const [word, text, kept] = row;
    const world = createSmallWorld();
    expect(await say(world, word)).toEqual({
      kind: 'said',
      word,
      receipt: kept ? { channel: 'D1', ts: '1' } : null,
    });
    expect(world.calls).toEqual(['openDm U0001', `post D1 ${text} F1`]);
  });

  it.each([
    ['active', 'save_unknown', 'receipt active'],
    ['revoked', 'active', 'receipt revoked'],
    ['not_taken_back', 'active', 'receipt not_taken_back'],
    ['save_refused', 'not_taken_back', 'announcement save_refused'],
  ] as const)('%s takes the place of %s', async (word, said, text) => {
    const world = createSmallWorld();
    expect(await say(world, word, { said, receipt: RECEIPT })).toEqual({
      kind: 'said',
      word,
      receipt: RECEIPT,
    });
    expect(world.calls).toEqual([`update D1 9 ${text} F1`]);
  });

  it('that is the end of a doubt is a message of its own where the token never worked', async () => {
    const world = createSmallWorld();
    await say(world, 'save_refused', { said: 'save_unknown', receipt: RECEIPT });
    expect(world.calls).toEqual(['openDm U0001', 'post D1 announcement save_refused F1']);
  });

  it.each([
    [LIMITED, 30_000],
    [UNKNOWN, 0],
  ])('is not put beside one that is no longer true (%o)', async (failure, waitMs) => {
    const world = createSmallWorld();
    world.answers.update = [failure];
    expect(await say(world, 'revoked', { said: 'active', receipt: RECEIPT })).toEqual({
      kind: 'unsaid',
      waitMs,
      because: failure.code,
    });
    expect(world.calls).toHaveLength(1);
  });

  it('is posted anew where the message is gone', async () => {
    const world = createSmallWorld();
    world.answers.update = [routeFailure('message_not_found')];
    expect(await say(world, 'revoked', { said: 'active', receipt: RECEIPT })).toMatchObject({
      receipt: { channel: 'D1', ts: '1' },
    });
  });

  it.each(['not_installed', 'user_disabled', 'user_not_found', 'users_not_found'])(
    'is for nobody where Slack says %s',
    async (code) => {
      const opening = createSmallWorld();
      opening.answers.openDm = [routeFailure(code)];
      const gone = { kind: 'person_gone', because: code };
      expect(await say(opening, 'active')).toEqual(gone);
      expect(opening.calls).toEqual(['openDm U0001']);
      const posting = createSmallWorld();
      posting.answers.post = [routeFailure(code)];
      expect(await say(posting, 'undeliverable')).toEqual(gone);
    },
  );

  it('goes where the token went, where the DM takes none', async () => {
    const world = createSmallWorld();
    world.answers.post = [routeFailure('messages_tab_disabled')];
    expect(await say(world, 'active')).toEqual({ kind: 'said', word: 'active', receipt: null });
    expect(world.calls.at(-1)).toBe('ephemeral C0001 U0001 receipt active F1');
  });

  it('goes by the response_url where there is no channel, or it takes none', async () => {
    for (const channelId of [null, 'C0001']) {
      const world = createSmallWorld();
      world.answers.post = [routeFailure()];
      world.answers.ephemeral = [routeFailure()];
      const event = await say(world, 'undeliverable', {}, { channelId });
      expect(event).toMatchObject({ kind: 'said', receipt: null });
      expect(world.calls.at(-1)).toBe(`respond ${URL} announcement undeliverable F1`);
      expect(world.calls).toHaveLength(channelId === null ? 3 : 4);
    }
  });

  it.each([LIMITED, UNKNOWN])('that is to last waits for a DM that is busy (%o)', async (busy) => {
    const world = createSmallWorld();
    world.answers.post = [busy];
    expect(await say(world, 'active')).toMatchObject({ kind: 'unsaid', because: busy.code });
    expect(world.calls).toHaveLength(2);
    const other = createSmallWorld();
    other.answers.post = [busy];
    expect(await say(other, 'undeliverable')).toMatchObject({ kind: 'said' });
  });

  it('that nobody took waits as long as the least busy route, and says the first reason', async () => {
    const world = createSmallWorld();
    world.answers.post = [{ ...LIMITED, retryAfterMs: 9000 }];
    world.answers.ephemeral = [{ ...LIMITED, code: 'later', retryAfterMs: 5000 }];
    world.answers.respond = [routeFailure()];
    expect(await say(world, 'undeliverable')).toEqual({
      kind: 'unsaid',
      waitMs: 5000,
      because: 'ratelimited',
    });
    const dead = createSmallWorld();
    dead.answers.post = [routeFailure('one')];
    dead.answers.ephemeral = [routeFailure('two')];
    dead.answers.respond = [routeFailure('three')];
    expect(await say(dead, 'undeliverable')).toEqual({
      kind: 'unsaid',
      waitMs: 0,
      because: 'one',
    });
  });
});
