import { describe, expect, it } from 'vitest';
import {
  cockpitPlace,
  namedTenants,
  withForm,
} from '../../../../extension/background/wizard/cockpit-place.ts';
import type { RunRecord } from '../../../../extension/background/wizard/run-record.ts';
import { createWizardApi } from '../../../../extension/background/wizard/wizard-api.ts';
import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import { composeWords } from '../../../../extension/background/wizard/words/compose-words.ts';
import { type Description, withShown } from '../../../../shared/cockpit/description.ts';
import { answered } from '../../../../shared/flow/answers.ts';
import type { Place } from '../../../../shared/flow/state.ts';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import { draft, request, tokenValue } from '../../shared/examples.ts';
import { createModelPage } from '../../shared/cockpit/model-page.ts';
import { PLAIN_SHAPE, type Shape } from '../../shared/cockpit/model-shape.ts';

const KEY = '11111111-1111-4111-8111-111111111111';

const SHAPE: Shape = { ...PLAIN_SHAPE, tenants: ['Nord', 'Nord Hafen'], filters: false };

/** The wizard's API over a page in memory, whose time passes only while nothing is done. */
const setUp = (shape: Partial<Shape> = {}, shown: Description | null = null, unsaved = false) => {
  const page = createModelPage({ ...SHAPE, ...shape });
  const asked: string[] = [];
  const looks: (Description | null)[] = [];
  let record: RunRecord | undefined;
  let clock = 0;
  const ask: AskWizardPage = async (command) => {
    asked.push(command.do);
    if (command.do === 'look') looks.push(command.description);
    switch (command.do) {
      case 'look':
        return { kind: 'seen', observation: { ...page.look(), unsaved } };
      case 'act': {
        const outcome = page.act(command.act);
        return outcome.kind === 'unknown' ? { kind: 'page_gone' } : { kind: 'acted', outcome };
      }
      case 'take':
        return { kind: 'token', value: tokenValue(1) };
      default:
        return { kind: 'done' };
    }
  };
  const at = (place: Place) =>
    createWizardApi({
      place,
      tabId: 7,
      ask: () => ask,
      askAsItIs: () => ask,
      waitedAt: async () => undefined,
      kept: async () => record,
      keep: async (kept) => {
        record = kept;
      },
      description: async () => shown,
      ended: async () => undefined,
      words: async () => composeWords('en'),
      tell: () => undefined,
      now: () => clock,
      rest: async (ms) => {
        clock += ms * 20;
      },
    });
  return { at, page, asked, looks, record: () => record };
};

const place = cockpitPlace('https://cockpit.example');
const wanted = request({
  tenantId: place.session.tenant.id,
  permissions: ['read', 'create'],
  expiresOn: '2027-03-04' as CalendarDate,
});

describe('the cockpit’s wizard as a platform', () => {
  it('gives the token that was asked for, pending as far as anybody knows', async () => {
    const { at, page, asked } = setUp({ tenants: ['Nord'] });
    const made = await at(place).next(wanted, { idempotencyKey: KEY });
    expect(made).toMatchObject({
      ok: true,
      value: { record: { id: KEY, name: wanted.name, state: 'pending', pendingUntil: null } },
    });
    expect(page.pressedNext()).toBe(1);
    expect([asked[0], asked.at(-1)]).toEqual(['shield', 'unshield']);
  });

  it('names the tenants where there is not only one, and makes the token of the one that is chosen', async () => {
    const { at, page } = setUp();
    const refused = await at(place).next(wanted, { idempotencyKey: KEY });
    const tenants = await namedTenants(['Nord', 'Nord Hafen']);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', tenants } });
    expect(page.pressedNext()).toBe(0);
    if (refused.ok) return;
    const working = {
      step: 'working',
      place,
      draft: draft(),
      request: wanted,
      key: KEY,
      attempt: 1,
    } as const;
    const form = answered(working, { kind: 'refused', error: refused.error });
    if (form.step !== 'form') throw new Error(`It led to ${form.step}.`);
    expect(form.place.capabilities.tenants).toBe('named');
    expect(form.errors).toEqual([{ field: 'tenantId', code: 'unknown' }]);
    const chosen = { ...wanted, tenantId: tenants[1]?.id ?? '' };
    const made = await at(form.place).next(chosen, { idempotencyKey: `${KEY.slice(0, -1)}2` });
    expect(made.ok).toBe(true);
    expect(page.made()).toMatchObject({ tenant: 'Nord Hafen' });
    expect(page.pressedNext()).toBe(1);
  });

  it('sets nothing that the form does not have, and takes a token without a Save as it is', async () => {
    const shown = withShown(place.origin, null, {
      controls: {},
      lacking: ['tenant', 'expiresOn', 'save'],
    });
    const { at, page } = setUp({ tenants: ['Nord'] }, shown);
    const asShown = withForm(place, shown);
    expect(asShown.capabilities).toMatchObject({
      pending: false,
      fields: ['name', 'description', 'permissions'],
    });
    const refused = await at(asShown).next(wanted, { idempotencyKey: KEY });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_filled_in' } });
    expect(page.pressedNext()).toBe(0);
    await at(place).next(wanted, { idempotencyKey: KEY });
    expect(await at(place).save(KEY, 0)).toMatchObject({ ok: true, value: { state: 'active' } });
  });

  it('looks for a waiting token where tokens were shown to stand', async () => {
    const token = [{ by: 'css' as const, selector: '#token' }];
    const shown = withShown(place.origin, null, { controls: { token } });
    const { at, looks } = setUp({ tenants: ['Nord'] }, shown);
    await at(place).next(wanted, { idempotencyKey: KEY });
    await at(place).outOfReach();
    expect(looks.every((description) => description === shown)).toBe(true);
  });

  it('presses Next no second time under one key, though its own record is all that is left', async () => {
    const { at, page } = setUp({ tenants: ['Nord'] });
    await at(place).next(wanted, { idempotencyKey: KEY });
    const again = await at(place).next(wanted, { idempotencyKey: KEY });
    expect(again.ok).toBe(true);
    expect(page.pressedNext()).toBe(1);
  });

  it('writes down what it is about to do, and neither the token nor a value of the page', async () => {
    const { at, record } = setUp({ tenants: ['Nord'] });
    await at(place).next(wanted, { idempotencyKey: KEY });
    expect(record()?.run.pressed).toBe(true);
    expect(JSON.stringify(record())).not.toContain(tokenValue(1));
  });

  it('says why it stops, in words that name the control', async () => {
    const { at, page } = setUp({ mutations: [{ kind: 'disable', label: 'read', from: 0 }] });
    const one = await namedTenants(['Nord']);
    const named = {
      ...place,
      tenants: one,
      capabilities: { ...place.capabilities, tenants: 'named' },
    } as const;
    const refused = await at(named).next(
      { ...wanted, tenantId: one[0]?.id ?? '' },
      { idempotencyKey: KEY },
    );
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'not_filled_in',
        said: '“Read” is disabled there now: perhaps something else in the form has to be changed first, such as a ticked box. No token was made, and nothing you typed here is lost.',
      },
    });
    expect(page.pressedNext()).toBe(0);
  });

  it('asks before it leaves what is half filled in, and goes on when Next is pressed again', async () => {
    const { at, asked, page } = setUp({ tenants: ['Nord'] }, null, true);
    const next = (last: number) =>
      at(place).next(wanted, { idempotencyKey: `${KEY.slice(0, -1)}${last}` });
    const asks = await next(1);
    if (asks.ok || asks.error.code !== 'not_filled_in') throw new Error('Nobody was asked.');
    expect(asks.error.said).toContain('press Next again');
    expect(asked).not.toContain('act');
    expect((await next(2)).ok).toBe(true);
    expect(page.pressedNext()).toBe(1);
    // What is begun after that is asked about anew.
    expect((await next(3)).ok).toBe(false);
  });

  it('saves and cancels nothing that it did not make', async () => {
    const { at, asked } = setUp();
    const error = { code: 'no_sign' };
    expect(await at(place).save(KEY, 0)).toMatchObject({ ok: false, error });
    expect(await at(place).cancel(KEY)).toMatchObject({ ok: false, error });
    expect(asked).toEqual([]);
  });
});

describe('the tenants that a wizard names', () => {
  it('keep their ids from one look to the next, and two of one name are none', async () => {
    const [nord] = await namedTenants(['Nord']);
    const all = await namedTenants(['Süd', 'Nord', 'Süd']);
    expect(all).toEqual([nord]);
    expect(nord?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
