import type { NewCopy } from '../flow/copy.ts';
import type { Petition } from '../flow/petition.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import { spokenBy } from '../people/people.ts';
import type { PetitionChange } from '../store/petition-store.ts';
import { advance, endsByOthers, type PetitionEvent } from './machine.ts';
import { portsOf, type SharedPetitionPorts } from './ports.ts';

const MINUTE = 60_000;
const MAX_AGE = 5 * MINUTE;

const detailOf = (event: PetitionEvent): string | null => {
  switch (event.kind) {
    case 'void':
      return event.because;
    case 'addressed':
      return event.somebody ? null : 'nobody';
    case 'made':
      return String(event.delivered);
    case 'brought':
      return event.away ? 'away' : null;
    case 'not_brought':
      return event.seen ? 'seen' : null;
    default:
      return null;
  }
};

/** Writes what happened to a petition, if it is still as the writer saw it. */
export type Write = (
  seen: Petition,
  event: PetitionEvent,
  who: string,
  more?: Pick<PetitionChange, 'flow' | 'token'> & { readonly copies?: readonly NewCopy[] },
) => Promise<Petition | undefined>;

/** @param begins called with a flow that began with what was written */
export const createWrite = (
  ports: SharedPetitionPorts,
  begins: (flow: StoredFlow) => void,
): Write => {
  const { store, copies: sent, clock, log } = ports;
  const to = async (seen: Petition, kind: NewCopy['kind'], id: string): Promise<NewCopy> => {
    const person = await portsOf(ports, seen).people(id, MAX_AGE);
    return { kind, to: id, language: spokenBy(person) };
  };

  /** Whether someone reads what becomes of a petition: in a message of their own, or in a channel's. */
  const readsOf = async (petitionId: string, userId: string): Promise<boolean> =>
    (await sent.ofPetition(petitionId)).some(
      ({ kind, to: reader, place }) =>
        (kind === 'channel' && place !== null) || (kind === 'approver' && reader === userId),
    );

  /** What someone has to be told besides, since no message of theirs rings. */
  const rings = async (
    seen: Petition,
    next: Petition,
    event: PetitionEvent,
    who: string,
  ): Promise<readonly NewCopy[]> => {
    const { userId, language } = seen.submission;
    const copies: NewCopy[] = [];
    const asker = (kind: NewCopy['kind']): void => void copies.push({ kind, to: userId, language });
    const ends = next.state !== seen.state && endsByOthers(next);
    // Whoever has no message yet, since its approvers were never found, gets it now.
    if (!seen.addressed && next.state !== 'waiting') asker('asker');
    else if (ends) asker('notice');
    if (event.kind === 'not_brought') {
      if (event.seen) asker('doubt');
      if (seen.handedBy !== null) copies.push(await to(seen, 'mishap', seen.handedBy));
    }
    // Whoever approves in their Home may have been written to by nobody, and has a token to make now.
    const approved = event.kind === 'approved' && next.state === 'making';
    if (approved && !(await readsOf(seen.id, event.by))) {
      copies.push(await to(seen, 'approver', event.by));
    }
    const calledOff = seen.state === 'making' && (ends || next.state === 'withdrawn');
    if (calledOff && seen.decidedBy !== null && seen.decidedBy !== who) {
      copies.push(await to(seen, 'called_off', seen.decidedBy));
    }
    return copies;
  };

  return async (seen, event, who, more = {}) => {
    const at = clock.now();
    const next = advance(seen, event, at);
    if (next === seen) return undefined;
    const written = await store.write(seen, next, {
      at,
      note: { who, event: event.kind, detail: detailOf(event) },
      redraw: next.state !== seen.state,
      ...more,
      copies: [...(more.copies ?? []), ...(await rings(seen, next, event, who))],
    });
    if (written?.flow) begins(written.flow);
    log.info(written ? 'petition' : 'petition_taken_over', {
      petition: seen.id,
      what: event.kind,
      state: next.state,
    });
    return written?.petition;
  };
};
