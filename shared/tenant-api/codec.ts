import type * as z from 'zod/mini';
import { FIELDS, TOKEN_FIELDS } from './endpoints.ts';
import type { ApiToken, Session, Tenant } from './port.ts';
import type { sessionReading, tenantReading, tokenReading } from './reading.ts';
import { fromWire, toWire } from './wire.ts';

/** Whoever has no name goes by what there is. */
const named = <T extends { readonly name: string }>(one: T, otherwise: string): T =>
  one.name.trim() === '' ? { ...one, name: otherwise } : one;

/** From the wire's form, already parsed, to the core's. */
export const asSession = (wire: z.output<typeof sessionReading>): Session => {
  const session = fromWire(FIELDS.session, wire);
  const tenant = fromWire(FIELDS.sessionTenant, session.tenant);
  const user = session.user ? fromWire(FIELDS.user, session.user) : null;
  return {
    ...session,
    user: user && named(user, user.email),
    key: session.key && fromWire(FIELDS.sessionKey, session.key),
    tenant: named(tenant, tenant.id),
  };
};

/** From the wire's form, already parsed, to the core's. */
export const asTenant = (wire: z.output<typeof tenantReading>): Tenant => {
  const tenant = fromWire(FIELDS.tenant, wire);
  return named(tenant, tenant.id);
};

/** From the wire's form, already parsed, to the core's. */
export const asToken = (wire: z.output<typeof tokenReading>): ApiToken =>
  fromWire(TOKEN_FIELDS.token, wire);

/** From the core's form to the wire's. */
export const sessionToWire = (session: Session): object =>
  toWire(FIELDS.session, {
    ...session,
    user: session.user && toWire(FIELDS.user, session.user),
    key: session.key && toWire(FIELDS.sessionKey, session.key),
    tenant: toWire(FIELDS.sessionTenant, session.tenant),
  });

/** From the core's form to the wire's. */
export const tenantToWire = (tenant: Tenant): object => toWire(FIELDS.tenant, tenant);

/** From the core's form to the wire's. */
export const tokenToWire = (token: ApiToken): object => toWire(TOKEN_FIELDS.token, token);
