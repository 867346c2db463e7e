import type { Log, LogFields } from './log.ts';

const EVERY_MS = 60_000;
const MOST_KINDS = 500;

/**
 * A log for what anybody can cause who reaches the bot: nothing of it is an error of ours.
 * @param now milliseconds by a clock that nobody sets
 */
export const createSparingLog = (log: Log, now: () => number): Log => {
  const warn = createSparingWarning(log, now);
  const info = createSparingWarning({ warn: log.info }, now);
  const saying =
    (say: typeof warn) =>
    (event: string, fields: LogFields = {}): void =>
      say(event, fields);
  return { debug: log.debug, info: saying(info), warn: saying(warn), error: saying(warn) };
};

/**
 * Says at once what has not been said for a minute, and of what comes meanwhile how much it was: whoever
 * sends rubbish is not to fill the disk, nor to hide among it.
 * @param now milliseconds by a clock that nobody sets
 * @returns warns; events with equal fields are of one kind
 */
export const createSparingWarning = (
  log: Pick<Log, 'warn'>,
  now: () => number,
): ((event: string, fields: LogFields) => void) => {
  const kinds = new Map<string, { readonly said: number; readonly unsaid: number }>();
  return (event, fields) => {
    const kind = JSON.stringify([event, fields]);
    const at = now();
    const { said, unsaid } = kinds.get(kind) ?? { said: -Infinity, unsaid: 0 };
    const due = at - said >= EVERY_MS;
    kinds.delete(kind);
    kinds.set(kind, due ? { said: at, unsaid: 0 } : { said, unsaid: unsaid + 1 });
    const [oldest] = kinds.keys();
    if (kinds.size > MOST_KINDS && oldest !== undefined) kinds.delete(oldest);
    if (due) log.warn(event, unsaid > 0 ? { ...fields, before: unsaid } : fields);
  };
};
