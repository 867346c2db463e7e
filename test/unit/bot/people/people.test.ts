import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepAnswers } from '../../../../bot/people/kept.ts';
import { personFrom } from '../../../../bot/people/people.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

const TEAM = 'T0HERE';

const info = (changes: object = {}) => ({
  ok: true,
  user: { id: 'U0ADA', team_id: TEAM, real_name: 'Ada', locale: 'it-CH', ...changes },
});

describe('a person in Slack', () => {
  it.each([
    ['member', {}],
    ['guest', { is_restricted: true }],
    ['guest', { is_ultra_restricted: true, is_restricted: true }],
    ['bot', { is_bot: true }],
    ['outsider', { team_id: 'T0OTHER' }],
    ['outsider', { is_stranger: true }],
    ['outsider', { team_id: undefined }],
    ['outsider', { team_id: 'T0OTHER', is_restricted: true }],
    ['member', { team_id: 'T0OTHER', enterprise_user: { teams: [TEAM] } }],
    ['guest', { team_id: 'T0OTHER', enterprise_user: { teams: [TEAM] }, is_restricted: true }],
    ['gone', { deleted: true }],
    ['gone', { deleted: true, is_bot: true }],
  ])('is a %s by %o', (kind, changes) => {
    expect(personFrom(info(changes), TEAM)?.kind).toBe(kind);
  });

  it('is a member only by what says so, whatever else an answer holds', () => {
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const user = fc.record({
      team_id: fc.constantFrom(TEAM, 'T0OTHER', undefined),
      deleted: flag,
      is_bot: flag,
      is_restricted: flag,
      is_ultra_restricted: flag,
      is_stranger: flag,
    });
    fc.assert(
      fc.property(user, (changes) => {
        const member = personFrom(info(changes), TEAM)?.kind === 'member';
        const { team_id: team, ...flags } = changes;
        expect(member).toBe(team === TEAM && Object.values(flags).every((each) => !each));
      }),
    );
  });

  it.each([undefined, {}, { user: null }, { user: {} }, { user: { id: 7 } }, info({ deleted: 1 })])(
    'is nobody by an answer without the form: %o',
    (answer) => {
      expect(personFrom(answer, TEAM)).toBeUndefined();
    },
  );

  it.each([
    ['it-CH', 'it'],
    ['de-DE', 'de'],
    ['pt-BR', 'en'],
    [undefined, 'en'],
  ])('is spoken to by the locale %s in %s', (locale, language) => {
    expect(personFrom(info({ locale }), TEAM)?.language).toBe(language);
  });
});

describe('an answer that is kept', () => {
  const open = (spare?: (error: string) => boolean) => {
    let now = 1_000_000;
    let asked = 0;
    let next: Result<number, string> = ok(1);
    const keep = keepAnswers<number, string>({
      now: () => now,
      size: 2,
      ...(spare ? { spare } : {}),
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
    now = 251;
    expect(await keep('a', 0, async () => ok('an answer'))).toEqual(ok('an answer'));
    expect(silent).toBeInstanceOf(Promise);
  });

  it('is no error, and an error keeps nothing', async () => {
    const kept = open();
    kept.answers(err('down'));
    expect(await kept.ask('a', 1000)).toEqual(err('down'));
    kept.answers(ok(2));
    expect(await kept.ask('a', 1000)).toEqual(ok(2));
  });

  it('stands in for a minute where the error allows it, and for no other', async () => {
    const kept = open((error) => error === 'busy');
    await kept.ask('a', 0);
    kept.later(60_000);
    kept.answers(err('busy'));
    expect(await kept.ask('a', 0)).toEqual(ok(1));
    kept.answers(err('down'));
    expect(await kept.ask('a', 0)).toEqual(err('down'));
    kept.answers(err('busy'));
    kept.later(1);
    expect(await kept.ask('a', 0)).toEqual(err('busy'));
  });

  it('makes room for newer ones', async () => {
    const kept = open();
    for (const key of ['a', 'b', 'c', 'a']) await kept.ask(key, 1000);
    expect(kept.asked()).toBe(4);
  });
});
