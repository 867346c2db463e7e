import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { finishWizard } from '../../extension/background/wizard/finish-wizard.ts';
import { runWizard } from '../../extension/background/wizard/run-wizard.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import { newFinish } from '../../shared/cockpit/finish.ts';
import { NEW_RUN, type WizardRequest } from '../../shared/cockpit/run.ts';
import { NO_TEXTS } from '../../shared/each-field.ts';
import { listSchema, apiTokenSchema } from '../../shared/tenant-api/contract.ts';
import { type Cockpit, openCockpit, type Window } from './sandbox/cockpit/open-cockpit.ts';
import { buildPagePart, drivenPage } from './foreign-wizard/driven-page.ts';

let cockpit: Cockpit;
let source: string;

beforeAll(async () => {
  [cockpit, source] = await Promise.all([openCockpit(), buildPagePart()]);
});

afterEach(async () => {
  await cockpit.reset();
  expect(cockpit.complaints()).toEqual([]);
});

afterAll(() => cockpit.close());

const PEOPLE = {
  nord: { email: 'ada@nord.example', password: 'demo-ada' },
  sol: { email: 'carla@sol.example', password: 'demo-carla' },
  alm: { email: 'otto@alm.example', password: 'demo-otto' },
} as const;

const opened = async (tenant: keyof typeof PEOPLE): Promise<Window> => {
  const window = await cockpit.open(tenant);
  await window.signIn(PEOPLE[tenant]);
  return window;
};

const REQUEST: WizardRequest = {
  ...NO_TEXTS,
  name: 'Driven',
  description: '',
  tenant: { kind: 'only' },
  permissions: ['read'],
  expiresOn: null,
};

/** What the server holds, whoever asks for it. */
const held = async (tenant: keyof typeof PEOPLE, name: string) => {
  const key = cockpit.platform.issueKey({
    tenant,
    name: 'Looks on',
    permissions: ['read'],
    tenantScope: 'all',
    canManageTokens: true,
  });
  const answer = await cockpit.call('GET', `/api/v1/api_tokens?search=${name}`, { key });
  return listSchema(apiTokenSchema)
    .parse(answer.json)
    .items.filter((each) => each.name === name);
};

const statusWith = async (token: string): Promise<number> =>
  (await cockpit.call('GET', '/api/v1/devices', { key: token })).status;

describe('a wizard that somebody else wrote', () => {
  it('is found, filled in, pressed and saved where people have the cockpit alone', async () => {
    const { page } = await opened('alm');
    const told: string[] = [];
    const ports = drivenPage(page, source, (line) => told.push(line));
    const made = await runWizard(ports, REQUEST, NEW_RUN);
    if (made.kind !== 'token') throw new Error(`The run ended as ${made.kind}.`);
    const token = made.token.reveal();
    expect(await statusWith(token)).toBe(401);
    const finish = newFinish('save', made.run.namesBefore);
    expect(await finishWizard(ports, REQUEST.name, finish, made.run)).toEqual({
      kind: 'confirmed',
    });
    expect(await statusWith(token)).toBe(200);
    expect(told.join('\n')).not.toContain(token);
  });

  it.each([
    ['nord', 'Nord Hafen', ['read', 'create'], '2027-03-04'],
    ['nord', 'Nord', ['delete'], '2027-04-03'],
    ['sol', 'Sol East', ['read', 'write', 'create', 'delete'], '2028-02-29'],
    ['sol', 'Sol', ['write'], null],
  ] as const)(
    'makes exactly what was asked for: at %s for %s, %j until %s',
    async (tenant, name, permissions, expiresOn) => {
      const { page } = await opened(tenant);
      const request: WizardRequest = {
        ...NO_TEXTS,
        name: `Exact-${name.length}-${permissions.length}`,
        description: 'for “us” & <them>',
        tenant: { kind: 'one', name },
        permissions,
        expiresOn: expiresOn as CalendarDate | null,
      };
      const ports = drivenPage(page, source, () => undefined);
      expect((await runWizard(ports, request, NEW_RUN)).kind).toBe('token');
      const [record, second] = await held(tenant, request.name);
      expect(second).toBeUndefined();
      expect(record).toMatchObject({
        description: request.description,
        permissions,
        expires_on: expiresOn,
        state: 'pending',
      });
    },
  );

  it('is cancelled, and no row is left of it', async () => {
    const { page } = await opened('sol');
    const ports = drivenPage(page, source, () => undefined);
    const request: WizardRequest = { ...REQUEST, name: 'Given-up', tenant: { kind: 'all' } };
    const made = await runWizard(ports, request, NEW_RUN);
    if (made.kind !== 'token') throw new Error(`The run ended as ${made.kind}.`);
    const finish = newFinish('cancel', 0);
    const other = { ...made.run, documentId: 'another document' };
    const elsewhere = await finishWizard(ports, request.name, finish, other);
    expect(elsewhere).toEqual({ kind: 'refused', because: 'not_there' });
    expect(await finishWizard(ports, request.name, finish, made.run)).toEqual({
      kind: 'confirmed',
    });
    expect((await held('sol', 'Given-up')).map(({ state }) => state)).not.toContain('active');
  });

  it('says which tenants there are where the one that was meant is not among them', async () => {
    const { page } = await opened('nord');
    const ports = drivenPage(page, source, () => undefined);
    const request: WizardRequest = { ...REQUEST, tenant: { kind: 'one', name: 'Süd' } };
    expect(await runWizard(ports, request, NEW_RUN)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'tenant_unknown', choices: ['Nord', 'Nord Hafen', 'Nord Labor'] },
    });
    expect(await held('nord', REQUEST.name)).toEqual([]);
  });

  it('presses Next no second time after a process that pressed it is gone', async () => {
    const { page } = await opened('alm');
    let clock = 0;
    const ports = {
      ...drivenPage(page, source, () => undefined),
      now: () => clock,
      rest: async (ms: number) => void (clock += ms * 100),
    };
    const outcome = await runWizard(ports, REQUEST, { ...NEW_RUN, pressed: true });
    expect(outcome).toMatchObject({ kind: 'unknown', because: 'page_gone' });
  });
});
