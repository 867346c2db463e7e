import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../../shared/result.ts';
import type { ApiError, Session } from '../../../../shared/tenant-api/port.ts';
import type { Services } from '../api/services.ts';

export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: ApiError }
  | { readonly status: 'signed_out' }
  /** `lost`: the server no longer knows the session; the page waits, as it was, for a new one. */
  | { readonly status: 'signed_in'; readonly session: Session; readonly lost: boolean };

const stateAfter = (answer: Result<Session, ApiError>): SessionState => {
  if (answer.ok) return { status: 'signed_in', session: answer.value, lost: false };
  return answer.error.code === 'signed_out'
    ? { status: 'signed_out' }
    : { status: 'failed', error: answer.error };
};

/** Who is signed in. `refresh` asks anew, after signing in; `signOut` ends the session. */
export const useSession = (services: Services) => {
  const [state, setState] = useState<SessionState>({ status: 'loading' });

  const refresh = useCallback(async (): Promise<void> => {
    setState(stateAfter(await services.tenantApi.whoAmI()));
  }, [services]);

  const signOut = useCallback(async (): Promise<Result<void, ApiError>> => {
    const done = await services.cockpitApi.signOut();
    if (done.ok || done.error.code === 'signed_out') setState({ status: 'signed_out' });
    return done;
  }, [services]);

  useEffect(
    () =>
      services.whenSignedOut(() =>
        setState((now) => (now.status === 'signed_in' ? { ...now, lost: true } : now)),
      ),
    [services],
  );
  useEffect(() => void refresh(), [refresh]);

  return { state, refresh, signOut };
};
