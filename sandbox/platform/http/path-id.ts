import { asWritten } from '../rules/id.ts';
import type { RequestContext } from './env.ts';

/** The id in a request's path, as this platform writes it. */
export const pathId = (c: RequestContext): string => asWritten(c.req.param('id') ?? '');
