/** From the most talkative to the least. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Codes, ids, counts and times. What people typed does not belong here, nor does a whole body. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes what happened: an event's name, the same each time, and its fields. */
export type Log = { readonly [Level in LogLevel]: (event: string, fields?: LogFields) => void };

/**
 * A log of one JSON object a line: `time`, `level`, `event`, then the fields.
 * @param options `level`: the least that is written; `redact`: every text passes it; `write`: takes
 *   one line without its end; `now`: milliseconds since the epoch
 */
export const createLog = (options: {
  readonly level: LogLevel;
  readonly redact: (text: string) => string;
  readonly write: (line: string) => void;
  readonly now: () => number;
}): Log => {
  const least = LOG_LEVELS.indexOf(options.level);
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(level) < least) return;
      const entry: Record<string, unknown> = {
        time: new Date(options.now()).toISOString(),
        level,
        event,
      };
      for (const [name, value] of Object.entries(fields)) {
        entry[name] = typeof value === 'string' ? options.redact(value) : value;
      }
      options.write(JSON.stringify(entry));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};
