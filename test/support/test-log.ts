import { createLog, type Log } from '../../bot/log/log.ts';

/**
 * A log that says everything. Nothing is to be hidden by its redaction alone: it has none.
 * @param now milliseconds since the epoch
 */
export const testLog = (
  write: (line: string) => unknown = () => undefined,
  now: () => number = Date.now,
): Log => createLog({ level: 'debug', redact: (line) => line, write, now });
