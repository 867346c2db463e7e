import type { KnownBlock, RichTextBlock } from '@slack/types';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { isChannel } from '../flow/copy.ts';
import type { Petition } from '../flow/petition.ts';
import { DELIVER, REFUSE } from './action-ids.ts';
import { button, buttons, paragraph } from './block-kit.ts';
import { requestLink } from './request-link.ts';
import { sentence } from './sentence.ts';
import type { PetitionFacts } from './petition-facts.ts';
import { TEXTS } from './texts.ts';

/** A link on a line of its own. */
const linkTo = (url: string, text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [{ type: 'link', url, text, style: { bold: true } }],
    },
  ],
});

/** Whether a message is for whoever makes the token: their own, or the one in a channel. */
const isMakers = ({ petition, reader }: PetitionFacts): boolean =>
  reader === petition.decidedBy || reader === petition.handedBy || isChannel(reader);

/** What whoever handed in a token has to know once it is delivered. */
export const deliveredSaid = ({ away }: Petition, language: Language): readonly string[] => {
  const { handOver, buttons: labels } = TEXTS[language];
  const delivered = fill(handOver.delivered, labels);
  return away ? [delivered, `⚠ ${fill(handOver.away, labels)}`] : [delivered];
};

/** That its token can be saved, for whoever handed it in: another's token, made as well, stays as it is. */
const savingBlocks = (
  { petition, reader }: PetitionFacts,
  language: Language,
): readonly KnownBlock[] => {
  const { handedBy } = petition;
  if (handedBy === null || (reader !== handedBy && !isChannel(reader))) return [];
  const text = sentence(TEXTS[language].handOver.handedInBy, { who: { ids: [handedBy] } });
  return [
    ...(isChannel(reader) ? [{ type: 'rich_text' as const, elements: [text] }] : []),
    ...deliveredSaid(petition, language).map((said) => paragraph(said)),
  ];
};

/** What whoever makes a petition's token has to do now, and with what; nothing for anybody else. */
export const makerBlocks = (facts: PetitionFacts, language: Language): readonly KnownBlock[] => {
  const { petition, workspace } = facts;
  const { handOver, petitions, buttons: labels } = TEXTS[language];
  if (petition.page === null || !isMakers(facts)) return [];
  if (petition.state === 'delivered') return savingBlocks(facts, language);
  const link = requestLink(petition, workspace);
  if (petition.state !== 'making' || !link) return [];
  const words = { ...labels, deliver: handOver.deliver };
  return [
    linkTo(link.url, handOver.open),
    paragraph(link.holds === 'nothing' ? handOver.byHand : fill(handOver.steps, words)),
    ...(link.holds === 'no_description' ? [paragraph(handOver.withoutDescription)] : []),
    buttons(
      button(handOver.deliver, DELIVER, petition.id, { style: 'primary' }),
      button(petitions.refuse, REFUSE, petition.id),
    ),
  ];
};
