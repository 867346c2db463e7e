import type { Button, KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import { todayIn } from '../../shared/calendar.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { CopyKind } from '../flow/copy.ts';
import { canBeAnswered, type Petition } from '../flow/petition.ts';
import { APPROVE, ASK_AGAIN, REFUSE, WITHDRAW } from './action-ids.ts';
import { makerBlocks } from './maker-blocks.ts';
import {
  button,
  buttons,
  clip,
  heading,
  LIMITS,
  paragraph,
  plain,
  smallPrint,
} from './block-kit.ts';
import type { SlackMessage } from './facts.ts';
import { dateIn, fillIn, isolated } from './formats.ts';
import { asksOf } from './petition-asks.ts';
import type { PetitionFacts } from './petition-facts.ts';
import { quote, sentence } from './sentence.ts';
import { summaryIn } from './summary.ts';
import { TEXTS } from './texts.ts';

const MAX_NAME = 120;
const MAX_QUOTE = 1000;
/** More are asked than anyone wants to read. */
const MAX_ASKED = 10;

const richText = (...elements: RichTextBlockElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements,
});

/** A button that Slack asks about before it counts. */
const confirmed = (
  language: Language,
  label: string,
  id: string,
  value: string,
  confirm: { readonly title: string; readonly text: string },
  style: 'primary' | 'danger' | undefined,
): Button =>
  button(label, id, value, {
    ...(style ? { style } : {}),
    confirm: {
      title: plain(confirm.title, LIMITS.confirmTitle),
      text: plain(clip(confirm.text, LIMITS.confirmText), LIMITS.confirmText),
      confirm: plain(label, LIMITS.confirmButton),
      deny: plain(TEXTS[language].buttons.cancel, LIMITS.confirmButton),
      ...(style ? { style } : {}),
    },
  });

const summaryOf = ({ submission }: Petition, language: Language) =>
  summaryIn(language, { ...submission.request, ...submission });

/** Until when it waits: for an answer, or for the token once somebody has answered. */
const lapse = ({ state, submission, lapsesAt }: Petition, language: Language): string =>
  fill(TEXTS[language][state === 'waiting' ? 'petitions' : 'handOver'].until, {
    date: dateIn(language, todayIn(submission.timeZone, lapsesAt)),
  });

/** Who decided; for the one who asked, whoever made the token too: those are to be told what went wrong. */
const decidedIt = (
  { state, decidedBy, handedBy }: Petition,
  reader: 'forAsker' | 'forApprover',
): readonly string[] => {
  const maker = reader === 'forAsker' && state === 'delivered' ? handedBy : null;
  return [...new Set([decidedBy, maker].filter((id) => id !== null))];
};

/** How it stands, in a sentence, and what whoever decided has added. */
const standing = (
  { petition, asked }: PetitionFacts,
  language: Language,
  reader: 'forAsker' | 'forApprover',
): KnownBlock[] => {
  const { petitions } = TEXTS[language];
  const { state, because, reason, decidedBy } = petition;
  const voidText = petitions.void[because ?? 'policy'];
  if (state === 'void') return [paragraph(voidText)];
  if (state === 'waiting' && reader === 'forApprover') return [];
  const byPeople = petition.page === null ? {} : TEXTS[language].handOver[reader];
  const texts: Readonly<Record<string, string>> = { ...petitions[reader], ...byPeople };
  const who = state === 'waiting' ? asked.slice(0, MAX_ASKED) : decidedIt(petition, reader);
  // Somebody answered; it was the token that did not come.
  const how = state === 'lapsed' && decidedBy !== null ? 'unmade' : state;
  const text = sentence(texts[how] ?? '', { who: { ids: who } });
  const words = reason === '' ? [] : [quote(reason, MAX_QUOTE)];
  return [richText(text, ...words)];
};

/** What a notification says of one's own request: of its end what it is, where others brought it about. */
const ownText = ({ state }: Petition, language: Language): string => {
  const { petitions } = TEXTS[language];
  if (state === 'waiting') return petitions.sent;
  const ended: Readonly<Record<string, string>> = petitions.endedText;
  return ended[state] ?? petitions.ownText;
};

const askAgain = ({ id }: Petition, language: Language): KnownBlock =>
  buttons(button(TEXTS[language].announcements.askAgain, ASK_AGAIN, id));

const titled = (petition: Petition, language: Language): KnownBlock => {
  const { name } = petition.submission.request;
  const title = fillIn(TEXTS[language].announcements.title, { name });
  return heading(title, summaryOf(petition, language)?.sentence ?? '');
};

/** For the one who asked, kept up to date until its end. */
const askerMessage = (facts: PetitionFacts, language: Language): SlackMessage => {
  const { petition } = facts;
  const { petitions } = TEXTS[language];
  const { state } = petition;
  const withdraw = confirmed(
    language,
    petitions.withdraw,
    WITHDRAW,
    petition.id,
    { title: petitions.withdrawTitle, text: petitions.withdrawText },
    undefined,
  );
  return {
    text: ownText(petition, language),
    blocks: [
      titled(petition, language),
      ...standing(facts, language, 'forAsker'),
      ...(canBeAnswered(petition)
        ? [smallPrint(lapse(petition, language)), buttons(withdraw)]
        : []),
      ...(state === 'withdrawn' ? [askAgain(petition, language)] : []),
    ],
  };
};

/** For the one who asked, once it has ended by others: an updated message rings nowhere. */
const noticeMessage = (facts: PetitionFacts, language: Language): SlackMessage => ({
  text: ownText(facts.petition, language),
  blocks: [
    titled(facts.petition, language),
    ...standing(facts, language, 'forAsker'),
    askAgain(facts.petition, language),
  ],
});

const purpose = ({ submission }: Petition, language: Language): KnownBlock => {
  const { petitions } = TEXTS[language];
  const { description } = submission.request;
  if (description.trim() === '') return paragraph(petitions.noPurpose);
  return richText(sentence(petitions.purpose, {}), quote(description, MAX_QUOTE));
};

/** For those who may approve, one by one or in a channel. */
const approverMessage = (
  kind: CopyKind,
  facts: PetitionFacts,
  language: Language,
): SlackMessage => {
  const { petition } = facts;
  const { petitions, handOver } = TEXTS[language];
  const { submission, id, state } = petition;
  const { name } = submission.request;
  const who = { ids: [submission.userId] };
  const summary = summaryOf(petition, language);
  const waiting = state === 'waiting';
  const open = canBeAnswered(petition);
  const place =
    submission.channelId === null
      ? []
      : [richText(sentence(petitions.place, { place: { ids: [submission.channelId] } }))];
  const small = [
    fillIn(petitions.rule, { rule: petition.rule }),
    // Two platforms on which people make tokens can have tenants of one name.
    ...(petition.page === null ? [] : [new URL(petition.page).host]),
    ...(open ? [lapse(petition, language)] : []),
  ];
  const approve = confirmed(
    language,
    petitions.approve,
    APPROVE,
    id,
    {
      title: petitions.approveTitle,
      text: fillIn(petition.page === null ? petitions.approveText : handOver.approveText, {
        name: clip(name, MAX_NAME),
      }),
    },
    'primary',
  );
  const asked = asksOf(kind, facts, language);
  const again = kind === 'reminder' || kind === 'overdue';
  return {
    text: asked ?? petitions.standsText,
    blocks: [
      ...(again && asked !== undefined ? [paragraph(asked)] : []),
      richText(sentence(petitions.asks, { who, name: { typed: name } }, true)),
      ...(summary ? [paragraph(summary.sentence)] : []),
      ...(summary?.warnings ?? []).map((warning) => paragraph(`⚠ ${warning}`)),
      purpose(petition, language),
      ...place,
      smallPrint(small.join('\n')),
      ...standing(facts, language, 'forApprover'),
      ...(waiting ? [buttons(approve, button(petitions.refuse, REFUSE, id))] : []),
      ...makerBlocks(facts, language),
    ],
  };
};

/** One thing that someone has to know besides, which stays true. */
const wordMessage = (
  { petition }: PetitionFacts,
  language: Language,
  word: 'mishap' | 'doubt' | 'calledOff',
): SlackMessage => {
  const { handOver } = TEXTS[language];
  const { name } = petition.submission.request;
  const said = fill(handOver[word], {
    deliver: handOver.deliver,
    name: isolated(clip(name, MAX_NAME)),
  });
  return { text: handOver[`${word}Text`], blocks: [titled(petition, language), paragraph(said)] };
};

/** What is said about a petition, in blocks without any markup; `text` holds no word that someone typed. */
export const petitionWords = (
  kind: CopyKind,
  facts: PetitionFacts,
  language: Language,
): SlackMessage => {
  switch (kind) {
    case 'asker':
      return askerMessage(facts, language);
    case 'notice':
      return noticeMessage(facts, language);
    case 'approver':
    case 'channel':
    case 'reminder':
    case 'overdue':
      return approverMessage(kind, facts, language);
    case 'mishap':
    case 'doubt':
      return wordMessage(facts, language, kind);
    case 'called_off':
      return wordMessage(facts, language, 'calledOff');
  }
};
