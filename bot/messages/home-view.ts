import type { HomeView, KnownBlock } from '@slack/types';
import { datesIn } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import { namedIn, type Petition } from '../flow/petition.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import type { Submission } from '../flow/submission.ts';
import { CREATE } from './action-ids.ts';
import { button, buttons, heading, LIMITS, paragraph, plain, smallPrint } from './block-kit.ts';
import type { Texts } from './en.ts';
import { fillIn } from './formats.ts';
import { petitionWords } from './petition-words.ts';
import { summaryIn } from './summary.ts';
import { TEXTS } from './texts.ts';
import { revokeButton } from './token-words.ts';

/** What someone's Home shows; each list in its order. */
export interface HomeFacts {
  /** Whose it is. */
  readonly reader: string;
  readonly workspace: string;
  readonly waits: readonly Petition[];
  readonly asked: readonly (
    | {
        readonly kind: 'petition';
        readonly petition: Petition;
        /** The one that its approval began. */
        readonly flow: StoredFlow | undefined;
      }
    | { readonly kind: 'flow'; readonly flow: StoredFlow }
  )[];
  /** Whether there is more than is listed. */
  readonly more: boolean;
  /** Whether Slack said which groups the reader is in. */
  readonly groupsKnown: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Slack takes 100 blocks; the headings and the button are a few. */
const MAX_WAITS = 60;
const MAX_ASKED = 30;

const DIVIDER: KnownBlock = { type: 'divider' };

const title = (text: string): KnownBlock => ({ type: 'header', text: plain(text, LIMITS.label) });

const STATES: Readonly<Record<string, 'works' | 'revoked' | 'none'>> = {
  saved: 'works',
  revoked: 'revoked',
  discarded: 'none',
  dead: 'none',
};

/** Whether the last day is over, also where it is not known which day it is there. */
const isOver = ({ timeZone, request: { expiresOn } }: Submission, now: number): boolean =>
  expiresOn !== null && expiresOn < datesIn(timeZone, now)[0];

type Standing = keyof Texts['home']['flow'];

const standingOf = ({ submission, progress }: StoredFlow, now: number): Standing => {
  const stored =
    progress.said === 'not_taken_back' ? 'open' : (STATES[progress.state] ?? 'under_way');
  const mayWork = stored === 'works' || stored === 'open';
  return mayWork && isOver(submission, now) ? 'expired' : stored;
};

/** How a token stands, with what can be done about it. */
const standing = (
  { id, submission }: StoredFlow,
  state: Standing,
  language: Language,
): readonly KnownBlock[] => {
  const { name } = submission.request;
  return [
    paragraph(TEXTS[language].home.flow[state]),
    ...(state === 'works' || state === 'open'
      ? [buttons(revokeButton({ name, requestId: id }, language))]
      : []),
  ];
};

const flowBlocks = (flow: StoredFlow, now: number, language: Language): readonly KnownBlock[] => {
  const { submission } = flow;
  const facts = { ...submission.request, ...submission };
  return [
    heading(
      fillIn(TEXTS[language].announcements.title, { name: facts.name }),
      summaryIn(language, facts)?.sentence ?? '',
    ),
    ...standing(flow, standingOf(flow, now), language),
  ];
};

/** How the token of a request that was approved stands, where the request does not say so itself. */
const tokenBlocks = (
  { state }: Petition,
  flow: StoredFlow,
  now: number,
  language: Language,
): readonly KnownBlock[] => {
  const token = standingOf(flow, now);
  const said = token === 'under_way' || (token === 'none' && state === 'failed');
  return said ? [] : standing(flow, token, language);
};

/** As many items as fit, each whole. */
const fitting = (
  items: readonly (readonly KnownBlock[])[],
  max: number,
): { readonly blocks: readonly KnownBlock[]; readonly all: boolean } => {
  const blocks: KnownBlock[] = [];
  for (const item of items) {
    if (blocks.length + item.length + 1 > max) return { blocks, all: false };
    blocks.push(...item, DIVIDER);
  }
  return { blocks, all: true };
};

/** Someone's Home: what waits for them, what they asked for, and the buttons that apply. */
export const homeView = (facts: HomeFacts, language: Language): HomeView => {
  const { home } = TEXTS[language];
  const { reader, workspace } = facts;
  const blocksOf = (kind: 'approver' | 'asker', petition: Petition): readonly KnownBlock[] =>
    petitionWords(kind, { petition, asked: namedIn(petition), reader, workspace }, language).blocks;
  const waits = fitting(
    facts.waits.map((each) => blocksOf('approver', each)),
    MAX_WAITS,
  );
  const asked = fitting(
    facts.asked.map((each) =>
      each.kind === 'petition'
        ? [
            ...blocksOf('asker', each.petition),
            ...(each.flow ? tokenBlocks(each.petition, each.flow, facts.now, language) : []),
          ]
        : flowBlocks(each.flow, facts.now, language),
    ),
    MAX_ASKED,
  );
  const more = facts.more || !waits.all || !asked.all;
  return {
    type: 'home',
    blocks: [
      buttons(button(home.create, CREATE, 'home', { style: 'primary' })),
      title(home.waits),
      ...(waits.blocks.length > 0 ? waits.blocks : [paragraph(home.nothingWaits)]),
      ...(facts.groupsKnown ? [] : [smallPrint(home.groupsUnknown)]),
      title(home.asked),
      ...(asked.blocks.length > 0 ? asked.blocks : [paragraph(home.nothingAsked)]),
      ...(more ? [smallPrint(home.more)] : []),
    ],
  };
};

/** What stands there where nothing could be read. */
export const brokenHome = (language: Language): HomeView => ({
  type: 'home',
  blocks: [paragraph(TEXTS[language].home.failed)],
});
