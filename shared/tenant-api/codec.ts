import type * as z from 'zod/mini';
import type { apiTokenSchema, sessionSchema, tenantSchema } from './contract.ts';
import { FIELDS } from './endpoints.ts';
import type { ApiToken, Session, Tenant } from './port.ts';
import { fromWire, toWire } from './wire.ts';

/** From the wire's form, already parsed, to the core's. */
export const asSession = (wire: z.output<typeof sessionSchema>): Session => {
  const session = fromWire(FIELDS.session, wire);
  return {
    ...session,
    user: session.user && fromWire(FIELDS.user, session.user),
    key: session.key && fromWire(FIELDS.sessionKey, session.key),
    tenant: fromWire(FIELDS.sessionTenant, session.tenant),
  };
};

/** From the wire's form, already parsed, to the core's. */
export const asTenant = (wire: z.output<typeof tenantSchema>): Tenant =>
  fromWire(FIELDS.tenant, wire);

/** From the wire's form, already parsed, to the core's. */
export const asToken = (wire: z.output<typeof apiTokenSchema>): ApiToken =>
  fromWire(FIELDS.token, wire);

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
export const tokenToWire = (token: ApiToken): object => toWire(FIELDS.token, token);
