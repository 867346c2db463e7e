import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personFrom } from '../../../../bot/people/people.ts';

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
    ['names that are none', { real_name: null, name: 7 }, { name: 'U0ADA' }],
    ['a real name that is none', { real_name: {}, name: 'ada' }, { name: 'ada' }],
    ['a real name of blanks', { real_name: ' ', name: 'ada' }, { name: 'ada' }],
    ['a locale that is none', { locale: null }, { language: 'en' }],
  ])('is who they are with %s', (_, changes, shown) => {
    expect(personFrom(info(changes), TEAM)).toMatchObject({ kind: 'member', ...shown });
  });

  it.each([
    ['it-CH', 'it'],
    ['de-DE', 'de'],
    ['pt-BR', 'en'],
    [undefined, 'en'],
  ])('is spoken to by the locale %s in %s', (locale, language) => {
    expect(personFrom(info({ locale }), TEAM)?.language).toBe(language);
  });
});
