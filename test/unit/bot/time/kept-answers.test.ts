import { describe, expect, it } from 'vitest';
import { keepAnswers } from '../../../../bot/time/kept-answers.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

describe('an answer that is kept', () => {
  const open = () => {
    let now = 1_000_000;
    let asked = 0;
    let next: Result<number, string> = ok(1);
    const keep = keepAnswers<number, string>({
      now: () => now,
      size: 2,
    });
    return {
      ask: async (key: string, maxAge: number) =>
        keep(key, maxAge, async () => {
          asked += 1;
          return next;
        }),
      asked: () => asked,
      later: (ms: number) => (now += ms),
      answers: (answer: Result<number, string>) => (next = answer),
    };
  };

  it('serves until it is too old for the one who asks', async () => {
    const kept = open();
    await kept.ask('a', 100);
    kept.later(99);
    await kept.ask('a', 100);
    expect(kept.asked()).toBe(1);
    await kept.ask('a', 0);
    expect(kept.asked()).toBe(2);
    kept.later(100);
    await kept.ask('a', 100);
    expect(kept.asked()).toBe(3);
  });

  it('is asked once by those who ask at the same time', async () => {
    const kept = open();
    await Promise.all([kept.ask('a', 0), kept.ask('a', 0), kept.ask('b', 0)]);
    expect(kept.asked()).toBe(2);
  });

  it('is asked for anew where an earlier question still waits', async () => {
    let now = 0;
    const keep = keepAnswers<string, string>({ now: () => now, size: 2 });
    const silent = keep('a', 0, () => new Promise(() => undefined));
    now = 51;
    expect(await keep('a', 0, async () => ok('an answer'))).toEqual(ok('an answer'));
    expect(silent).toBeInstanceOf(Promise);
  });

  it('is joined for fifty milliseconds, to the last of them', async () => {
    let now = 0;
    let asked = 0;
    const keep = keepAnswers<string, string>({ now: () => now, size: 2 });
    const { promise, resolve } = Promise.withResolvers<Result<string, string>>();
    const ask = (): Promise<Result<string, string>> => {
      asked += 1;
      return promise;
    };
    const first = keep('a', 0, ask);
    now = 50;
    const second = keep('a', 0, ask);
    expect(asked).toBe(1);
    now = 51;
    const third = keep('a', 0, () => Promise.resolve(ok('anew')));
    resolve(ok('late'));
    expect(await Promise.all([first, second, third])).toEqual([ok('late'), ok('late'), ok('anew')]);
  });

  it('of an earlier question does not part those who joined a later one', async () => {
    let now = 0;
    let asked = 0;
    const keep = keepAnswers<string, string>({ now: () => now, size: 2 });
    const early = Promise.withResolvers<Result<string, string>>();
    const late = Promise.withResolvers<Result<string, string>>();
    const ask =
      (answer: Promise<Result<string, string>>) => (): Promise<Result<string, string>> => {
        asked += 1;
        return answer;
      };
    const first = keep('a', 0, ask(early.promise));
    now = 51;
    const second = keep('a', 0, ask(late.promise));
    early.resolve(ok('early'));
    await first;
    const joined = keep('a', 0, ask(late.promise));
    expect(asked).toBe(2);
    late.resolve(ok('late'));
    expect(await Promise.all([second, joined])).toEqual([ok('late'), ok('late')]);
  });

  it('is kept of as many as there is room for, those last asked about longest', async () => {
    const kept = open();
    await kept.ask('a', 100);
    await kept.ask('b', 100);
    await kept.ask('a', 100);
    await kept.ask('b', 100);
    expect(kept.asked()).toBe(2);
    await kept.ask('a', 0);
    await kept.ask('c', 100);
    await kept.ask('a', 100);
    expect(kept.asked()).toBe(4);
    await kept.ask('b', 100);
    expect(kept.asked()).toBe(5);
  });

  it('is no error, and an error keeps nothing', async () => {
    const kept = open();
    kept.answers(err('down'));
    expect(await kept.ask('a', 1000)).toEqual(err('down'));
    kept.answers(ok(2));
    expect(await kept.ask('a', 1000)).toEqual(ok(2));
  });

  it('is not gone by where asking anew fails, whatever it was a moment ago', async () => {
    const kept = open();
    await kept.ask('a', 0);
    kept.answers(err('busy'));
    expect(await kept.ask('a', 0)).toEqual(err('busy'));
    expect(await kept.ask('a', 1000)).toEqual(ok(1));
  });

  it('makes room for newer ones', async () => {
    const kept = open();
    for (const key of ['a', 'b', 'c', 'a']) await kept.ask(key, 1000);
    expect(kept.asked()).toBe(4);
  });
});
