import { readFileSync } from 'node:fs';

/** Variables whose value may stand in a file instead, named by `…_FILE`. */
export const SECRET_VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'TENANT_API_KEY',
] as const;

/**
 * Puts the contents of `…_FILE` in the place of the variables that they stand for.
 * @returns the variables, empty ones left out, and what is wrong with the files
 */
export const withSecretFiles = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly values: Record<string, string>; readonly faults: readonly string[] } => {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const [name, value] of Object.entries(env)) if (value) values[name] = value;
  for (const name of SECRET_VARIABLES) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    if (name in values) {
      faults.push(`${name}: set either ${name} or ${name}_FILE, not both.`);
      continue;
    }
    try {
      values[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch {
      faults.push(`${name}_FILE: there is no readable file at ${JSON.stringify(file)}.`);
    }
  }
  return { values, faults };
};
