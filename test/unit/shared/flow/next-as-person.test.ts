import { describe, expect, it } from 'vitest';
import { nextAsPerson } from '../../../../shared/flow/next-as-person.ts';
import type { NextOutcome } from '../../../../shared/flow/state.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type {
  ApiError,
  ApiToken,
  NewToken,
  Session,
  TenantApi,
} from '../../../../shared/tenant-api/port.ts';
import { ABLE, day, HARBOUR, NOW, place, record, request, session, uuid } from '../examples.ts';
import { createPlatform } from '../model-platform.ts';

const ADA = session();
const BEN = session({ user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' } });
const KEY = 'one key';

const setUp = (capabilities = place().capabilities) => {
  const platform = createPlatform(() => NOW, capabilities);
  const calls: string[] = [];
  /** The port as the open page gives it: whoever is signed in there is asked for at each call. */
  const through = (signedIn: () => Session | null, changes: Partial<TenantApi> = {}): TenantApi => {
    const counted = (name: string, api: TenantApi): TenantApi => {
      calls.push(name);
      return api;
    };
    const now = () => platform.as(signedIn());
    return {
      capabilities,
      whoAmI: () => counted('whoAmI', now()).whoAmI(),
      tenants: (search) => counted('tenants', now()).tenants(search),
      next: (...args) => counted('next', now()).next(...args),
      save: (...args) => counted('save', now()).save(...args),
      cancel: (...args) => counted('cancel', now()).cancel(...args),
      ...changes,
    };
  };
  const states = () => platform.tokens.map((token) => token.record.state);
  return { platform, calls, through, states };
};

/** The answers to several calls, one after the other. */
const inTurn = <T>(...answers: T[]) => {
  const left = [...answers];
  return (): T => {
    const answer = left.shift();
    if (answer === undefined) throw new Error('asked once too often');
    return answer;
  };
};

/** Next as the platform does it, with its answer changed on the way. */
const answering =
  (api: TenantApi, change: (made: NewToken) => Result<NewToken, ApiError>): TenantApi['next'] =>
  async (...args) => {
    const made = await api.next(...args);
    return made.ok ? change(made.value) : made;
  };

const run = (api: TenantApi): Promise<NextOutcome> => nextAsPerson(api, request(), KEY, place());

describe('Next for the person on the screen', () => {
  it('asks who is signed in, makes the token once, and brings it', async () => {
    const { platform, calls, through } = setUp();
    const outcome = await run(through(() => ADA));
    expect(outcome).toMatchObject({ kind: 'made', record: platform.tokens[0]?.record });
    expect(outcome.kind === 'made' && outcome.token.reveal()).toBe(platform.tokens[0]?.secret);
    expect(calls).toEqual(['whoAmI', 'next']);
  });

  it('makes nothing when someone else is signed in by now', async () => {
    const { platform, calls, through } = setUp();
    expect(await run(through(() => BEN))).toEqual({ kind: 'other_person' });
    expect(calls).toEqual(['whoAmI']);
    expect(platform.tokens).toEqual([]);
  });

  it('makes nothing when the person is in another tenant by now', async () => {
    const { platform, through } = setUp();
    const moved = session({ tenant: { ...ADA.tenant, id: HARBOUR.id } });
    expect(await run(through(() => moved))).toEqual({ kind: 'other_person' });
    expect(platform.tokens).toEqual([]);
  });

  it('makes nothing when a key answers in the person’s place', async () => {
    const { platform, through } = setUp();
    const key = session({ user: null, key: { id: uuid(7), name: 'bot' } });
    expect(await run(through(() => key))).toEqual({ kind: 'other_person' });
    expect(platform.tokens).toEqual([]);
  });

  it('discards what was made when someone else signed in between the two calls', async () => {
    const { calls, through, states } = setUp();
    expect(await run(through(inTurn<Session | null>(ADA, BEN, BEN, BEN)))).toEqual({
      kind: 'other_person',
    });
    expect(calls).toEqual(['whoAmI', 'next', 'whoAmI', 'cancel']);
    expect(states()).toEqual(['discarded']);
  });

  it('discards what was made when the tenant changed between the two calls', async () => {
    const { through, states } = setUp();
    const moved = session({ tenant: { ...ADA.tenant, id: HARBOUR.id } });
    expect(await run(through(inTurn<Session | null>(ADA, moved, moved, moved)))).toEqual({
      kind: 'other_person',
    });
    expect(states()).toEqual(['discarded']);
  });

  it.each(['Ada Bianchi', 'user-17', 'ADA@EXAMPLE.COM', ''])(
    'keeps what was made by %j, as this platform names people, where the person is still there',
    async (createdBy) => {
      const { calls, through, states } = setUp();
      const api = through(() => ADA);
      const next = answering(api, ({ record, token }) =>
        ok({ record: { ...record, createdBy }, token }),
      );
      expect(await run({ ...api, next })).toMatchObject({ kind: 'made', record: { createdBy } });
      expect(calls).toEqual(['whoAmI', 'next', 'whoAmI']);
      expect(states()).toEqual(['pending']);
    },
  );

  it('discards what someone made of whom it cannot be asked who they are', async () => {
    const { through, states } = setUp();
    const error: ApiError = { code: 'timeout' };
    const asked = inTurn<Result<Session, ApiError>>(ok(ADA), err(error));
    const api = through(() => ADA, { whoAmI: async () => asked() });
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, createdBy: 'user-17' }, token }),
    );
    expect(await run({ ...api, next })).toEqual({ kind: 'refused', error });
    expect(states()).toEqual(['discarded']);
  });

  it('discards a token of another anchor, though the person is still there', async () => {
    const { through, states } = setUp();
    const api = through(() => ADA);
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, anchorTenantId: HARBOUR.id }, token }),
    );
    expect(await run({ ...api, next })).toEqual({ kind: 'otherwise' });
    expect(states()).toEqual(['discarded']);
  });

  it('leaves someone else’s token to die by itself where it cannot be discarded', async () => {
    const { through, states } = setUp();
    expect(await run(through(inTurn<Session | null>(ADA, BEN, BEN, null)))).toEqual({
      kind: 'other_person',
    });
    expect(states()).toEqual(['pending']);
  });

  it.each<[string, Partial<ApiToken>]>([
    ['for all tenants', { tenantId: 'all' }],
    ['for another tenant', { tenantId: HARBOUR.id }],
    ['with more permissions', { permissions: ['read', 'delete'] }],
    ['with other permissions', { permissions: ['write'] }],
    ['with fewer permissions', { permissions: [] }],
    ['without an end', { expiresOn: null }],
    ['with a later end', { expiresOn: day('2027-01-01') }],
    ['that works already', { state: 'active' }],
    ['that would wait for ever', { pendingUntil: null }],
  ])('discards a token %s, and says that it was made otherwise', async (_, changes) => {
    const { through, states } = setUp();
    const api = through(() => ADA);
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, ...changes }, token }),
    );
    expect(await run({ ...api, next })).toEqual({ kind: 'otherwise' });
    expect(states()).toEqual(['discarded']);
  });

  it('brings the record of a token that works, is not as asked, and could not be revoked', async () => {
    const { through } = setUp();
    const error: ApiError = { code: 'server_error', status: 503 };
    const api = through(() => ADA, { cancel: async () => err(error) });
    const changes = { state: 'active', permissions: ['read', 'delete'] } as const;
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, ...changes }, token }),
    );
    expect(await run({ ...api, next })).toMatchObject({
      kind: 'left',
      record: changes,
      otherwise: true,
      error,
    });
  });

  it('discards a token of as many permissions as were asked for, of which one is another', async () => {
    const { through, states } = setUp();
    const api = through(() => ADA);
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, permissions: ['read', 'delete'] }, token }),
    );
    const asked = request({ permissions: ['read', 'write'] });
    expect(await nextAsPerson({ ...api, next }, asked, KEY, place())).toEqual({
      kind: 'otherwise',
    });
    expect(states()).toEqual(['discarded']);
  });

  it('takes the same permissions in another order', async () => {
    const { through } = setUp();
    const api = through(() => ADA);
    const next = answering(api, ({ record, token }) =>
      ok({ record: { ...record, permissions: ['write', 'read'] }, token }),
    );
    const asked = request({ permissions: ['read', 'write'] });
    expect(await nextAsPerson({ ...api, next }, asked, KEY, place())).toMatchObject({
      kind: 'made',
    });
  });
});

describe('Next that fails', () => {
  const failing = (error: ApiError) => async () => err(error);

  it.each<ApiError>([{ code: 'signed_out' }, { code: 'timeout' }, { code: 'malformed' }])(
    'before it was sent has certainly made nothing (%o)',
    async (error) => {
      const { calls, through } = setUp();
      const api = through(() => ADA, { whoAmI: failing(error) });
      expect(await run(api)).toEqual({ kind: 'refused', error });
      expect(calls).toEqual([]);
    },
  );

  it.each<[ApiError, NextOutcome['kind']]>([
    [{ code: 'timeout' }, 'unknown'],
    [{ code: 'unreachable' }, 'unknown'],
    [{ code: 'server_error', status: 500 }, 'unknown'],
    [{ code: 'malformed' }, 'unknown'],
    [{ code: 'page_gone' }, 'unknown'],
    [{ code: 'signed_out' }, 'refused'],
    [{ code: 'forbidden' }, 'refused'],
    [{ code: 'not_found' }, 'refused'],
    [{ code: 'conflict' }, 'refused'],
    [{ code: 'invalid', fields: [] }, 'refused'],
    [{ code: 'rate_limited', retryAfterSeconds: 9 }, 'refused'],
    [{ code: 'refused', status: 413 }, 'refused'],
    [{ code: 'redirected' }, 'refused'],
    [{ code: 'other_origin' }, 'refused'],
    [{ code: 'page_forbids' }, 'refused'],
  ])('with %o is %s', async (error, kind) => {
    const { through } = setUp();
    expect(await run(through(() => ADA, { next: failing(error) }))).toEqual({ kind, error });
  });

  it('is repeated without making a second token, and the earlier secret is dead', async () => {
    const { platform, through } = setUp();
    const api = through(() => ADA);
    const lost = answering(api, () => err({ code: 'timeout' }));
    expect(await run({ ...api, next: lost })).toMatchObject({ kind: 'unknown' });
    const first = platform.tokens[0]?.secret;
    const second = await run(api);
    expect(platform.tokens).toHaveLength(1);
    expect(second).toMatchObject({ kind: 'made', record: { generation: 2 } });
    expect(second.kind === 'made' && second.token.reveal()).not.toBe(first);
  });
});

describe('a token that is no longer pending when Next is repeated', () => {
  it('is unseen, and dead already where it was discarded', async () => {
    const { platform, calls, through } = setUp();
    await run(through(() => ADA));
    await platform.as(ADA).cancel(platform.tokens[0]?.record.id ?? '');
    calls.length = 0;
    expect(await run(through(() => ADA))).toMatchObject({ kind: 'unseen' });
    expect(calls).toEqual(['whoAmI', 'next']);
  });

  it('is revoked where it works, for nobody has it', async () => {
    const { through, states } = setUp({ ...ABLE, pending: false });
    const api = through(() => ADA);
    const lost = answering(api, () => err({ code: 'timeout' }));
    expect(await run({ ...api, next: lost })).toMatchObject({ kind: 'unknown' });
    expect(states()).toEqual(['active']);
    expect(await run(api)).toMatchObject({ kind: 'unseen' });
    expect(states()).toEqual(['revoked']);
  });

  it('is not given up for dead while it may work', async () => {
    const { through } = setUp({ ...ABLE, pending: false });
    const error: ApiError = { code: 'timeout' };
    const api = through(() => ADA, { cancel: async () => err(error) });
    const next = async () => ok({ record: record({ state: 'active' }), token: undefined });
    expect(await run({ ...api, next })).toMatchObject({ kind: 'left', otherwise: false, error });
  });
});

describe('a platform without a pending state', () => {
  const capabilities = { ...ABLE, pending: false, idempotency: false };

  it('gives a token that works at once', async () => {
    const { through } = setUp(capabilities);
    expect(await run(through(() => ADA))).toMatchObject({
      kind: 'made',
      record: { state: 'active', pendingUntil: null },
    });
  });

  it('leaves nothing in silence when another’s working token cannot be revoked', async () => {
    const { through } = setUp(capabilities);
    expect(await run(through(inTurn<Session | null>(ADA, BEN, BEN, null)))).toMatchObject({
      kind: 'left',
      otherwise: true,
      error: { code: 'signed_out' },
    });
  });
});
