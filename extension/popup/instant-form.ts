import type { Form } from '../../shared/flow/state.ts';
import { asSession, asTenant } from '../../shared/tenant-api/codec.ts';
import type { PlainPlace } from '../../shared/flow/stored.ts';
import type { Draft } from '../../shared/token-request.ts';
import {
  draftKey,
  firstDraftKey,
  operationKey,
  personAt,
  placeKey,
} from '../channel/session-keys.ts';

/**
 * The form as it stood when the popup was last open on this origin, to be filled in while the page
 * is asked who is signed in now. Next waits for that answer; until then nothing is sent anywhere,
 * and nothing that waits for a person is shown.
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
  if (!person || operationKey(person) in memory) return undefined;
  const draft = (memory[draftKey(person)] ?? memory[firstDraftKey(person)]) as Draft | undefined;
  if (!draft) return undefined;
  return { step: 'form', place, draft, errors: [] };
};
