import type { KnownBlock } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_REASONS } from '../../../../bot/delivery/ports.ts';
import type { SlackMessage, TokenFacts } from '../../../../bot/messages/facts.ts';
import { answer, helpIn } from '../../../../bot/messages/help.ts';
import { tokenWords } from '../../../../bot/messages/token-words.ts';
import { askTokenLine, curlLine, SHELLS } from '../../../../shared/curl.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { day, PATIENCE, tokenSecret, tokenValue, uuid } from '../../shared/examples.ts';

const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* _i_ ~s~ `c` :tada: & "';

const facts = (changes: Partial<TokenFacts> = {}): TokenFacts => ({
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
    ...ANNOUNCEMENT_REASONS.map((why) => tokenWords.announcement(of, why, language)),
  ]);

const preformatted = (blocks: readonly KnownBlock[]): unknown[] =>
  objectsIn(blocks)
    .filter(({ type }) => type === 'rich_text_preformatted')
    .map(({ elements }) => (elements as { text: string }[])[0]?.text);

describe('the token’s message', () => {
  const message = tokenWords.tokenMessage(facts(), tokenSecret(), 'en');

  it('has the token in a box of code of its own, and in nothing else', () => {
    expect(preformatted(message.blocks)).toEqual([
      tokenValue(1),
      ...SHELLS.flatMap((shell) => [
        askTokenLine(shell),
        curlLine('https://api.nord.example.com', shell),
      ]),
    ]);
    expect(message.text).not.toContain(tokenValue(1));
    expect(JSON.stringify(message).split(tokenValue(1))).toHaveLength(2);
  });

  it('says what it is, for which tenant, what it may, and until when', () => {
    expect(JSON.stringify(message.blocks)).toContain(
      'Read in \u2068Nord\u2069 alone, without its sub-tenants, to the end of June 8, 2026 (Europe/Berlin).',
    );
  });

  it('has no curl line for an address that a shell could stumble over', () => {
    const unsafe = facts({ apiUrl: 'https://x.example/;rm' });
    expect(preformatted(tokenWords.tokenMessage(unsafe, tokenSecret(), 'en').blocks)).toEqual([
      tokenValue(1),
    ]);
  });
});

describe('every message', () => {
  it('holds the token only where it is the token’s message', () => {
    const without = messagesOf(facts()).filter((each) => !preformatted(each.blocks).length);
    expect(without).toHaveLength(LANGUAGES.length * (2 + ANNOUNCEMENT_REASONS.length));
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
      ['revoke', uuid(1)],
    ]);
    expect(actions(tokenWords.receipt(facts(), 'active', 'it'))).toEqual([['revoke', uuid(1)]]);
    expect(actions(tokenWords.receipt(facts(), 'revoked', 'it'))).toEqual([]);
    expect(actions(tokenWords.announcement(facts(), 'save_refused', 'it'))).toEqual([
      ['ask_again', uuid(1)],
    ]);
  });
});

describe('an answer', () => {
  it('is literal in its blocks, and escaped in its text', () => {
    const message = answer(`Ask ${EVIL}.`);
    checkLiteral(message);
    expect(message.text).not.toMatch(/[<>]/);
    checkLimits(answer('x'.repeat(5000).slice(0, 3900)));
  });

  it.each(LANGUAGES)('of help names what was typed, without effect, in %s', (language) => {
    const message = helpIn(language, EVIL);
    checkLiteral(message);
    checkLimits(message);
    expect(message.text).not.toContain('channel');
    expect(helpIn(language).blocks.length).toBe(message.blocks.length - 1);
  });
});
