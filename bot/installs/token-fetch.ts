import type { Access } from './access.ts';

/** In the place of a call that cannot be made: certainly nothing was sent. */
class NotSent extends Error {
  readonly code = 'TOKEN_UNAVAILABLE';
}

/**
 * The way to a workspace's Slack: each call with the token that the workspace has then, and none where it
 * has none. What is said instead has the form of Slack's own refusals.
 */
export const fetchWithToken =
  (access: Access, teamId: string, way: typeof fetch): typeof fetch =>
  async (input, init) => {
    const found = await access({ teamId });
    if (!found.ok) {
      if (found.error === 'unavailable') throw new NotSent('The workspace’s token is not known.');
      return Response.json({ ok: false, error: found.error });
    }
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${found.value.botToken.reveal()}`);
    return way(input, { ...init, headers: Object.fromEntries(headers) });
  };
