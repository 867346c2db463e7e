import * as z from 'zod';
import { setImmediate } from 'node:timers/promises';

/** Stands in for a request, or lets it through and changes what comes back. */
export type Fault = (
  request: Request,
  next: () => Promise<Response>,
) => Promise<Response> | Response;

/** A request that a test holds back. */
interface Held {
  /** Resolves once the request has arrived. */
  readonly arrived: Promise<void>;
  /** Lets the request through to the platform, and its answer back. */
  readonly release: () => void;
}

/** The bad days of a platform, switched on for one kind of request at a time. */
export interface Faults {
  /** Goes into `startPlatform` as `intercept`. */
  readonly intercept: (request: Request, next: () => Promise<Response>) => Promise<Response>;
  /** From now on, requests with this method and path meet the fault. The path is a pattern on the whole. */
  readonly on: (method: string, path: RegExp, fault: Fault) => void;
  /** Holds requests back until they are released: before they have their effect, or after. */
  readonly hold: (method: string, path: RegExp, when: 'before' | 'after') => Held;
  /** The requests with this method and path since the last `clear`, without their bodies. */
  readonly requests: (method: string, path: RegExp) => readonly Request[];
  /** How many they are. */
  readonly count: (method: string, path: RegExp) => number;
  /** The bad days are over; what came in stays counted. */
  readonly mend: () => void;
  readonly clear: () => void;
}

const matches = (request: Request, method: string, path: RegExp): boolean =>
  request.method === method && path.test(new URL(request.url).pathname);

/** Makes a platform's bad days, all switched off. */
export const createFaults = (): Faults => {
  let rules: { method: string; path: RegExp; fault: Fault }[] = [];
  let seen: Request[] = [];
  const on: Faults['on'] = (method, path, fault) => {
    rules = [{ method, path, fault }, ...rules];
  };
  const requests: Faults['requests'] = (method, path) =>
    seen.filter((request) => matches(request, method, path));
  const mend = (): void => {
    rules = [];
  };
  return {
    on,
    intercept: async (request, next) => {
      seen.push(request);
      const rule = rules.find(({ method, path }) => matches(request, method, path));
      return rule ? rule.fault(request, next) : next();
    },
    hold: (method, path, when) => {
      const arrived = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      on(method, path, async (_request, next) => {
        const answer = when === 'after' ? await next() : undefined;
        arrived.resolve();
        await released.promise;
        return answer ?? next();
      });
      return { arrived: arrived.promise, release: () => released.resolve() };
    },
    requests,
    count: (method, path) => requests(method, path).length,
    mend,
    clear: () => {
      mend();
      seen = [];
    },
  };
};

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json({ error: 'As the test wants it.', code: status, ...body }, { status, headers });

/** Answers with an error in the platform's form, without having done anything. */
export const refuse =
  (status: number, headers?: Record<string, string>): Fault =>
  () =>
    json(status, {}, headers);

/** Refuses values, as a platform does that has rules of its own. */
export const refuseFields =
  (...fields: readonly { field: string; code: string; max?: number }[]): Fault =>
  () =>
    json(422, { fields });

/** Answers with a web page, as something in between would. */
export const webPage: Fault = () =>
  new Response('<!doctype html><title>Hello</title><p>Not an API.</p>', {
    headers: { 'content-type': 'text/html' },
  });

/** Answers in the platform's place, as an ingress does while the platform is rolled out. */
export const foreign =
  (status: number): Fault =>
  () =>
    new Response('<h1>default backend</h1>', { status, headers: { 'content-type': 'text/html' } });

/** Sends the request to a login page. */
export const loginRedirect: Fault = () =>
  new Response(null, { status: 302, headers: { location: '/login' } });

// The headers go out, then the connection breaks. A browser sends a request again by itself where
// nothing at all came back over a connection that it had used before.
const broken = (): Response =>
  new Response(
    new ReadableStream({
      pull: async (controller) => {
        await setImmediate();
        controller.error(new Error('As the test wants it.'));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );

/** Breaks the connection before the request has had its effect. */
export const breakBefore: Fault = () => broken();

/** Lets the request have its effect, and loses the answer. */
export const loseAnswer: Fault = async (_request, next) => {
  await next();
  return broken();
};

/** Lets the request through, and changes the members of the answer's JSON. */
export const change =
  (members: object): Fault =>
  async (_request, next) => {
    const answer = await next();
    const body: unknown = await answer.json();
    return Response.json({ ...(body as object), ...members }, { status: answer.status });
  };

const newTokenSchema = z.looseObject({ created_at: z.string() });

/** Lets the request through, and gives the new token so many milliseconds to be saved in. */
export const pendingFor =
  (ms: number): Fault =>
  async (_request, next) => {
    const answer = await next();
    const body = newTokenSchema.parse(await answer.json());
    const pending_until = new Date(Date.parse(body.created_at) + ms).toISOString();
    return Response.json({ ...body, pending_until }, { status: answer.status });
  };
