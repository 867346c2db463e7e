import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { tokenFault } from '../../../../bot/modal/check-token.ts';
import { deliverModal, handedInModal, readToken } from '../../../../bot/modal/deliver-modal.ts';
import { readPetitionMetadata } from '../../../../bot/modal/petition-metadata.ts';
import { petitionFor } from '../../../../bot/petitions/machine.ts';
import { checkView } from '../../../../sandbox/slack/blocks/check.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { submission } from '../../../support/bot-submission.ts';

const TOKEN = `${'aB3/+xY9'.repeat(5)}abc=`;
const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* `c` :tada: & "';

const petition = petitionFor(
  'p1',
  submission({ userName: EVIL, tenantName: EVIL.repeat(5) }),
  [],
  'rules[0]',
  'https://nord.example.com',
  0,
);

describe('what is handed in as a token', () => {
  it.each([
    ['documented', TOKEN],
    ['any', TOKEN],
    ['any', 'xoken-live:0123456789abcdef.ABC'],
    ['any', '4f'.repeat(10) + 'a1b2c3d4e5'],
  ] as const)('may be one of form "%s": %s', (form, text) => {
    expect(tokenFault(text, form, ['ines', 'CI uploader'])).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'empty'],
    ['the cockpit’s address', 'https://nord.example.com/tenants', 'address'],
    ['the link with the request', '#tenant-token=eyJ2ZXJzaW9uIjoxfQ', 'address'],
    ['an address without its scheme', 'www.nord.example.com/index', 'address'],
    ['a mail address', 'ines.keller@nord.example.com', 'address'],
    ['the name of the one who asked', 'Ines', 'name'],
    ['the token’s name, in full width', 'ＣＩ uploader', 'name'],
    ['one character too few', TOKEN.slice(1), 'documented'],
    ['two tokens', `${TOKEN} ${TOKEN}`, 'documented'],
    ['a token with a line in it', `${TOKEN.slice(0, 20)}\n${TOKEN.slice(20)}`, 'documented'],
    ['markup', EVIL, 'address'],
  ])('is certainly none: %s', (_, text, fault) => {
    expect(tokenFault(text, 'documented', ['ines', 'CI uploader'])).toBe(fault);
  });

  it.each([
    ['de', '44 Zeichen,'],
    ['en', '44 characters,'],
    ['fr', '44 caractères,'],
    ['it', '44 caratteri,'],
  ] as const)(
    'is told what one is made of, which is more than letters and digits (%s)',
    (language, said) => {
      expect(TEXTS[language].handOver.errors.documented).toContain(said);
    },
  );

  it.each([
    ['too short', 'abc123'],
    ['one character over and over', 'a'.repeat(40)],
    ['with a blank', 'abcdefgh ijklmnopqrst'],
    ['with what cannot be seen', `abcdefghijklmnop\u200Bqrst`],
    ['of any length', 'abcdefgh'.repeat(100)],
  ])('is certainly none of an unknown form: %s', (_, text) => {
    expect(tokenFault(text, 'any', [])).toBe('any');
  });

  it('is a token of its form or none, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 60 }), fc.webUrl()),
        fc.constantFrom('documented', 'any'),
        (text, form) => {
          if (tokenFault(text, form, [EVIL]) !== undefined) return;
          expect(text).toMatch(/^[\x21-\x7E]{16,512}$/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the modal that takes a token', () => {
  it.each(LANGUAGES.flatMap((each) => [true, false].map((away) => [each, away] as const)))(
    'is one that Slack takes, without markup and with nothing filled in (%s, away: %s)',
    (language, away) => {
      const view = deliverModal(language, petition, 'C1', away);
      expect(checkView(view, 'modal')).toMatchObject({ ok: true });
      expect(JSON.stringify(view)).not.toMatch(/"mrkdwn"|initial_value/);
      expect(JSON.stringify(view).includes('⚠')).toBe(away);
      const metadata = readPetitionMetadata(view.private_metadata ?? '');
      expect(metadata).toMatchObject({ petitionId: 'p1', channel: 'C1' });
      expect(checkView(handedInModal(language, ['a', 'b']), 'modal')).toMatchObject({ ok: true });
    },
  );

  it('is read whatever comes, and gives a text', () => {
    expect(readToken({ token: { token: { value: ` ${TOKEN}\n` } } })).toBe(TOKEN);
    fc.assert(
      fc.property(fc.anything(), (odd) => {
        expect(typeof readToken(odd)).toBe('string');
        expect(readToken({ token: odd })).toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
