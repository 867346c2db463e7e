import { Hono } from 'hono';
import { alarmRoutes } from './api/alarms.ts';
import { deviceRoutes } from './api/devices.ts';
import { documentRoutes } from './api/document.ts';
import { referencePage } from './api/reference-page.ts';
import { sessionRoutes } from './api/session.ts';
import { tenantRoutes } from './api/tenants.ts';
import { tokenRoutes } from './api/tokens.ts';
import { logRoutes } from './cockpit-api/log.ts';
import { signInRoutes } from './cockpit-api/sign-in.ts';
import { cockpitTokenRoutes } from './cockpit-api/tokens.ts';
import { errorBody, refuse } from './http/answer.ts';
import type { Env } from './http/env.ts';
import { onTenantUrl, withPlace } from './http/hosts.ts';
import { routeOf } from './http/keys-only.ts';
import { answerOtherMethods } from './http/methods.ts';
import { observe } from './http/observe.ts';
import { securityHeaders } from './http/security-headers.ts';
import { cockpitPages } from './pages/cockpit.ts';
import { indexPage } from './pages/index-page.ts';
import { NOT_FOUND } from './rules/refusal.ts';
import type { PlatformWorld } from './world.ts';

/** The whole server as one function from request to answer. */
export const createApp = (world: PlatformWorld): Hono<Env> => {
  const app = new Hono<Env>({ getPath: routeOf(world) });
  app.use(observe(world), securityHeaders, withPlace);

  sessionRoutes(app);
  tenantRoutes(app);
  tokenRoutes(app);
  deviceRoutes(app);
  alarmRoutes(app);
  documentRoutes(app);
  referencePage(app, world.reference);

  app.use('/cockpit-api/*', onTenantUrl);
  signInRoutes(app);
  cockpitTokenRoutes(app);
  logRoutes(app);

  indexPage(app);
  cockpitPages(app, world.cockpit);
  answerOtherMethods(app);

  app.notFound((c) => refuse(c, NOT_FOUND));
  app.onError((error, c) => {
    world.log(`error ${c.var.requestId} ${error.stack ?? error.message}`);
    return c.json(errorBody(500, 'The server failed.'), 500);
  });
  return app;
};
