import { describe, expect, it } from 'vitest';
import type { CopyKind } from '../../../../bot/flow/copy.ts';
import {
  type Petition,
  PETITION_STATES,
  type PetitionState,
  VOID_REASONS,
} from '../../../../bot/flow/petition.ts';
import { petitionWords } from '../../../../bot/messages/petition-words.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { petitionFor } from '../../../../bot/petitions/machine.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import { type Language, LANGUAGES } from '../../../../shared/messages/language.ts';
import { submission } from '../../../support/bot-submission.ts';

const PAGE = 'https://nord.example.com/cockpit';

const petition = (changes: Partial<Petition>): Petition => ({
  ...petitionFor(
    '3f0c9c9e-3a53-4d2c-8f8b-6d9c1c1b7c11',
    submission(),
    [
      {
        by: { users: ['U0BOSS', 'U0BEN'], groups: [] },
        channel: 'C0ADMINS',
        mayApproveTheirOwn: [],
        lapsesAfterDays: 3,
      },
    ],
    'rules[0]',
    PAGE,
    Date.parse('2026-03-10T09:00:00Z'),
  ),
  ...changes,
});

const READERS = { approved: 'U0BOSS', other: 'U0BEN', channel: 'C0ADMINS' } as const;
type Reader = keyof typeof READERS;
const KINDS = ['approver', 'channel', 'reminder', 'overdue'] as const;

const messageFor = (kind: CopyKind, of: Petition, reader: Reader, language: Language) => {
  const facts = { petition: of, asked: ['U0BOSS', 'C0ADMINS'], workspace: 'Harbour Works' };
  const { text, blocks } = petitionWords(kind, { ...facts, reader: READERS[reader] }, language);
  return { text, said: JSON.stringify(blocks) };
};

describe('what is asked of those who may approve', () => {
  /** What a message asks; undefined where its reader has nothing to be asked. */
  const asked = (
    kind: (typeof KINDS)[number],
    state: PetitionState,
    reader: Reader,
    language: Language,
  ): string | undefined => {
    const { petitions, handOver } = TEXTS[language];
    if (state === 'making' && kind === 'overdue') {
      return reader === 'approved' ? handOver.overdueText : handOver.overdueOtherText;
    }
    if (state !== 'waiting') return undefined;
    if (reader === 'channel') {
      return kind === 'reminder' ? petitions.remindChannelText : petitions.askChannelText;
    }
    return kind === 'reminder' ? petitions.remindText : petitions.askText;
  };

  const everyCase = KINDS.flatMap((kind) =>
    PETITION_STATES.flatMap((state) =>
      (['approved', 'other', 'channel'] as const).map((reader) => ({ kind, state, reader })),
    ),
  );

  it.each(everyCase)(
    'is true for who reads it ($kind, $state, $reader)',
    ({ kind, state, reader }) => {
      for (const language of LANGUAGES) {
        const { petitions, handOver } = TEXTS[language];
        const asks = [
          petitions.askText,
          petitions.askChannelText,
          petitions.remindText,
          petitions.remindChannelText,
          handOver.overdueText,
          handOver.overdueOtherText,
        ];
        const decidedBy = state === 'waiting' ? null : READERS.approved;
        const of = petition({ state, decidedBy });
        const { text, said } = messageFor(kind, of, reader, language);
        const expected = asked(kind, state, reader, language);
        expect(text).toBe(expected ?? petitions.standsText);
        const again = kind === 'reminder' || kind === 'overdue';
        expect(asks.filter((each) => said.includes(`"${each}"`))).toEqual(
          again && expected !== undefined ? [expected] : [],
        );
      }
    },
  );

  it.each(LANGUAGES)(
    'is to save the token of whoever handed it in, once delivered (%s)',
    (language) => {
      const { handOver, buttons } = TEXTS[language];
      const delivered = petition({
        state: 'delivered',
        decidedBy: READERS.approved,
        handedBy: READERS.other,
      });
      const said = (reader: Reader) => messageFor('approver', delivered, reader, language).said;
      const save = fill(handOver.delivered, buttons);
      const whose = `"user_id":"${READERS.other}"`;
      expect(said('approved')).not.toContain(save);
      expect(said('other')).toContain(save);
      expect(said('other')).not.toContain(whose);
      expect(said('channel')).toContain(save);
      expect(said('channel')).toContain(whose);
    },
  );
});

describe('what is said of the end of a request that somebody approved', () => {
  it.each(LANGUAGES)(
    'is not that no token was made: whoever makes it may have (%s)',
    (language) => {
      const { petitions } = TEXTS[language];
      // Where nobody answered, that is certain.
      const [noneMade = ''] = /[^.]+\.$/.exec(petitions.forAsker.lapsed) ?? [];
      expect(noneMade).toContain('oken');
      const ends = [
        ...(['refused', 'withdrawn'] as const).map((state) => ({ state, because: null })),
        ...VOID_REASONS.map((because) => ({ state: 'void' as const, because })),
      ];
      for (const end of ends) {
        const of = petition({ ...end, decidedBy: READERS.approved });
        for (const kind of ['asker', 'notice', 'approver'] as const) {
          const { text, said } = messageFor(kind, of, 'approved', language);
          expect(`${text} ${said}`).not.toContain(noneMade.trim());
        }
      }
      expect(petitions.endedText.void.toLowerCase()).not.toContain(
        noneMade.trim().slice(0, -1).toLowerCase(),
      );
    },
  );
});
