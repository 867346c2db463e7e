import { randomBytes } from 'node:crypto';
import { newSecret } from './ids.ts';
import type { ClientWindow, Message, ResponseUrl, Trigger, World } from './world.ts';

const TRIGGER_MS = 3000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;
/** Long over, but still told from those that never were. */
const KEPT = 20_000;

const keep = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.set(key, value);
  if (map.size <= KEPT) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
};

/** Makes a trigger_id for what a person just did in a window. */
export const issueTrigger = (world: World, window: ClientWindow): string => {
  const id = `${world.clock.now()}.${randomBytes(5).readUIntBE(0, 5)}.${randomBytes(16).toString('hex')}`;
  keep(world.triggers, id, { isPast: world.clock.deadline(TRIGGER_MS), window, used: false });
  return id;
};

/**
 * Takes a trigger_id, which is spent by it even where the view turns out unsound later.
 * @returns the trigger, or the Web API's error
 */
export const takeTrigger = (
  world: World,
  id: string,
): Trigger | 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' => {
  const trigger = world.triggers.get(id);
  if (!trigger) return 'invalid_trigger_id';
  if (trigger.used) return 'exchanged_trigger_id';
  if (trigger.isPast()) return 'expired_trigger_id';
  trigger.used = true;
  return trigger;
};

/** Makes a response_url. @returns its path */
export const issueResponseUrl = (
  world: World,
  kind: 'commands' | 'actions',
  to: { readonly personId: string; readonly channel: string; readonly origin?: Message },
): string => {
  const path = `/${kind}/${world.team.id}/${world.clock.now()}/${newSecret()}`;
  keep(world.responseUrls, path, {
    expires: world.clock.now() + RESPONSE_URL_MS,
    left: RESPONSE_URL_USES,
    personId: to.personId,
    channel: to.channel,
    origin: to.origin,
  });
  return path;
};

/** Takes one use of a response_url. @returns why not, where it is worn out */
export const takeResponseUrl = (
  world: World,
  path: string,
): ResponseUrl | 'invalid_url' | 'expired_url' | 'used_url' => {
  const url = world.responseUrls.get(path);
  if (!url) return 'invalid_url';
  if (world.clock.now() >= url.expires) return 'expired_url';
  if (url.left === 0) return 'used_url';
  url.left -= 1;
  return url;
};
