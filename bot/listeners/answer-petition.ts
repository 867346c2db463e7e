import type { Language } from '../../shared/messages/language.ts';
import type { Petition } from '../flow/petition.ts';
import { TEXTS } from '../messages/texts.ts';
import type { Answer } from '../petitions/petitions.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Problem } from './circumstances.ts';
import { denied } from './denied.ts';
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

const saysProblem =
  (problem: Problem): Reply =>
  (language) =>
    TEXTS[language].problems[problem];

const failed: Reply = (language) => TEXTS[language].revoking.failed;

/** An answer to be written, and what to say once it is; or what to say in its stead. */
type Judgement =
  | { readonly answer: Answer; readonly afterwards: Reply }
  | { readonly answer?: undefined; readonly reply: Reply };

/**
 * Brings an answer to a petition as it is now; where it has changed meanwhile, it is judged anew.
 * @returns what to say to whoever answered
 */
const bring = async (
  { petitions }: ListenerPorts,
  petitionId: string,
  userId: string,
  judge: (petition: Petition) => Promise<Judgement>,
): Promise<Reply> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const petition = await petitions.find(petitionId);
    if (!petition) return saysThat('not_found');
    const judged = await judge(petition);
    if (!judged.answer) return judged.reply;
    const answered = await petitions.answer(petition, judged.answer, userId);
    if (answered.kind === 'changed') continue;
    if (answered.kind === 'failed') return failed;
    return answered.kind === 'late' ? saysThat('late') : judged.afterwards;
  }
  return failed;
};

/** An approver's answer, after the decision was taken again. The first answer counts. */
const judgeAnswer =
  (ports: ListenerPorts, userId: string, wanted: Answer) =>
  async (petition: Petition): Promise<Judgement> => {
    const inTime =
      petition.state === 'waiting' || (petition.state === 'making' && wanted.kind === 'refused');
    if (!inTime) return { reply: saysThat('late') };
    const judged = await judgePetition(ports, petition, userId);
    if (judged.kind === 'problem') return { reply: saysProblem(judged.problem) };
    if (judged.kind === 'may_not' || judged.kind === 'own') {
      await denied(ports, petition, { who: userId, role: 'approver', because: judged.kind });
      return { reply: saysThat(judged.kind) };
    }
    // A refusal is one, whatever else has changed.
    if (wanted.kind !== 'approved') return { answer: wanted, afterwards: undefined };
    if (judged.kind === 'may_refuse') return { reply: saysProblem(judged.problem) };
    if (judged.kind === 'may') {
      if (judged.away) return { reply: saysProblem('platform') };
      const page = judged.handOver?.page ?? null;
      return { answer: { ...wanted, page }, afterwards: undefined };
    }
    const { kind, because } = judged;
    const afterwards: Reply = (language) => TEXTS[language].petitions.void[because];
    return { answer: { kind, because }, afterwards };
  };

/** Withdraw, for the one who asked alone. */
const judgeWithdrawal =
  (ports: ListenerPorts, userId: string, answer: Answer) =>
  async (petition: Petition): Promise<Judgement> => {
    const { submission } = petition;
    if (submission.userId === userId && submission.teamId === ports.teamId) {
      return { answer, afterwards: undefined };
    }
    await denied(ports, petition, { who: userId, role: 'asker', because: 'not_yours' });
    return { reply: saysThat('not_yours') };
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
      const judgement = answer.kind === 'withdrawn' ? judgeWithdrawal : judgeAnswer;
      reply = await bring(ports, petitionId, userId, judgement(ports, userId, answer));
    }
  } catch (error) {
    ports.log.error('answer_failed', { petition: petitionId, ...errorFields(error) });
    reply = failed;
  }
  if (reply) await tell(reply);
  if (petitionId !== undefined) await ports.petitions.run(petitionId);
};
