import * as z from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { PLATFORM_NAME } from '../../shared/policy/platform-names.ts';
import { parseJsonFile } from '../../shared/json-file.ts';
import { isSetting } from './environment.ts';
import { KEY } from './form.ts';
import { withSecretFiles } from './read-secrets.ts';
import { readText } from './read-text.ts';

/** One of several platforms. */
export interface PlatformSettings {
  readonly name: string;
  /** An origin, without `/api/v1`. */
  readonly url: string;
  readonly key: Secret;
}

/** At least one. */
export type SeveralPlatforms = readonly [PlatformSettings, ...PlatformSettings[]];

const MAX_BYTES = 100_000;
const MOST = 20;

/** @param url takes an origin that a key may be sent to */
const fileSchema = (url: z.ZodType<string>) =>
  z.strictObject({
    $schema: z.string().optional(),
    platforms: z
      .array(
        z.strictObject({
          name: z.string().regex(PLATFORM_NAME, 'is not a short name such as works or plant-2'),
          url,
          keyFrom: z
            .string()
            .regex(/^[A-Z][A-Z0-9_]*$/, 'is not the name of a variable such as WORKS_API_KEY')
            // Set, it would be one platform's too many; left out, one's too few.
            .refine((name) => !isSetting(name) && !isSetting(`${name}_FILE`), {
              error: 'is a setting of the bot itself: take another name, such as WORKS_API_KEY',
            }),
        }),
      )
      .min(1, 'names no platform')
      .max(MOST, `names more than ${MOST}`)
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
        error: 'names two platforms alike',
      }),
  });

/**
 * Reads the file of the platforms. It holds no key: each is in a variable that the file names.
 * @param values the variables that are set
 * @returns them in the file's order, or every fault, each saying where it is
 */
export const readPlatforms = (
  file: string,
  values: Readonly<Record<string, string | undefined>>,
  url: z.ZodType<string>,
): Result<SeveralPlatforms, readonly string[]> => {
  const at = `PLATFORMS_FILE: ${JSON.stringify(file)}`;
  const read = readText(file, MAX_BYTES);
  if (!read.ok) return err([`${at} ${read.error}.`]);
  const found = parseJsonFile(read.value, fileSchema(url));
  if (!found.ok) return err(found.error.map((fault) => `${at}: ${fault}.`));
  const { platforms } = found.value;
  const keys = withSecretFiles(
    values,
    platforms.map(({ keyFrom }) => keyFrom),
  );
  const faults = [...keys.faults];
  const named = new Set(keys.faults.map((fault) => fault.split(/(?:_FILE)?:/)[0]));
  const all = platforms.flatMap(({ keyFrom, ...platform }) => {
    const key = keys.values[keyFrom];
    if (key !== undefined && KEY.test(key)) return [{ ...platform, key: secret(key) }];
    if (!named.has(keyFrom)) {
      faults.push(
        `${keyFrom}: is not set. Set it, or ${keyFrom}_FILE, to the API key of the platform ${platform.name}.`,
      );
    }
    return [];
  });
  const [first, ...others] = all;
  return first && faults.length === 0 ? ok([first, ...others]) : err(faults);
};
