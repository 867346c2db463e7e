import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Place } from '../hosts.ts';
import type { Caller } from '../rules/caller.ts';
import type { TenantTree } from '../rules/tenant-tree.ts';
import type { PlatformWorld } from '../world.ts';

/** What a request carries along, each set before the handlers that read it. */
export interface Env {
  Bindings: HttpBindings;
  Variables: {
    world: PlatformWorld;
    requestId: string;
    /** Milliseconds since the epoch: when the request was there, body and all. */
    now: number;
    /** Set by `takeBody`. */
    body: Uint8Array;
    tree: TenantTree;
    place: Place;
    /** Set by `withCaller`. */
    caller: Caller;
    /** For whom a key said that it asks, for the log. */
    onBehalfOf: string | undefined;
  };
}

export type RequestContext<Path extends string = string> = Context<Env, Path>;
