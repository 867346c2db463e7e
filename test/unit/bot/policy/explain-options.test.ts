import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../../bot/policy/tool/explain-options.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { uuid } from '../../shared/examples.ts';

const POLICY: Policy = {
  ask: 'Ada',
  rules: [],
  tenants: [{ name: 'Alm', id: 'alm-7', timeZone: 'Pacific/Kiritimati' }],
};
const LATE_IN_UTC = Date.UTC(2026, 2, 10, 23);

const read = (line: string) => readQuestion(line.split(' '), POLICY, LATE_IN_UTC);

describe('what is to be explained', () => {
  it('is read with what was left out', () => {
    expect(read('--user U1 --tenant Nord --permissions write,read')).toEqual({
      ok: true,
      value: {
        asker: { id: 'U1', kind: 'member', groups: [], channel: null },
        ask: {
          tenant: { id: '', name: 'Nord' },
          permissions: ['read', 'write'],
          expiresOn: null,
          today: '2026-03-10',
          byPeople: false,
        },
      },
    });
  });

  it('takes a tenant by its id, and all of them by the word', () => {
    const tenantOf = (tenant: string): unknown => {
      const question = read(`--user U1 --tenant ${tenant} --permissions read`);
      return question.ok && question.value.ask.tenant;
    };
    expect(tenantOf(uuid(1))).toEqual({ id: uuid(1), name: '' });
    expect(tenantOf('all')).toEqual({ id: 'all', name: '' });
    expect(tenantOf(`@plant/${uuid(10).toUpperCase()}`)).toEqual({
      id: `@plant/${uuid(10)}`,
      name: '',
    });
    const onPlant = readQuestion(
      ['--user', 'U1', '--tenant', 'plant: Nord', '--permissions', 'read'],
      POLICY,
      LATE_IN_UTC,
    );
    expect(onPlant.ok && onPlant.value.ask.tenant).toEqual({
      id: '@plant/Nord',
      name: 'plant: Nord',
    });
  });

  it('knows from the policy’s list what people make, and where today is tomorrow', () => {
    expect(read('--user U1 --tenant alm-7 --permissions read')).toMatchObject({
      value: {
        ask: { tenant: { id: 'alm-7', name: 'Alm' }, byPeople: true, today: '2026-03-11' },
      },
    });
  });

  it.each([
    ['--tenant Nord --permissions read', '--user'],
    ['--user U1 --permissions read', '--tenant'],
    ['--user U1 --tenant Nord', '--permissions'],
    ['--user U1 --tenant Nord --permissions fly', '--permissions'],
    ['--user U1 --tenant Nord --permissions read --expires soon', '--expires'],
    ['--user U1 --tenant Nord --permissions read --expires 2026-03-09', 'is over'],
    ['--user U1 --tenant Nord --permissions read --expires 2036-03-12', 'more than 10 years'],
    ['--user U1 --tenant Nord --permissions read --zone Mars', '--zone'],
    ['--user U1 --tenant Nord --permissions read --kind king', '--kind'],
    ['--user U1 --tenant Nord --permissions read --colour red', '--colour'],
  ])('%s is not guessed at: %s is named', (line, named) => {
    const question = read(line);
    expect(question.ok ? '' : question.error).toContain(named);
  });
});
