import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import type { Env } from '../http/env.ts';
import type { Oauth, Service } from '../service.ts';
import { findPerson } from '../world/find.ts';

const PATH = '/oauth/v2/authorize';

const askSchema = z.object({
  client_id: z.string(),
  scope: z.string().min(1),
  state: z.string().optional(),
  redirect_uri: z.string().optional(),
});

const answerSchema = askSchema.extend({
  /** The id of a workspace, or of the organisation. */
  team: z.string(),
  /** A person's name or id. */
  user: z.string(),
  decision: z.enum(['allow', 'cancel']),
});

const back = (url: string, params: Readonly<Record<string, string | undefined>>): string => {
  const to = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) to.searchParams.set(name, value);
  }
  return to.href;
};

const page = (
  services: readonly Service[],
  ask: z.output<typeof askSchema>,
): ReturnType<typeof html> => {
  const [first] = services;
  const enterprise = first?.world.enterprise;
  const places = [
    ...services.map(({ world }) => world.team),
    ...(enterprise ? [{ ...enterprise, name: `${enterprise.name} (all workspaces)` }] : []),
  ];
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>${first?.world.app.name} wants to be installed</title>
      <h1>${first?.world.app.name}</h1>
      <p>It wants to be allowed: ${ask.scope}</p>
      <form method="post" action="${PATH}">
        ${Object.entries(ask).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <label
          >Workspace
          <select name="team">
            ${places.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
          </select></label
        >
        <label>As <input name="user" /></label>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="cancel">Cancel</button>
      </form>
    </html>`;
};

/** The page on which somebody allows the app what it asks for, and what follows of it. */
export const authorizeRoutes = (
  app: Hono<Env>,
  services: readonly Service[],
  oauth: Oauth,
): void => {
  /** What is wrong with the app's own part of it: then nobody is sent anywhere. */
  const refusal = (ask: z.output<typeof askSchema>): string | undefined => {
    if (ask.client_id !== oauth.options.clientId) return 'Invalid client_id parameter';
    return oauth.redirectFor(ask.redirect_uri) === undefined
      ? 'redirect_uri did not match any configured URIs.'
      : undefined;
  };

  app.get(PATH, (c: Context<Env>) => {
    const ask = askSchema.safeParse(c.req.query());
    const refused = ask.success ? refusal(ask.data) : 'Parameters are missing.';
    return ask.success && refused === undefined
      ? c.html(page(services, ask.data))
      : c.text(refused ?? '', 400);
  });

  app.post(PATH, async (c: Context<Env>) => {
    const answer = answerSchema.safeParse(await c.req.parseBody());
    const refused = answer.success ? refusal(answer.data) : 'Parameters are missing.';
    if (!answer.success || refused !== undefined) return c.text(refused ?? '', 400);
    const { team, user, decision, state, redirect_uri: redirectUri, scope } = answer.data;
    const to = oauth.redirectFor(redirectUri) ?? '';
    if (decision === 'cancel') return c.redirect(back(to, { error: 'access_denied', state }));
    const service = services.find(
      ({ world }) => world.team.id === team || world.enterprise?.id === team,
    );
    if (!service) return c.text('There is no such workspace.', 400);
    const code = oauth.issueCode({
      service,
      org: service.world.enterprise?.id === team,
      personId: findPerson(service.world, user).id,
      scopes: scope.split(','),
      redirectUri,
    });
    return c.redirect(back(redirectUri ?? to, { code, state }));
  });
};
