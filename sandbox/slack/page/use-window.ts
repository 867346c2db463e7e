import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Deed, Outcome } from '../client-api/deeds.ts';
import type { Snapshot } from '../client-api/snapshot.ts';
import { getSnapshot, listen, sendDeed } from './api.ts';

/** Does something as the person; resolves once the app has answered. */
export type Act = (deed: Deed) => Promise<Outcome>;

export interface WindowState {
  readonly snapshot: Snapshot | undefined;
  readonly act: Act;
  /** What the person is told of the last deed. */
  readonly notice: string;
  readonly clearNotice: () => void;
}

/** One after another, as a person's hands do: a submit never overtakes the last character. */
const createQueue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
};

/** A person's window, kept as it is on the server. */
export const useWindow = (person: string, channel: string): WindowState => {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [notice, setNotice] = useState('');
  const queue = useRef(createQueue());
  const wanted = useRef(channel);
  wanted.current = channel;

  const refresh = useRef<() => void>(() => undefined);
  useEffect(() => {
    const fetching = { on: false, again: false, over: false };
    // Changes that come while one is fetched are fetched together.
    const fetchOnce = async (): Promise<void> => {
      fetching.again = false;
      const next = await getSnapshot(person, wanted.current).catch(() => undefined);
      if (fetching.over) return;
      if (next) setSnapshot(next);
      if (fetching.again) await fetchOnce();
    };
    refresh.current = () => {
      fetching.again = true;
      if (fetching.on) return;
      fetching.on = true;
      void fetchOnce().finally(() => {
        fetching.on = false;
      });
    };
    const end = listen(person, () => refresh.current());
    return () => {
      fetching.over = true;
      end();
    };
  }, [person]);
  useEffect(() => refresh.current(), [channel, person]);

  const act = useCallback<Act>(
    (deed) =>
      queue.current(async () => {
        setNotice('');
        try {
          const outcome = await sendDeed(person, deed);
          if (outcome.shown !== undefined) setNotice(outcome.shown);
          return outcome;
        } catch (error) {
          setNotice(error instanceof Error ? error.message : String(error));
          return {};
        }
      }),
    [person],
  );
  return { snapshot, act, notice, clearNotice: () => setNotice('') };
};
