import { deleteCookie, setCookie } from 'hono/cookie';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { noContent, refuse } from '../http/answer.ts';
import { auditRefusals } from '../http/audit-refusals.ts';
import { readJson, takeBody } from '../http/body.ts';
import { fromOwnSite, SESSION_COOKIE, sessionCookie, withPerson } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { faultsOf } from '../http/faults.ts';
import { isPassword } from '../rules/password.ts';
import { CROSS_SITE, invalid, tooMany, WRONG_SIGN_IN } from '../rules/refusal.ts';
import { createThrottle } from '../rules/throttle.ts';
import { actorOf, type AuditAction, writeAudit } from '../store/audit.ts';
import { transaction } from '../store/database.ts';
import { endSession, SESSION_MS, startSession } from '../store/sessions.ts';
import { findUser } from '../store/users.ts';
import type { RequestContext } from '../http/env.ts';
import { asCaller } from '../http/caller.ts';

const credentials = z.strictObject({
  email: z.string().check(z.maxLength(200)),
  password: z.string().check(z.maxLength(200)),
});

const ACCOUNT_LIMIT = { attempts: 5, windowMs: 5 * 60_000 };
const CLIENT_LIMIT = { attempts: 20, windowMs: 5 * 60_000 };

/** What counts the attempts to sign in, by the account and by where they come from. */
export const createSignInThrottles = () => ({
  account: createThrottle(ACCOUNT_LIMIT),
  client: createThrottle(CLIENT_LIMIT),
});

const auditDone = (c: RequestContext, action: AuditAction): void => {
  const { world, now, caller, requestId } = c.var;
  writeAudit(world.db, {
    at: now,
    tenantId: caller.scope.tenantId,
    actor: actorOf(caller),
    onBehalfOf: null,
    action,
    subjectId: null,
    outcome: 'done',
    requestId,
  });
};

/** Signing in and out. */
export const signInRoutes = (app: Hono<Env>): void => {
  app.post('/cockpit-api/sign-in', auditRefusals('sign_in'), takeBody, async (c) => {
    const { world, now, place } = c.var;
    if (place.kind !== 'url' || !fromOwnSite(c)) return refuse(c, CROSS_SITE);
    const body = readJson(c);
    if (!body.ok) return refuse(c, body.error);
    const parsed = credentials.safeParse(body.value, { reportInput: true });
    if (!parsed.success) return refuse(c, invalid(faultsOf(parsed.error.issues)));
    const { email, password } = parsed.data;

    const { account, client } = world.signInThrottles;
    const accountName = `${place.tenant.id} ${email.toLowerCase()}`;
    const clientName = c.env.incoming.socket.remoteAddress ?? '';
    const clientWait = client.attempt(clientName, now);
    if (clientWait > 0) return refuse(c, tooMany(clientWait));
    const accountWait = account.attempt(accountName, now);
    if (accountWait > 0) return refuse(c, tooMany(accountWait));

    const user = findUser(world.db, place.tenant.id, email);
    const right = await isPassword(password, user?.password_hash);
    if (!user || !right) return refuse(c, WRONG_SIGN_IN);
    account.forgive(accountName, 'all');
    client.forgive(clientName, 'last');

    c.set('caller', asCaller(user));
    const id = transaction(world.db, () => {
      auditDone(c, 'sign_in');
      return startSession(world.db, user.id, now);
    });
    setCookie(c, SESSION_COOKIE, id, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: SESSION_MS / 1000,
    });
    return noContent(c);
  });

  app.post('/cockpit-api/sign-out', auditRefusals('sign_out'), takeBody, withPerson, (c) => {
    const { world } = c.var;
    transaction(world.db, () => {
      auditDone(c, 'sign_out');
      endSession(world.db, sessionCookie(c) ?? '');
    });
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    return noContent(c);
  });
};
