import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPY_KINDS } from '../../../../bot/flow/copy.ts';
import { type Petition, PETITION_STATES, VOID_REASONS } from '../../../../bot/flow/petition.ts';
import { APPROVE, REFUSE, WITHDRAW } from '../../../../bot/messages/action-ids.ts';
import { petitionWords } from '../../../../bot/messages/petition-words.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { readReason, readRefuseMetadata, refuseModal } from '../../../../bot/modal/refuse-modal.ts';
import { petitionFor } from '../../../../bot/petitions/machine.ts';
import { checkBlocks, checkView } from '../../../../sandbox/slack/blocks/check.ts';
import { ALL_TENANTS } from '../../../../shared/token-request.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
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
    Date.parse('2026-03-10T09:00:00Z'),
  ),
  ...changes,
});

const ASKED = ['U0BOSS', 'C0ADMINS'];

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
    const message = petitionWords(kind, { petition: longest, asked }, language);
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
    };
    expect(answers).toEqual(state === 'waiting' ? (waiting[kind] ?? [APPROVE, REFUSE]) : []);
  });

  it.each(VOID_REASONS)('says why it is void, to both sides: %s', (because) => {
    for (const kind of ['asker', 'approver'] as const) {
      const facts = { petition: petition({ state: 'void', because }), asked: ASKED };
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
      petitionWords('approver', { petition: dangerous, asked: [] }, 'en'),
    );
    expect(text.match(/⚠/g)).toHaveLength(2);
    expect(text).toContain('The request gives no purpose.');
    const usual = petitionWords('approver', { petition: petition(), asked: [] }, 'en');
    expect(JSON.stringify(usual)).toContain('Nightly builds');
  });
});

describe('the modal for a refusal', () => {
  it.each(LANGUAGES)('is one that Slack takes, and says what it is about (%s)', (language) => {
    const view = refuseModal(language, petition({}, { name: EVIL }), 'C1');
    expect(checkView(view, 'modal')).toMatchObject({ ok: true });
    expect(readRefuseMetadata(view.private_metadata ?? '')).toMatchObject({
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
        expect(readRefuseMetadata(text)).toBeUndefined();
      }),
    );
  });
});
