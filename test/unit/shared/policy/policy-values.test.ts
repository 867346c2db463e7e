import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../shared/policy/policy.ts';
import { faultsOf, RULE, withRule } from './policy-files.ts';

describe('a value of a policy file that is none', () => {
  const BY = { by: { users: ['U012AB3CD'] } };
  const LONG = 'x'.repeat(101);
  const IDS = Array.from({ length: 6 }, () => 'U012AB3CD');
  const NAME = 'must be a text of 1 to 100 characters';
  const ID = 'must be a text of 1 to 64 characters';
  const DAYS = 'must be a whole number of days from 1 to 3660';
  const LAPSES = 'rules[1].approval.lapsesAfterDays';
  const LAPSE = 'must be a whole number of days from 1 to 30';
  const tenant = (changes: object): object => ({
    ask: 'Ada',
    rules: [],
    tenants: [{ name: 'Nord', ...changes }],
  });

  it.each([
    [{ ask: 7, rules: [] }, 'ask: must be a text'],
    [{ ask: 'x'.repeat(201), rules: [] }, 'ask: at most 200 characters'],
    [{ ask: 'Ada', askIds: IDS, rules: [] }, 'askIds: at most 5 ids'],
    [withRule({ tenants: 7 }), 'rules[1].tenants: must be a list of names or ids, or "any"'],
    [withRule({ allTenants: 7 }), 'rules[1].allTenants: must be true or false'],
    [withRule({ never: 7, maxDays: undefined }), 'rules[1].never: must be true or false'],
    [withRule({ maxDays: 0 }), `rules[1].maxDays: ${DAYS}`],
    [withRule({ maxDays: 3661 }), `rules[1].maxDays: ${DAYS}`],
    [withRule({ maxDays: 1.5 }), `rules[1].maxDays: ${DAYS}`],
    [withRule({ approval: { ...BY, lapsesAfterDays: 0 } }), `${LAPSES}: ${LAPSE}`],
    [withRule({ approval: { ...BY, lapsesAfterDays: 1.5 } }), `${LAPSES}: ${LAPSE}`],
    [withRule({ approval: { ...BY, lapsesAfterDays: 31 } }), `${LAPSES}: ${LAPSE}`],
    [
      withRule({ approval: { by: { groups: ['ops'] } } }),
      'rules[1].approval.by.groups[0]: must be a user group id such as S012AB3CD',
    ],
    [tenant({ name: 7 }), 'tenants[0].name: must be a text'],
    [tenant({ name: '' }), `tenants[0].name: ${NAME}`],
    [tenant({ name: LONG }), `tenants[0].name: ${NAME}`],
    [tenant({ id: 7 }), 'tenants[0].id: must be a text'],
    [tenant({ id: '' }), `tenants[0].id: ${ID}`],
    [tenant({ id: 'x'.repeat(65) }), `tenants[0].id: ${ID}`],
    [
      tenant({ page: 'http://nord.example.com' }),
      'tenants[0].page: must be an https URL without a fragment, such as https://nord.example.com',
    ],
    [tenant({ tokens: 'some' }), 'tenants[0].tokens: must be "documented" or "any"'],
    [
      { ask: 'Ada', rules: [], tenants: Array.from({ length: 2001 }, () => ({ name: 'Nord' })) },
      'tenants: at most 2000 tenants',
    ],
  ])('is named with what it has to be: %#', (file, fault) => {
    expect(faultsOf(file)).toEqual([fault]);
  });

  it.each(['XC012AB3CD', 'C012AB3CD-', 'c012AB3CD'])('is an id as Slack has them: not %s', (id) => {
    expect(faultsOf({ ask: 'Ada', askIds: [id], rules: [] })).toHaveLength(1);
    expect(faultsOf(withRule({ approval: { ...BY, channel: id } }))).toHaveLength(1);
  });

  it('is not what was left out: nobody and nothing is named there', () => {
    const { tenants: _tenants, ...rule } = RULE;
    const who = { groups: ['S012AB3CD'] };
    const file = { ask: 'Ada', rules: [{ ...rule, who, allTenants: true }, RULE] };
    expect(parsePolicy(JSON.stringify(file))).toMatchObject({
      value: {
        rules: [
          { who: { users: [], groups: who.groups, channels: [] }, tenants: [] },
          { who: { ...RULE.who, groups: [], channels: [] }, allTenants: false, ask: null },
        ],
      },
    });
  });

  it('is not what the longest of each is', () => {
    const whole = {
      ...tenant({ id: 'x'.repeat(64), name: 'x'.repeat(100), tokens: 'any' }),
      ask: 'x'.repeat(200),
      askIds: IDS.slice(1),
    };
    expect(faultsOf(whole)).toEqual([]);
    expect(faultsOf(tenant({ tokens: 'documented' }))).toEqual([]);
  });
});

describe('what a policy file says beside its rules', () => {
  it('is read with them: who makes tokens, how long for ever is, and why a rule is there', () => {
    const file = {
      ask: 'Ada',
      handOver: { by: { users: ['U012AB3CD'] }, mayApproveTheirOwn: ['U012AB3CD'] },
      tenants: [{ name: 'Alm' }],
      rules: [{ ...RULE, maxDays: undefined, never: true, note: 'For the pilot' }],
    };
    expect(parsePolicy(JSON.stringify(file))).toMatchObject({
      value: {
        handOver: {
          by: { users: ['U012AB3CD'], groups: [] },
          mayApproveTheirOwn: ['U012AB3CD'],
        },
        tenants: [{ name: 'Alm' }],
        rules: [{ maxDays: null, note: 'For the pilot' }],
      },
    });
    const plain = parsePolicy(JSON.stringify({ ask: 'Ada', rules: [RULE] }));
    expect(plain.ok && Object.keys(plain.value)).toEqual(['ask', 'rules']);
    expect(plain.ok && plain.value.rules[0] && 'note' in plain.value.rules[0]).toBe(false);
  });
});
