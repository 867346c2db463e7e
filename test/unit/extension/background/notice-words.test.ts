import { describe, expect, test } from 'vitest';
import { en } from '../../../../extension/background/words/en.ts';
import { noticeText, noticeWords } from '../../../../extension/background/words/notice-words.ts';
import { en as notices } from '../../../../shared/messages/notices/en.ts';
import { draft, place, record, tokenSecret } from '../../shared/examples.ts';

describe('where nothing was made', () => {
  test('an error ends with what matters then: that nothing typed is lost', () => {
    expect(noticeText({ code: 'unreachable' }, 'en', false)).toBe(
      `${notices.unreachable} ${en.kept}`,
    );
  });

  test('what was discarded or given up as wanted is no error, and needs no comfort', () => {
    expect(noticeText({ code: 'discarded' }, 'en', false)).toBe(notices.discarded);
  });

  test('what the memory lost is said without comfort: what was typed went with it', () => {
    expect(noticeText({ code: 'forgotten' }, 'en', false)).toBe(notices.forgotten);
  });

  test('what something in between answered is not put down to the platform', () => {
    const answered = { code: 'refused', status: 403, foreign: true } as const;
    expect(noticeText(answered, 'en', false)).toMatch(/^Something other than the platform .*403/);
    expect(noticeText({ code: 'refused', status: 413 }, 'en', false)).toMatch(/^The platform /);
  });

  test('404 to Next speaks of the place, as there is no token yet', () => {
    expect(noticeText({ code: 'not_found' }, 'en', false)).not.toMatch(/this token/);
  });
});

describe('while a token may exist', () => {
  test('what was typed is not the news', () => {
    for (const code of [
      'unreachable',
      'timeout',
      'page_gone',
      'signed_out',
      'forbidden',
    ] as const) {
      expect(noticeText({ code }, 'en', true)).not.toMatch(/typed|No token/);
    }
  });

  test('404 says that the token is not known, and does not ask for a new one', () => {
    expect(noticeText({ code: 'not_found' }, 'en', true)).toBe(en.made.not_found);
  });

  test('422 sends nobody to fields that are not there', () => {
    const said = noticeText({ code: 'invalid', fields: [] }, 'en', true);
    expect(said).toContain('422');
    expect(said).not.toMatch(/field/);
  });
});

test('before Save without a copy, the question is what is said', () => {
  const shown = {
    step: 'token',
    place: place(),
    draft: draft(),
    record: record(),
    token: tokenSecret(),
    copied: false,
    saveTried: false,
  } as const;
  expect(noticeWords({ ...shown, confirming: true }, 'en')).toBe(en.confirm);
  expect(noticeWords({ ...shown, confirming: false }, 'en')).toBeUndefined();
});

test.each([
  ['en', 1, '1 second.'],
  ['en', 7, '7 seconds.'],
  ['en', 121, '3 minutes.'],
  ['de', 1, '1 Sekunde '],
  ['it', 1, '1 secondo.'],
  ['fr', 1, '1 seconde.'],
  ['fr', 3600, '60 minutes.'],
] as const)('how long to wait is said as %s does: %i seconds', (language, seconds, said) => {
  const text = noticeText({ code: 'rate_limited', retryAfterSeconds: seconds }, language, true);
  expect(text.replaceAll('\u00A0', ' ')).toContain(said);
});
