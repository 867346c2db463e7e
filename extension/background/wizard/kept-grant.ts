import * as z from 'zod/mini';
import type { GrantRequest } from '../../channel/grant-request.ts';
import { itemsIn, jarsIn } from '../../channel/jar.ts';
import { GRANT_PREFIX } from '../../channel/session-keys.ts';

/** What a run that waits to be let into a page has written down. */
export interface KeptGrant {
  readonly tabId: number;
  readonly origin: string;
  readonly request: GrantRequest;
}

const keptSchema = z.object({
  tabId: z.int(),
  origin: z.string(),
  request: z.object({
    said: z.string(),
    allow: z.nullable(
      z.object({ pattern: z.string(), label: z.string(), keep: z.nullable(z.string()) }),
    ),
    stop: z.string(),
  }),
});

/** Reads it; undefined for anything else. */
export const readGrant = (stored: unknown): KeptGrant | undefined =>
  keptSchema.safeParse(stored).data;

/** Where runs wait, or waited when their process was killed. @param items all of `storage.session` */
export const waitingRuns = (
  items: Readonly<Record<string, unknown>>,
): { readonly jar: string; readonly tabId: number; readonly origin: string }[] =>
  jarsIn(items).flatMap((jar) =>
    Object.entries(itemsIn(items, jar)).flatMap(([key, stored]) => {
      const kept = key.startsWith(GRANT_PREFIX) ? readGrant(stored) : undefined;
      return kept ? [{ jar, tabId: kept.tabId, origin: kept.origin }] : [];
    }),
  );
