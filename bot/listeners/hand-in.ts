import type { Language } from '../../shared/messages/language.ts';
import { secret, type Secret } from '../../shared/secret.ts';
import type { Petition } from '../flow/petition.ts';
import { errorFields } from '../log/error-fields.ts';
import { TEXTS } from '../messages/texts.ts';
import { tokenFault } from '../modal/check-token.ts';
import { inTime } from '../time/in-time.ts';
import { HURRY_MS } from './circumstances.ts';
import { denied } from './denied.ts';
import { type Judged, judgePetition } from './judge-petition.ts';
import type { ListenerPorts } from './ports.ts';

/** A token that was taken, or why it was not, in words. */
type HandedIn =
  | { readonly kind: 'taken'; readonly petition: Petition; readonly token: Secret }
  /** `petitionId`: the one that is void now, of which others have to be told. */
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly petitionId?: string;
      /** Puts on record that this person, or this token, may not be; to be called after the ack. */
      readonly denied?: () => Promise<void>;
    };

/** Someone else may write at the same moment; once is likely enough, for ever is not. */
const TRIES = 2;

const LATE: Judged = { kind: 'problem', problem: 'slack' };

const takeIn = async (
  ports: ListenerPorts,
  language: Language,
  petitionId: string | undefined,
  userId: string,
  text: string,
): Promise<HandedIn> => {
  const { petitions, handOver, problems, revoking } = TEXTS[language];
  const refused = (why: string): HandedIn => ({ kind: 'refused', why });
  const deny = (petition: Petition, because: string, why: string): HandedIn => ({
    kind: 'refused',
    why,
    denied: () => denied(ports, petition, { who: userId, role: 'maker', because }),
  });
  /** For a token that nobody waits for, or not from this person: they have made it all the same. */
  const unwanted = (why: string): string => `${why} ${handOver.errors.unwanted}`;
  const token = secret(text);
  const fingerprint = ports.petitions.handOver.fingerprint(token);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const petition = petitionId === undefined ? undefined : await ports.petitions.find(petitionId);
    if (!petition) return refused(unwanted(petitions.answers.not_found));
    if (petition.state !== 'making') {
      const own = await ports.petitions.handOver.isOf(petition, fingerprint);
      return refused(own ? petitions.answers.late : unwanted(petitions.answers.late));
    }
    const judged = await inTime(HURRY_MS, judgePetition(ports, petition, userId), LATE);
    if (judged.kind === 'problem' || judged.kind === 'may_refuse') {
      return refused(problems[judged.problem]);
    }
    if (judged.kind === 'may_not' || judged.kind === 'own') {
      return deny(petition, judged.kind, unwanted(petitions.answers[judged.kind]));
    }
    if (judged.kind === 'void') {
      const { because } = judged;
      await ports.petitions.answer(petition, { kind: 'void', because }, userId);
      const why = `${petitions.void[because]} ${handOver.lost}`;
      return { kind: 'refused', why, petitionId: petition.id };
    }
    const { submission } = petition;
    const names = [submission.userName, submission.userId, submission.request.name];
    const fault = tokenFault(text, judged.handOver?.tokens ?? 'documented', names);
    if (fault) return refused(handOver.errors[fault]);
    const handed = await ports.petitions.handOver.handIn(petition, userId, fingerprint);
    if (handed.kind === 'taken') return { kind: 'taken', petition: handed.petition, token };
    if (handed.kind === 'late') return refused(petitions.answers.late);
    if (handed.kind === 'used') return deny(petition, 'used', handOver.errors.used);
    if (handed.kind === 'failed') break;
  }
  return refused(revoking.failed);
};

/**
 * Takes a token that someone hands in, after the decision was taken again from live data: nothing of it is
 * written down but that there was one. Never rejects: whoever hands it in stands there.
 * @param asked with the text last, as it was typed; it stands in nothing that is returned but in the secret
 */
export const handIn = async (...asked: Parameters<typeof takeIn>): Promise<HandedIn> => {
  try {
    return await takeIn(...asked);
  } catch (error) {
    const [ports, language, petitionId] = asked;
    ports.log.error('hand_in_failed', { petition: petitionId, ...errorFields(error) });
    return { kind: 'refused', why: TEXTS[language].revoking.failed };
  }
};
