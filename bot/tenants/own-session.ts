import { err, ok, type Result } from '../../shared/result.ts';
import type { ApiError, Session, TenantApi } from '../../shared/tenant-api/port.ts';

/** A question that has been waiting for so long may never be answered: the next one asks itself. */
const PATIENCE_MS = 5000;

/** What an outage does not end in, but an answer: the key is not, or no longer, allowed to do this. */
export const isRefusal = ({ code }: ApiError): boolean =>
  code === 'signed_out' || code === 'forbidden';

/**
 * Keeps the bot's own session, and asks for it anew in the background.
 * @param now milliseconds by a clock that nobody sets
 */
export const createOwnSession = (api: Pick<TenantApi, 'whoAmI'>, now: () => number) => {
  let kept: { readonly at: number; readonly session: Session } | undefined;
  let asking:
    { readonly at: number; readonly answer: Promise<Result<Session, ApiError>> } | undefined;

  const ask = async (): Promise<Result<Session, ApiError>> => {
    const at = now();
    const answer = await api.whoAmI();
    const session: Result<Session, ApiError> =
      answer.ok && !answer.value.canManageTokens ? err({ code: 'forbidden' }) : answer;
    if (session.ok) kept = { at, session: session.value };
    else if (isRefusal(session.error)) kept = undefined;
    return session;
  };

  const refresh = (): Promise<Result<Session, ApiError>> => {
    if (asking && now() - asking.at < PATIENCE_MS) return asking.answer;
    const asked = { at: now(), answer: ask() };
    asking = asked;
    void asked.answer.finally(() => {
      if (asking === asked) asking = undefined;
    });
    return asked.answer;
  };

  /** @param usable how old it may be; beyond `fresh`, it is asked for in the background */
  return async (usable: number, fresh: number): Promise<Result<Session, ApiError>> => {
    const age = kept ? now() - kept.at : Infinity;
    if (!kept || age >= usable) return refresh();
    const { session } = kept;
    if (age >= fresh) void refresh();
    return ok(session);
  };
};
