import type { HttpBindings } from '@hono/node-server';

/** What a request carries along. */
export interface Env {
  Bindings: HttpBindings;
}
