import { describe, expect, it } from 'vitest';
import { createPace } from '../../../../bot/slack/pace.ts';
import type { Failure } from '../../../../bot/slack/outcome.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

const limited = (seconds: number): Result<never, Failure> =>
  err({ kind: 'rate_limited', code: 'ratelimited', retryAfterMs: seconds * 1000 });

const open = () => {
  let at = 5000;
  let calls = 0;
  const pace = createPace(() => at);
  return {
    calls: () => calls,
    later: (ms: number) => (at += ms),
    run: async (method: string, answer: Result<string, Failure>) =>
      pace.run(method, async () => {
        calls += 1;
        return answer;
      }),
  };
};

const waitOf = (answer: Result<string, Failure>): number =>
  !answer.ok && answer.error.kind === 'rate_limited' ? answer.error.retryAfterMs : -1;

describe('the pace of Slack’s methods', () => {
  it('rests a method until its time, whoever asks, and no other method', async () => {
    const of = open();
    expect(waitOf(await of.run('users.info', limited(30)))).toBe(30_000);
    of.later(29_999);
    expect(waitOf(await of.run('users.info', ok('asked')))).toBeGreaterThan(0);
    expect(of.calls()).toBe(1);
    expect(await of.run('views.open', ok('asked'))).toEqual(ok('asked'));
    of.later(1);
    expect(await of.run('users.info', ok('asked'))).toEqual(ok('asked'));
  });

  it('has those who wait come back one after another', async () => {
    const of = open();
    await of.run('chat.postEphemeral', limited(1));
    of.later(400);
    const waits = [];
    for (let n = 0; n < 4; n += 1) waits.push(waitOf(await of.run('chat.postEphemeral', ok(''))));
    expect(waits).toEqual([800, 1000, 1200, 1400]);
  });

  it('has those come back one after another who were refused at the same time', async () => {
    const of = open();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => of.run('chat.postEphemeral', limited(2))),
    );
    expect(new Set(answers.map(waitOf)).size).toBe(4);
    expect(Math.min(...answers.map(waitOf))).toBe(2000);
  });

  it('lets any other failure pass', async () => {
    const of = open();
    const failure = err({ kind: 'route', code: 'channel_not_found' } as const);
    expect(await of.run('chat.postMessage', failure)).toEqual(failure);
    expect(await of.run('chat.postMessage', ok('asked'))).toEqual(ok('asked'));
  });
});
