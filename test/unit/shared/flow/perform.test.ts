import { describe, expect, it } from 'vitest';
import { perform } from '../../../../shared/flow/perform.ts';
import type { Effect } from '../../../../shared/flow/state.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { TenantApi } from '../../../../shared/tenant-api/port.ts';
import { MINUTE, NOW, place, record, request, session } from '../examples.ts';
import { createPlatform } from '../model-platform.ts';
import { KEY, TIMEOUT } from './states.ts';

const NEXT: Effect = { do: 'next', request: request(), key: KEY, place: place() };
const ARRIVED = NOW + 5 * MINUTE;

const PLATFORM = createPlatform(() => NOW).as(session());

const done = (effect: Effect, changes: Partial<TenantApi>) =>
  perform({ ...PLATFORM, ...changes }, effect, () => ARRIVED);

describe('an effect of the flow', () => {
  it('is the event of its answer: Next, under its key, with the time that its token waits', async () => {
    const keys: string[] = [];
    const next: TenantApi['next'] = (asked, how) => {
      keys.push(how.idempotencyKey);
      return PLATFORM.next(asked, how);
    };
    expect(await done(NEXT, { next })).toMatchObject({
      type: 'next_answered',
      key: KEY,
      outcome: {
        kind: 'made',
        record: { pendingUntil: new Date(ARRIVED + 15 * MINUTE).toISOString() },
      },
    });
    expect(keys).toEqual([KEY]);
  });

  it('is the event of a refusal', async () => {
    expect(await done(NEXT, { whoAmI: async () => err(TIMEOUT) })).toEqual({
      type: 'next_answered',
      key: KEY,
      outcome: { kind: 'refused', error: TIMEOUT },
    });
  });

  it('is the event of Save’s answer, and of Cancel’s', async () => {
    const { id, generation } = record();
    const asked: unknown[] = [];
    const save: TenantApi['save'] = async (...args) => {
      asked.push(args);
      return err(TIMEOUT);
    };
    const cancel: TenantApi['cancel'] = async (...args) => {
      asked.push(args);
      return ok(undefined);
    };
    expect(await done({ do: 'save', id, generation }, { save })).toEqual({
      type: 'save_answered',
      result: err(TIMEOUT),
    });
    expect(await done({ do: 'cancel', id }, { cancel })).toEqual({
      type: 'cancel_answered',
      result: ok(undefined),
    });
    expect(asked).toEqual([[id, generation], [id]]);
  });
});
