import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPY_KINDS } from '../../../../bot/flow/copy.ts';
import { type Petition, PETITION_STATES, VOID_REASONS } from '../../../../bot/flow/petition.ts';
import { APPROVE, DELIVER, REFUSE, REVOKE, WITHDRAW } from '../../../../bot/messages/action-ids.ts';
import { handedMessage } from '../../../../bot/messages/handed-message.ts';
import { petitionWords } from '../../../../bot/messages/petition-words.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { readPetitionMetadata } from '../../../../bot/modal/petition-metadata.ts';
import { readReason, refuseModal } from '../../../../bot/modal/refuse-modal.ts';
import { petitionFor } from '../../../../bot/petitions/machine.ts';
import { checkBlocks, checkView } from '../../../../sandbox/slack/blocks/check.ts';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { readRequestFragment } from '../../../../shared/request-link.ts';
import { secret } from '../../../../shared/secret.ts';
import { submission } from '../../../support/bot-submission.ts';

const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* _i_ ~s~ `c` :tada: & "';

const petition = (changes: Partial<Petition> = {}, request: object = {}): Petition => ({
  ...petitionFor(
    '3f0c9c9e-3a53-4d2c-8f8b-6d9c1c1b7c11',
    submission({ request: { ...submission().request, ...request } }),
    [
      {
        by: { users: ['U0BOSS'], groups: [] },
        channel: null,
        mayApproveTheirOwn: [],
        lapsesAfterDays: 3,
      },
    ],
    `rules[0]: ${EVIL}`,
    null,
    Date.parse('2026-03-10T09:00:00Z'),
  ),
  ...changes,
});

const ASKED = ['U0BOSS', 'C0ADMINS'];

/** For one who may approve, in a workspace. */
const READ = { reader: 'U0BOSS', workspace: 'Harbour Works' };

const everyMessage = LANGUAGES.flatMap((language) =>
  COPY_KINDS.flatMap((kind) => PETITION_STATES.map((state) => [language, kind, state] as const)),
);

describe('what is said of a petition', () => {
  it.each(everyMessage)('is a message that Slack takes, without markup (%s, %s, %s)', (...of) => {
    const [language, kind, state] = of;
    const longest = petition(
      { state, decidedBy: 'U0BOSS', reason: EVIL.repeat(7).slice(0, 500), because: 'nobody' },
      {
        name: 'N'.repeat(100),
        description: EVIL.repeat(7).slice(0, 500),
        tenantId: ALL_TENANTS,
        permissions: ['read', 'write', 'create', 'delete'],
      },
    );
    const asked = Array.from({ length: 30 }, (_, index) => `U0${index}`);
    const message = petitionWords(kind, { petition: longest, asked, ...READ }, language);
    expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(message.blocks)).not.toContain('"mrkdwn"');
    expect(message.text).not.toMatch(/[<>*{}]/);
    // Places that were not filled in would be seen.
    expect(JSON.stringify(message.blocks)).not.toMatch(/\{(?:who|name|place|date|rule)\}/);
    const ids = JSON.stringify(message.blocks).match(/"action_id":"\w+"/g) ?? [];
    const answers = [APPROVE, REFUSE, WITHDRAW].filter((id) => ids.join().includes(`"${id}"`));
    const waiting: Readonly<Record<string, readonly string[]>> = {
      asker: [WITHDRAW],
      notice: [],
      mishap: [],
      doubt: [],
      called_off: [],
    };
    const usual = state === 'waiting' ? (waiting[kind] ?? [APPROVE, REFUSE]) : [];
    expect(answers).toEqual(state === 'making' && kind === 'asker' ? [WITHDRAW] : usual);
  });

  it.each(VOID_REASONS)('says why it is void, to both sides: %s', (because) => {
    for (const kind of ['asker', 'approver'] as const) {
      const facts = { petition: petition({ state: 'void', because }), asked: ASKED, ...READ };
      const text = JSON.stringify(petitionWords(kind, facts, 'en'));
      expect(text).toContain(TEXTS.en.petitions.void[because]);
    }
  });

  it('warns the approver of what is dangerous, and gives the purpose, or says that there is none', () => {
    const dangerous = petition(
      {},
      { tenantId: ALL_TENANTS, permissions: ['delete'], description: ' ' },
    );
    const text = JSON.stringify(
      petitionWords('approver', { petition: dangerous, asked: [], ...READ }, 'en'),
    );
    expect(text.match(/⚠/g)).toHaveLength(2);
    expect(text).toContain('The request gives no purpose.');
    const usual = petitionWords('approver', { petition: petition(), asked: [], ...READ }, 'en');
    expect(JSON.stringify(usual)).toContain('Nightly builds');
  });
});

describe('what is said of a petition whose token a person makes', () => {
  const PAGE = 'https://nord.example.com/cockpit';
  const making = (request: object = {}) =>
    petition({ state: 'making', page: PAGE, decidedBy: 'U0BOSS' }, request);

  const linkIn = (message: object): string =>
    /"url":"([^"]+)"/.exec(JSON.stringify(message))?.[1] ?? '';

  const everyOne = COPY_KINDS.flatMap((kind) =>
    PETITION_STATES.flatMap((state) =>
      ['U0BOSS', 'U0BEN', 'C0ADMINS'].map((reader) => ({ kind, state, reader })),
    ),
  );

  it.each(LANGUAGES)('is a message that Slack takes, without markup (%s)', (language) => {
    for (const { kind, state, reader } of everyOne) {
      const longest = petition(
        { state, decidedBy: 'U0BOSS', page: PAGE, away: true, reason: EVIL, because: 'nobody' },
        { name: EVIL.slice(0, 100), description: EVIL.repeat(7).slice(0, 500) },
      );
      const facts = { petition: longest, asked: ASKED, reader, workspace: EVIL };
      const message = petitionWords(kind, facts, language);
      const text = JSON.stringify(message.blocks);
      expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
      expect(text).not.toMatch(/"mrkdwn"|\{(?:who|name|deliver|next|save)\}/);
      expect(message.text).not.toMatch(/[<>*{}]/);
      const isMakers = state === 'making' && reader !== 'U0BEN';
      const standing = ['approver', 'channel', 'reminder', 'overdue'].includes(kind);
      expect(text.includes(`"${DELIVER}"`), `${kind} ${state} ${reader}`).toBe(
        standing && isMakers,
      );
    }
  });

  it('gives its maker the page with the request, whose it is and from where', () => {
    const facts = { petition: making(), asked: ASKED, ...READ };
    const url = linkIn(petitionWords('approver', facts, 'en'));
    expect(url.startsWith(`${PAGE}#tenant-token=`)).toBe(true);
    expect(readRequestFragment(url)).toEqual({
      ok: true,
      value: {
        ...making().submission.request,
        tenantName: making().submission.tenantName,
        from: { person: 'ines', workspace: 'Harbour Works' },
      },
    });
  });

  it('leaves out of the link what does not fit, and says so', () => {
    const long = making({ description: '€'.repeat(500) });
    const message = petitionWords('approver', { petition: long, asked: ASKED, ...READ }, 'en');
    expect(readRequestFragment(linkIn(message))).toMatchObject({ value: { description: '' } });
    expect(JSON.stringify(message)).toContain(TEXTS.en.handOver.withoutDescription);
    const odd = making({ tenantId: 'x'.repeat(300) });
    const byHand = petitionWords('approver', { petition: odd, asked: ASKED, ...READ }, 'en');
    expect(linkIn(byHand)).toBe(PAGE);
    expect(JSON.stringify(byHand)).toContain(TEXTS.en.handOver.byHand);
  });

  it('names to the one who asked whoever made the token, where that was someone else', () => {
    const delivered = { ...making(), state: 'delivered' as const };
    const said = (kind: 'asker' | 'approver', handedBy: string): string =>
      JSON.stringify(
        petitionWords(kind, { petition: { ...delivered, handedBy }, asked: ASKED, ...READ }, 'en'),
      );
    expect(said('asker', 'U0BEN')).toMatch(/U0BOSS[^]+U0BEN[^]+tell them at once/);
    expect(said('asker', 'U0BOSS').split('U0BOSS')).toHaveLength(2);
    expect(said('approver', 'U0BEN')).not.toContain('U0BEN');
  });

  it.each(LANGUAGES)('says that somebody approved, where it lapsed after that (%s)', (language) => {
    const { petitions, handOver } = TEXTS[language];
    const said = (kind: 'asker' | 'notice' | 'approver', decidedBy: string | null): string => {
      const lapsed = { ...making(), state: 'lapsed' as const, decidedBy };
      return JSON.stringify(
        petitionWords(kind, { petition: lapsed, asked: ASKED, ...READ }, language),
      );
    };
    for (const kind of ['asker', 'notice', 'approver'] as const) {
      const reader = kind === 'approver' ? 'forApprover' : 'forAsker';
      expect(said(kind, null)).toContain(petitions[reader].lapsed);
      expect(said(kind, 'U0BOSS')).not.toContain(petitions[reader].lapsed);
      expect(said(kind, 'U0BOSS')).toContain('"user_id":"U0BOSS"');
      const [, rest = ''] = handOver[reader].unmade.split('{who}');
      expect(said(kind, 'U0BOSS')).toContain(rest);
    }
  });

  it('says to press Save once it is delivered, and to ask first where the one who asked is away', () => {
    const there = { ...making(), state: 'delivered' as const, handedBy: 'U0BOSS' };
    const said = (away: boolean, reader: string): string =>
      JSON.stringify(
        petitionWords(
          'approver',
          { petition: { ...there, away }, asked: ASKED, ...READ, reader },
          'en',
        ),
      );
    expect(said(false, 'U0BOSS')).toContain('press “Save” in the cockpit now');
    expect(said(false, 'U0BOSS')).not.toContain('⚠ Slack');
    expect(said(true, 'U0BOSS')).toContain('⚠ Slack shows the person who asked as away');
    expect(said(true, 'U0BEN')).not.toContain('press “Save”');
  });
});

describe('the message with a token that someone else made', () => {
  it.each(LANGUAGES)(
    'is one that Slack takes, with the token once and no Revoke (%s)',
    (language) => {
      const token = 'T'.repeat(43);
      const of = petition({}, { name: EVIL.slice(0, 100) });
      const message = handedMessage(
        { id: of.id, submission: { ...of.submission, language } },
        secret(token),
      );
      expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
      expect(JSON.stringify(message).split(token)).toHaveLength(2);
      expect(message.text).not.toContain(token);
      expect(JSON.stringify(message)).not.toContain(`"${REVOKE}"`);
    },
  );
});

describe('the modal for a refusal', () => {
  it.each(LANGUAGES)('is one that Slack takes, and says what it is about (%s)', (language) => {
    const view = refuseModal(language, petition({}, { name: EVIL }), 'C1');
    expect(checkView(view, 'modal')).toMatchObject({ ok: true });
    expect(readPetitionMetadata(view.private_metadata ?? '')).toMatchObject({
      petitionId: petition().id,
      channel: 'C1',
    });
  });

  it('reads a reason, or none, out of whatever comes', () => {
    expect(readReason({ reason: { reason: { value: '  not now ' } } })).toBe('not now');
    for (const odd of [
      undefined,
      null,
      {},
      { reason: {} },
      { reason: { reason: { value: null } } },
    ]) {
      expect(readReason(odd)).toBe('');
    }
    fc.assert(
      fc.property(fc.anything(), fc.string(), (odd, text) => {
        expect(readReason(odd).length).toBeLessThanOrEqual(1000);
        expect(readReason({ reason: { reason: { value: text } } })).toBe(text.trim().slice(0, 500));
        expect(readPetitionMetadata(text)).toBeUndefined();
      }),
    );
  });
});

describe('what a notification says of a petition', () => {
  it.each(everyMessage)('is true of how it stands (%s, %s, %s)', (language, kind, state) => {
    const { petitions, handOver } = TEXTS[language];
    const page = 'https://alm.example.com';
    for (const at of [null, page]) {
      const facts = { petition: petition({ state, page: at, decidedBy: 'U0BOSS' }), asked: ASKED };
      const { text, blocks } = petitionWords(kind, { ...facts, ...READ }, language);
      const asks: readonly string[] = [petitions.askText, petitions.remindText, petitions.sent];
      if (state !== 'waiting') expect(asks).not.toContain(text);
      if (kind === 'notice' && state in petitions.endedText)
        expect(Object.values(petitions.endedText)).toContain(text);
      // Somebody has answered; what it waits for then is the token.
      const until = (words: string): string => words.slice(0, words.indexOf('{'));
      const said = JSON.stringify(blocks);
      if (state === 'making') expect(said).not.toContain(until(petitions.until));
      if (state === 'waiting') expect(said).not.toContain(until(handOver.until));
    }
  });

  it.each(LANGUAGES)('tells each end from the others (%s)', (language) => {
    const texts = (['refused', 'lapsed', 'void'] as const).map(
      (state) =>
        petitionWords('notice', { petition: petition({ state }), asked: [], ...READ }, language)
          .text,
    );
    expect(new Set(texts).size).toBe(3);
  });
});
