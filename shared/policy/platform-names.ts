import { plainId } from '../uuid.ts';

/** What a platform is called among several: in the settings, in rules, and before the names of its tenants. */
export const PLATFORM_NAME = /^[a-z][a-z0-9-]{0,19}$/;

const NAME = PLATFORM_NAME.source.slice(1, -1);

// No platform's own ids begin so: an id without it is one from before there were several.
const NAMED = new RegExp(`^@(${NAME})/(.+)$`, 's');

/** The id by which the bot tells what two platforms may call alike: a tenant's, or a token's. */
export const namedId = (platform: string, id: string): string => `@${platform}/${plainId(id)}`;

/** @returns the platform, null for an id that names none, and the id that it has there */
export const splitId = (id: string): { readonly platform: string | null; readonly own: string } => {
  const [, platform = null, own = id] = NAMED.exec(id) ?? [];
  return { platform, own };
};

/** An id in the one form in which ids are compared, whether or not it says whose it is. */
export const idForm = (id: string): string => {
  const { platform, own } = splitId(id);
  return platform === null ? plainId(own) : namedId(platform, own);
};

/**
 * Whose of several platforms an id is. One that names none is from before there were several, when the first
 * was the only one.
 * @returns undefined where the one that it names is there no longer
 */
export const platformOf = <T extends { readonly name: string }>(
  id: string,
  all: readonly [T, ...T[]],
): T | undefined => {
  const { platform } = splitId(id);
  return platform === null ? all[0] : all.find(({ name }) => name === platform);
};

/** What stands before a tenant's name, where there are several platforms. */
export const namePrefix = (platform: string): string => `${platform}: `;

const PREFIXED = new RegExp(`^(${NAME}): (.+)$`, 's');

/** @returns the platform that stands before a tenant's name, null where none seems to, and what follows it */
export const splitName = (
  name: string,
): { readonly platform: string | null; readonly own: string } => {
  const [, platform = null, own = name] = PREFIXED.exec(name) ?? [];
  return { platform, own };
};

/** Which of several platforms a tenant's id or name says that it is of; null for none. */
export const platformNamedIn = (text: string): string | null =>
  splitId(text).platform ?? splitName(text).platform;

/** By what a rule names each tenant of one platform, one at a time. */
export const anyOn = (platform: string): string => `${namePrefix(platform)}any`;
