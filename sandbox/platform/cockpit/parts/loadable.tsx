import type { ComponentChildren } from 'preact';
import { problemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';
import { Notice } from './notice.tsx';
import type { Loaded } from './use-load.ts';

interface LoadableProps<T> {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** Shows what was loaded; until then that it is under way, or what went wrong and a way to retry. */
export const Loadable = <T,>({ loaded, children }: LoadableProps<T>) => {
  const texts = useTexts();
  const { result, loading, reload } = loaded;
  if (result === undefined) {
    return (
      <p class="loading" role="status">
        {texts.own.loading}
      </p>
    );
  }
  if (!result.ok) {
    return (
      <Notice kind="problem">
        <p>{problemText(result.error, texts)}</p>
        <button type="button" class="button" disabled={loading} onClick={reload}>
          {texts.own.tryAgain}
        </button>
      </Notice>
    );
  }
  return <div aria-busy={loading}>{children(result.value)}</div>;
};
