import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../shared/flow/recognise.ts';
import type { Barred } from '../../../../shared/flow/state.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { HARBOUR, NORTH, place, session, uuid } from '../examples.ts';

const ORIGIN = 'https://nord.example.com';
const { capabilities } = place();
const tenants = ok({ items: [NORTH, HARBOUR], total: 2 });

const look = (sight: Partial<Parameters<typeof recognise>[1]>) =>
  recognise(ORIGIN, { session: ok(session()), tenants, ...sight }, capabilities);

const unavailable = (error: ApiError): Barred => ({ step: 'unavailable', origin: ORIGIN, error });
const noPlatform: Barred = { step: 'not_tenant', reason: 'no_platform' };
const restricted: Barred = { step: 'not_tenant', reason: 'restricted' };
const signedOut: Barred = { step: 'signed_out', origin: ORIGIN, perhaps: false };
const perhapsSignedOut: Barred = { ...signedOut, perhaps: true };

const BARRED: [ApiError, Barred][] = [
  [{ code: 'signed_out' }, signedOut],
  [{ code: 'forbidden' }, perhapsSignedOut],
  [{ code: 'not_found' }, noPlatform],
  [{ code: 'conflict' }, noPlatform],
  [{ code: 'invalid', fields: [] }, noPlatform],
  [
    { code: 'rate_limited', retryAfterSeconds: 7 },
    unavailable({ code: 'rate_limited', retryAfterSeconds: 7 }),
  ],
  // Not in the platform's form.
  [{ code: 'refused', status: 401 }, perhapsSignedOut],
  [{ code: 'refused', status: 403 }, perhapsSignedOut],
  [{ code: 'refused', status: 400 }, noPlatform],
  [{ code: 'server_error', status: 503 }, unavailable({ code: 'server_error', status: 503 })],
  [{ code: 'malformed' }, noPlatform],
  [{ code: 'redirected' }, perhapsSignedOut],
  [{ code: 'timeout' }, unavailable({ code: 'timeout' })],
  [{ code: 'unreachable' }, unavailable({ code: 'unreachable' })],
  [{ code: 'page_gone' }, restricted],
  [{ code: 'page_forbids' }, unavailable({ code: 'page_forbids' })],
  [{ code: 'other_origin' }, restricted],
];

describe('a page', () => {
  it('is a tenant’s when its own origin says who is signed in, and lists the tenants', () => {
    expect(look({})).toEqual(ok(place({ origin: ORIGIN })));
  });

  it('keeps how many tenants there are, besides the first ones', () => {
    const many = look({ tenants: ok({ items: [NORTH], total: 431 }) });
    expect(many).toMatchObject({ ok: true, value: { tenants: [NORTH], tenantsTotal: 431 } });
  });

  it.each(BARRED)('whose session answers %o is barred as %o', (error, barred) => {
    expect(look({ session: err(error) })).toEqual(err(barred));
  });

  const REFUSED: readonly ApiError['code'][] = [
    'forbidden',
    'not_found',
    'conflict',
    'invalid',
    'refused',
    'malformed',
    'redirected',
  ];
  const withoutList = BARRED.filter(([{ code }]) => REFUSED.includes(code));
  const barring = BARRED.filter(([{ code }]) => !REFUSED.includes(code));

  it.each(barring)('whose tenants answer %o is barred as %o', (error, barred) => {
    expect(look({ tenants: err(error) })).toEqual(err(barred));
  });

  it.each(withoutList)('that answers %o instead of a list offers the own tenant', (error) => {
    expect(look({ tenants: err(error) })).toEqual(
      ok(place({ origin: ORIGIN, tenants: [], tenantsTotal: 0, tenantsMissing: true })),
    );
  });

  it.each([
    ['no zone', '', HARBOUR.timeZone, HARBOUR.timeZone],
    ['a zone that is not known', 'Mars/Olympus', HARBOUR.timeZone, HARBOUR.timeZone],
    ['a zone that is not known, and the list none', 'Mars/Olympus', '', 'Mars/Olympus'],
    ['another zone', NORTH.timeZone, HARBOUR.timeZone, NORTH.timeZone],
  ])('whose session names %s counts days by its list where that helps', (_, own, listed, zone) => {
    const { tenant } = session();
    const who = session({ tenant: { ...tenant, timeZone: own } });
    const found = look({
      session: ok(who),
      // Another one's zone says nothing of it.
      tenants: ok({
        items: [
          { ...HARBOUR, timeZone: 'Pacific/Auckland' },
          { ...NORTH, timeZone: listed },
        ],
        total: 2,
      }),
    });
    expect(found.ok && found.value.session.tenant).toEqual({ ...tenant, timeZone: zone });
  });

  it.each([
    ['may not manage tokens', session({ canManageTokens: false })],
    ['is a key, not a person', session({ user: null, key: { id: uuid(9), name: 'bot' } })],
  ])('whose caller %s is not allowed, and says in which place', (_, who) => {
    const barred = { step: 'not_allowed', place: place({ origin: ORIGIN, session: who }) };
    expect(look({ session: ok(who) })).toEqual(err(barred));
  });

  it('whose person may not make tokens says so, though the tenants are refused as well', () => {
    const who = session({ canManageTokens: false });
    expect(look({ session: ok(who), tenants: err({ code: 'forbidden' }) })).toEqual(
      err({
        step: 'not_allowed',
        place: place({
          origin: ORIGIN,
          session: who,
          tenants: [],
          tenantsTotal: 0,
          tenantsMissing: true,
        }),
      }),
    );
  });
});
