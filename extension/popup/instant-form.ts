import type { Form } from '../../shared/flow/state.ts';
import { asSession, asTenant } from '../../shared/tenant-api/codec.ts';
import type { PlainPlace } from '../channel/stored-flow.ts';
import type { Draft } from '../../shared/token-request.ts';
import {
  draftKey,
  firstDraftKey,
  operationKey,
  personAt,
  placeKey,
} from '../channel/session-keys.ts';

/**
 * The empty form of whoever was last seen on this origin, to be filled in while the page is asked
 * who is signed in now. Next waits for that answer; until then nothing is sent anywhere, and nothing
 * of a person's is shown, neither what waits for them nor what they have typed.
 * @param memory all of `storage.session`, which this build of the extension alone has written
 */
export const instantForm = (memory: Record<string, unknown>, origin: string): Form | undefined => {
  const stored = memory[placeKey(origin)] as PlainPlace | undefined;
  if (!stored) return undefined;
  const place = {
    ...stored,
    session: asSession(stored.session),
    tenants: stored.tenants.map(asTenant),
  };
  const person = personAt(place);
  if (!person || operationKey(person) in memory || memory[draftKey(person)]) return undefined;
  const draft = memory[firstDraftKey(person)] as Draft | undefined;
  if (!draft) return undefined;
  return { step: 'form', place, draft, errors: [] };
};
