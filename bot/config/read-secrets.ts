import { readTextOnce } from './read-text.ts';

/** Variables whose value may stand in a file instead, named by `…_FILE`. */
export const SECRET_VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'TENANT_API_KEY',
  'DATABASE_URL',
  'SLACK_CLIENT_SECRET',
  'ENCRYPTION_KEY',
  'ENCRYPTION_KEYS_OLD',
] as const;

/** The longest that Slack or a platform gives out are far shorter. */
const MAX_BYTES = 10_000;

/**
 * Puts the contents of `…_FILE` in the place of the variables that they stand for, without the white
 * space around them.
 * @param names those whose value may stand in a file
 * @returns the variables, empty ones left out, and what is wrong with the files
 */
export const withSecretFiles = (
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[] = SECRET_VARIABLES,
): { readonly values: Record<string, string>; readonly faults: readonly string[] } => {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const [name, value = ''] of Object.entries(env)) {
    // A secret that was made by `echo` ends in a line break.
    const meant = names.includes(name) ? value.trim() : value;
    if (meant !== '') values[name] = meant;
  }
  for (const name of names) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    if (name in values) {
      faults.push(`${name}: set either ${name} or ${name}_FILE, not both.`);
      continue;
    }
    const read = readTextOnce(file, MAX_BYTES);
    const value = read.ok ? read.value.trim() : '';
    if (!read.ok) faults.push(`${name}_FILE: the file ${JSON.stringify(file)} ${read.error}.`);
    else if (value === '') faults.push(`${name}_FILE: the file ${JSON.stringify(file)} is empty.`);
    else if (/[\r\n]/.test(value)) {
      faults.push(`${name}_FILE: the file ${JSON.stringify(file)} holds more than one line.`);
    } else values[name] = value;
  }
  return { values, faults };
};
