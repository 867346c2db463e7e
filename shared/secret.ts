const REDACTED = '[redacted]';
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that cannot be printed by accident: `toString`, `toJSON`, template strings and Node's
 * `util.inspect` all give `[redacted]`, and `structuredClone` refuses it. Only `reveal()` gives it
 * away, so every place where a secret leaves the process is found by searching for that word.
 */
export interface Secret {
  readonly reveal: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

/**
 * Hides a string in a {@link Secret}.
 * @param value the secret, kept in a closure and in no property
 */
export const secret = (value: string): Secret =>
  Object.freeze({
    reveal: () => value,
    toString: () => REDACTED,
    toJSON: () => REDACTED,
    [Symbol.toPrimitive]: () => REDACTED,
    [INSPECT]: () => REDACTED,
  });
