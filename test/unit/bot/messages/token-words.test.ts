import type { KnownBlock } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlackMessage, TokenFacts } from '../../../../bot/messages/facts.ts';
import { answer } from '../../../../bot/messages/answer.ts';
import { callIn } from '../../../../bot/messages/call.ts';
import { helpIn } from '../../../../bot/messages/help.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { tokenWords } from '../../../../bot/messages/token-words.ts';
import { askTokenLine, curlLine, SHELL_NAMES, SHELLS } from '../../../../shared/curl.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { ANNOUNCEMENT_REASONS, RECEIPT_STATES } from '../../../../bot/flow/word.ts';
import { day, PATIENCE, tokenSecret, tokenValue, uuid } from '../../shared/examples.ts';

const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* _i_ ~s~ `c` :tada: & "';

const facts = (changes: Partial<TokenFacts> = {}): TokenFacts => ({
  ...NO_TEXTS,
  requestId: uuid(1),
  name: 'CI uploader',
  description: 'Uploads the nightly build',
  tenantId: uuid(2),
  tenantName: 'Nord',
  timeZone: 'Europe/Berlin',
  permissions: ['read'],
  expiresOn: day('2026-06-08'),
  apiUrl: 'https://api.nord.example.com',
  hint: 'k3Qz',
  ...changes,
});

/** Every object of a message, wherever it is. */
const objectsIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  return [object, ...Object.values(object).flatMap(objectsIn)];
};

/** Slack's limits, as the documentation comments of its types have them. */
const checkLimits = ({ text, blocks }: SlackMessage): void => {
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const object of objectsIn(blocks)) {
    if (object['type'] === 'section') {
      expect((object['text'] as { text: string }).text.length).toBeLessThanOrEqual(3000);
      expect((object['text'] as { text: string }).text.length).toBeGreaterThan(0);
    }
    if (object['type'] === 'button') {
      expect((object['text'] as { text: string }).text.length).toBeLessThanOrEqual(75);
      expect(String(object['value']).length).toBeLessThanOrEqual(2000);
      const confirm = object['confirm'] as Record<string, { text: string }> | undefined;
      if (confirm) {
        expect(confirm['title']?.text.length).toBeLessThanOrEqual(100);
        expect(confirm['text']?.text.length).toBeLessThanOrEqual(300);
        expect(confirm['confirm']?.text.length).toBeLessThanOrEqual(30);
        expect(confirm['deny']?.text.length).toBeLessThanOrEqual(30);
      }
    }
    if (object['type'] === 'text') expect(object['text']).not.toBe('');
  }
};

/** Nothing that Slack would read as markup: literal texts alone. */
const checkLiteral = ({ blocks }: SlackMessage): void => {
  for (const object of objectsIn(blocks)) {
    expect(object['type']).not.toBe('mrkdwn');
    if (object['type'] === 'plain_text') expect(object['emoji']).toBe(false);
  }
};

const messagesOf = (of: TokenFacts): SlackMessage[] =>
  LANGUAGES.flatMap((language) => [
    tokenWords.tokenMessage(of, tokenSecret(), language),
    tokenWords.receipt(of, 'active', language),
    tokenWords.receipt(of, 'revoked', language),
    tokenWords.receipt(of, 'not_taken_back', language),
    ...ANNOUNCEMENT_REASONS.map((why) => tokenWords.announcement(of, why, language)),
  ]);

const preformatted = (blocks: readonly KnownBlock[]): unknown[] =>
  objectsIn(blocks)
    .filter(({ type }) => type === 'rich_text_preformatted')
    .map(({ elements }) => (elements as { text: string }[])[0]?.text);

describe('the token’s message', () => {
  const message = tokenWords.tokenMessage(facts(), tokenSecret(), 'en');

  it('has the token in a box of code of its own, and in nothing else', () => {
    expect(preformatted(message.blocks)).toEqual([tokenValue(1)]);
    expect(message.text).not.toContain(tokenValue(1));
    expect(JSON.stringify(message).split(tokenValue(1))).toHaveLength(2);
  });

  it('says above the token to copy it now, in plain text, and below how to be rid of it', () => {
    const at = (part: string) =>
      message.blocks.findIndex((each) => JSON.stringify(each).includes(part));
    expect(message.blocks[at('Copy the token now.')]).toMatchObject({
      type: 'section',
      text: { type: 'plain_text' },
    });
    expect(at('Copy the token now.')).toBe(at(tokenValue(1)) - 1);
    expect(at('choose “Hide”')).toBe(at(tokenValue(1)) + 1);
  });

  it('says what it is, for which tenant, what it may, and until when', () => {
    expect(JSON.stringify(message.blocks)).toContain(
      'Read in \u2068Nord\u2069 alone, without its sub-tenants, to the end of June 8, 2026 (Europe/Berlin).',
    );
  });

  it('offers no curl line for an address that a shell could stumble over', () => {
    const unsafe = facts({ apiUrl: 'https://x.example/;rm' });
    for (const each of messagesOf(unsafe)) {
      expect(JSON.stringify(each.blocks)).not.toContain('show_call');
    }
  });
});

describe('a notification', () => {
  it.each(LANGUAGES)('says what happened, each time in other words, in %s', (language) => {
    const texts = [
      tokenWords.tokenMessage(facts(), tokenSecret(), language),
      tokenWords.receipt(facts(), 'active', language),
      tokenWords.receipt(facts(), 'revoked', language),
      tokenWords.receipt(facts(), 'not_taken_back', language),
      ...ANNOUNCEMENT_REASONS.map((why) => tokenWords.announcement(facts(), why, language)),
      helpIn(language),
      helpIn(language, 'what'),
    ].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    // What came of it, not that there is something to read: the token is named in each.
    for (const text of texts.slice(0, -2)) expect(text).toMatch(/token/i);
  });
});

describe('every message', () => {
  it('holds the token only where it is the token’s message', () => {
    const without = messagesOf(facts()).filter((each) => !preformatted(each.blocks).length);
    expect(without).toHaveLength(
      LANGUAGES.length * (RECEIPT_STATES.length + ANNOUNCEMENT_REASONS.length),
    );
    expect(JSON.stringify(without)).not.toContain(tokenValue(1).slice(0, 16));
  });

  it('takes what someone typed as it is, without effect, and never into its text', () => {
    const evil = facts({ name: EVIL, description: EVIL, tenantName: EVIL });
    for (const message of messagesOf(evil)) {
      checkLiteral(message);
      expect(message.text).not.toMatch(/[<>&*`]|tada/);
      expect(JSON.stringify(message.blocks)).toContain(JSON.stringify(EVIL).slice(1, -1));
    }
  });

  it('keeps Slack’s limits whatever was typed', PATIENCE, () => {
    const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });
    fc.assert(
      fc.property(
        fc.record({
          name: text(100),
          description: text(500),
          tenantName: text(200),
          permissions: fc.subarray([...PERMISSIONS], { minLength: 1 }),
          tenantId: fc.constantFrom('all', uuid(2)),
          expiresOn: fc.constantFrom(null, day('2035-12-31')),
        }),
        (changes) => {
          for (const message of messagesOf(facts(changes))) {
            checkLimits(message);
            checkLiteral(message);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('offers what can be done, by the flow’s id', () => {
    const actions = ({ blocks }: SlackMessage): unknown[] =>
      objectsIn(blocks)
        .filter(({ type }) => type === 'button')
        .map(({ action_id: id, value }) => [id, value]);
    expect(actions(tokenWords.tokenMessage(facts(), tokenSecret(), 'it'))).toEqual([
      ['hide', uuid(1)],
      ['show_call', 'https://api.nord.example.com'],
      ['revoke', uuid(1)],
    ]);
    expect(actions(tokenWords.receipt(facts(), 'active', 'it'))).toEqual([
      ['show_call', 'https://api.nord.example.com'],
      ['revoke', uuid(1)],
    ]);
    expect(actions(tokenWords.receipt(facts(), 'not_taken_back', 'it'))).toEqual([
      ['revoke', uuid(1)],
    ]);
    expect(actions(tokenWords.receipt(facts(), 'revoked', 'it'))).toEqual([]);
    expect(actions(tokenWords.announcement(facts(), 'save_refused', 'it'))).toEqual([
      ['ask_again', uuid(1)],
    ]);
  });
});

describe('how to call the API', () => {
  it.each(LANGUAGES)(
    'has two lines for each shell, each in a box of its own, in %s',
    (language) => {
      const message = callIn(language, 'https://api.nord.example.com');
      checkLiteral(message);
      checkLimits(message);
      expect(preformatted(message.blocks)).toEqual(
        SHELLS.flatMap((shell) => [
          askTokenLine(shell),
          curlLine('https://api.nord.example.com', shell),
        ]),
      );
      for (const shell of SHELLS) {
        expect(JSON.stringify(message.blocks)).toContain(SHELL_NAMES[shell]);
      }
    },
  );
});

describe('an answer', () => {
  it('is literal in its blocks, and escaped in its text', () => {
    const message = answer({ text: `Ask ${EVIL}.` });
    checkLiteral(message);
    expect(message.text).not.toMatch(/[<>]/);
    checkLimits(answer({ text: 'x'.repeat(5000).slice(0, 3900) }));
  });

  it('names people, groups and channels so that they can be clicked', () => {
    const { text, blocks } = answer({
      text: 'Ask us.',
      mentions: ['U1A', 'W2B', 'S3C', 'C4D', 'G5E'],
    });
    expect(text).toBe('Ask us.');
    const named = objectsIn(blocks)
      .flatMap((each) => Object.entries(each))
      .filter(([key]) => key.endsWith('_id'));
    expect(named).toEqual([
      ['user_id', 'U1A'],
      ['user_id', 'W2B'],
      ['usergroup_id', 'S3C'],
      ['channel_id', 'C4D'],
      ['channel_id', 'G5E'],
    ]);
  });

  it.each(LANGUAGES)('of help says each option with its values, in %s', (language) => {
    const said = JSON.stringify(helpIn(language).blocks);
    for (const word of [
      '--name',
      '--tenant',
      '--expires',
      '--permissions',
      '--description',
      '10d',
      '2w',
      '2027-01-31',
      ...EXPIRY_CHOICES.filter((each) => each !== 'date'),
      ...PERMISSIONS,
      TEXTS[language].allTenants,
    ]) {
      expect(said).toContain(word);
    }
  });

  it.each(LANGUAGES)('of help names what was typed, without effect, in %s', (language) => {
    const message = helpIn(language, EVIL);
    checkLiteral(message);
    checkLimits(message);
    expect(message.text).not.toContain('channel');
    expect(helpIn(language).blocks.length).toBe(message.blocks.length - 1);
  });
});
