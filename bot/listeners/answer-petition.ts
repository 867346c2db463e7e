import type { Language } from '../../shared/messages/language.ts';
import { TEXTS } from '../messages/texts.ts';
import type { Answer } from '../petitions/petitions.ts';
import { errorFields } from '../log/error-fields.ts';
import { judgePetition } from './judge-petition.ts';
import type { ListenerPorts } from './ports.ts';

/** What there is to say to whoever answered; undefined where the petition's own messages say it. */
type Reply = ((language: Language) => string) | undefined;

/** Someone else may write at the same moment; once is likely enough, for ever is not. */
const TRIES = 3;

const saysThat =
  (what: keyof (typeof TEXTS)['en']['petitions']['answers']): Reply =>
  (language) =>
    TEXTS[language].petitions.answers[what];

const failed: Reply = (language) => TEXTS[language].revoking.failed;

/**
 * Brings an approver's answer to a petition, after the decision was taken again. The first answer counts.
 * @returns what to say to them
 */
const bring = async (
  ports: ListenerPorts,
  petitionId: string,
  userId: string,
  wanted: Answer,
): Promise<Reply> => {
  const { petitions } = ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const petition = await petitions.find(petitionId);
    if (!petition) return saysThat('not_found');
    if (petition.state !== 'waiting') return saysThat('late');
    const judged = await judgePetition(ports, petition, userId);
    if (judged.kind === 'problem') return (language) => TEXTS[language].problems[judged.problem];
    if (judged.kind === 'may_not' || judged.kind === 'own') return saysThat(judged.kind);
    const { kind } = judged;
    // A refusal is one, whatever else has changed.
    const voided = kind === 'void' && wanted.kind === 'approved';
    const answer: Answer = voided ? { kind, because: judged.because } : wanted;
    const answered = await petitions.answer(petition, answer, userId);
    if (answered.kind === 'changed') continue;
    if (answered.kind === 'failed') return failed;
    if (answered.kind === 'late') return saysThat('late');
    if (!voided) return undefined;
    return (language) => TEXTS[language].petitions.void[judged.because];
  }
  return failed;
};

/** Takes a petition back, for the one who asked alone. @returns what to say to them */
const takeBack = async (
  { petitions, teamId }: ListenerPorts,
  petitionId: string,
  userId: string,
): Promise<Reply> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const petition = await petitions.find(petitionId);
    if (!petition) return saysThat('not_found');
    const { submission } = petition;
    if (submission.userId !== userId || submission.teamId !== teamId) return saysThat('not_yours');
    const answered = await petitions.answer(petition, { kind: 'withdrawn' }, userId);
    if (answered.kind === 'changed') continue;
    if (answered.kind === 'failed') return failed;
    return answered.kind === 'late' ? saysThat('late') : undefined;
  }
  return failed;
};

/**
 * Carries out what someone does about a petition, and what follows of it.
 * @param petitionId undefined for a value that no message of ours carries
 * @param tell called with what is to be said to them, before what takes longer
 */
export const answerPetition = async (
  ports: ListenerPorts,
  petitionId: string | undefined,
  userId: string,
  answer: Answer,
  tell: (said: (language: Language) => string) => Promise<void>,
): Promise<void> => {
  let reply: Reply = saysThat('not_found');
  try {
    if (petitionId !== undefined) {
      reply =
        answer.kind === 'withdrawn'
          ? await takeBack(ports, petitionId, userId)
          : await bring(ports, petitionId, userId, answer);
    }
  } catch (error) {
    ports.log.error('answer_failed', { petition: petitionId, ...errorFields(error) });
    reply = failed;
  }
  if (reply) await tell(reply);
  if (petitionId !== undefined) await ports.petitions.run(petitionId);
};
