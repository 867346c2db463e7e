import * as z from 'zod/mini';

/** What the platform's start is told from outside. */
export interface Settings {
  readonly port: number;
  /** A path, or `:memory:`. */
  readonly dataFile: string;
}

const DEFAULT_PORT = 4400;
const DEFAULT_DATA = '.sandbox/platform.sqlite';

const portSchema = z.pipe(
  z.string().check(
    z.regex(/^\d{1,5}$/),
    z.refine((text) => Number(text) <= 65_535),
  ),
  z.transform(Number),
);
const dataSchema = z.string().check(z.minLength(1), z.regex(/^[^\0]*$/));

const read = <Schema extends z.ZodMiniType>(
  schema: Schema,
  name: string,
  value: string,
  expected: string,
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(`${name} must be ${expected}, not ${JSON.stringify(value)}.`);
  return parsed.data;
};

/**
 * Reads a port.
 * @throws Error that names the variable where it is none
 */
export const readPort = (env: NodeJS.ProcessEnv, name: string, fallback: number): number =>
  read(portSchema, name, env[name] ?? String(fallback), 'a port from 0 (any free one) to 65535');

/**
 * Reads `SANDBOX_PORT` (4400) and `SANDBOX_DATA` (`.sandbox/platform.sqlite`).
 * @throws Error that names the variable that is wrong
 */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): Settings => ({
  port: readPort(env, 'SANDBOX_PORT', DEFAULT_PORT),
  dataFile: read(
    dataSchema,
    'SANDBOX_DATA',
    env['SANDBOX_DATA'] ?? DEFAULT_DATA,
    'a file’s path, or :memory:',
  ),
});
