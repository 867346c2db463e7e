import type { Language } from '../../shared/messages/language.ts';
import { type CopyKind, isChannel } from '../flow/copy.ts';
import type { PetitionFacts } from './petition-facts.ts';
import { TEXTS } from './texts.ts';

/**
 * What a message to those who may approve asks of whoever reads it. A channel's readers are many, and
 * not each of them may approve; of those who may, one has approved, and makes the token.
 * @returns undefined where there is nothing to ask of them, or no more
 */
export const asksOf = (
  kind: CopyKind,
  { petition: { state, decidedBy }, reader }: PetitionFacts,
  language: Language,
): string | undefined => {
  const { petitions, handOver } = TEXTS[language];
  if (state === 'waiting') {
    const [own, channel] =
      kind === 'reminder'
        ? [petitions.remindText, petitions.remindChannelText]
        : [petitions.askText, petitions.askChannelText];
    return isChannel(reader) ? channel : own;
  }
  if (kind !== 'overdue' || state !== 'making') return undefined;
  return reader === decidedBy ? handOver.overdueText : handOver.overdueOtherText;
};
