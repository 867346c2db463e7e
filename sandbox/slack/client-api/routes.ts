import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Env } from '../http/env.ts';
import type { PersonWindow } from '../handle/person-window.ts';
import type { Slack } from '../handle/slack.ts';
import type { Service } from '../service.ts';
import { openWindow } from '../world/windows.ts';
import type { Person } from '../world/world.ts';
import { deedSchema, perform } from './deeds.ts';
import { snapshotOf, workspaceFacts } from './snapshot.ts';
import { flip, panelFacts, switchSchema } from './switches.ts';

/** Everything below is for the page alone. */
const PREFIX = '/client-api';
/** Tells the connection apart from a dead one. */
const HEARTBEAT_MS = 20_000;

const WINDOW_NAME = /^[a-z0-9-]{1,40}$/;

interface Asked {
  readonly person: Person;
  readonly windowName: string;
}

const asked = (service: Service, c: Context<Env>): Asked | undefined => {
  const person = service.world.people.get(c.req.param('person') ?? '');
  const windowName = c.req.param('window') ?? '';
  return person && WINDOW_NAME.test(windowName) ? { person, windowName } : undefined;
};

const readBody = async (c: Context<Env>): Promise<unknown> =>
  c.req.json().catch(() => undefined) as Promise<unknown>;

/** The routes that the page in the browser works with. */
export const clientRoutes = (
  app: Hono<Env>,
  service: Service,
  slack: Pick<Slack, 'asPerson'> & Parameters<typeof flip>[0],
): void => {
  const { world } = service;
  const windowOf = ({ person, windowName }: Asked): PersonWindow =>
    slack.asPerson(person.id, windowName);

  app.use(`${PREFIX}/*`, async (c, next) => {
    // A page elsewhere may still ask without an Origin, by an image or a link.
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return c.text('Not from here.', 403);
    return next();
  });

  app.get(`${PREFIX}/workspace`, (c) => c.json(workspaceFacts(service)));

  app.get(`${PREFIX}/windows/:person/:window`, (c) => {
    const who = asked(service, c);
    if (!who) return c.json({ error: 'There is no such person.' }, 404);
    const window = openWindow(world, who.person.id, who.windowName);
    return c.json(snapshotOf(service, who.person, window, c.req.query('channel') ?? ''));
  });

  // As long as a page listens, its window is open.
  app.get(`${PREFIX}/windows/:person/:window/changes`, (c) => {
    const who = asked(service, c);
    if (!who) return c.json({ error: 'There is no such person.' }, 404);
    const window = windowOf(who);
    return streamSSE(c, async (stream) => {
      const gone = Promise.withResolvers<void>();
      let told = Promise.resolve();
      const tell = (event: string): void => {
        told = told.then(() => stream.writeSSE({ event, data: '' })).catch(() => gone.resolve());
      };
      const end = world.watch(who.person.id, () => tell('changed'));
      const heartbeat = setInterval(() => tell('alive'), HEARTBEAT_MS);
      stream.onAbort(() => gone.resolve());
      tell('changed');
      await gone.promise;
      clearInterval(heartbeat);
      end();
      window.leave();
    });
  });

  app.post(`${PREFIX}/windows/:person/:window`, async (c) => {
    const who = asked(service, c);
    const deed = deedSchema.safeParse(await readBody(c));
    if (!who || !deed.success) return c.json({ error: 'This cannot be done.' }, 400);
    try {
      return c.json(await perform(windowOf(who), deed.data));
    } catch (error) {
      // What the window no longer shows cannot be pressed.
      return c.json({ error: error instanceof Error ? error.message : 'This failed.' }, 409);
    }
  });

  app.get(`${PREFIX}/panel`, (c) => c.json(panelFacts(service)));
  app.post(`${PREFIX}/panel`, async (c) => {
    const wish = switchSchema.safeParse(await readBody(c));
    if (!wish.success) return c.json({ error: 'There is no such switch.' }, 400);
    flip(slack, wish.data);
    return c.json(panelFacts(service));
  });
};
