import { fill } from '../../../../shared/messages/fill.ts';
import type { Texts } from '../messages/texts.ts';

const KEY_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** How the cockpit names who did something: a person's address, a key's id, or the platform itself. */
export const callerName = (caller: string, { own }: Texts): string => {
  if (caller === 'clock' || caller === 'sandbox') return own.log.platform;
  if (caller === 'unknown') return own.log.unknown;
  return KEY_ID.test(caller) ? fill(own.tokens.key, { id: caller.slice(0, 8) }) : caller;
};
