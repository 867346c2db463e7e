import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';

/** Something that comes from the server. What was there stays while it is loaded anew. */
export interface Loaded<T> {
  readonly result: Result<T, ApiError> | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Loads on first use and whenever `load` changes; a late answer to an earlier question is dropped.
 * @param load must keep its identity while the question is the same (`useCallback`)
 */
export const useLoad = <T>(load: () => Promise<Result<T, ApiError>>): Loaded<T> => {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({
    result: undefined,
    loading: true,
  });
  const latest = useRef(0);
  const ask = useCallback(async (): Promise<void> => {
    latest.current += 1;
    const asked = latest.current;
    setState((before) => ({ ...before, loading: true }));
    const result = await load();
    if (asked === latest.current) setState({ result, loading: false });
  }, [load]);
  const reload = useCallback(() => void ask(), [ask]);
  useEffect(() => {
    reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  return { ...state, reload };
};
