import { describe, expect, test } from 'vitest';
import { grantRequest } from '../../../../extension/background/wizard/words/grant-words.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';

const PATTERN = 'https://alm.example/*';
const HOST = 'alm.example';

const asked = (
  language: (typeof LANGUAGES)[number],
  key: string,
  where: Parameters<typeof grantRequest>[4],
) => grantRequest(language, PATTERN, HOST, key, where);

describe.each(LANGUAGES)('what is asked before a new document, in %s', (language) => {
  test('names the host, the key and what is asked of the browser', () => {
    const { said, allow, stop } = asked(language, 'Alt+Shift+G', 'ordinary');
    expect(said).toContain(HOST);
    expect(said).toContain('Alt+Shift+G');
    expect(allow).toMatchObject({ pattern: PATTERN });
    expect(allow?.label).toContain(HOST);
    expect([allow?.keep, stop]).not.toContain('');
  });

  test('leaves no place unfilled, whatever is set and wherever it is', () => {
    for (const key of ['', 'Alt+Shift+G']) {
      for (const where of ['ordinary', 'apart', 'private'] as const) {
        expect(JSON.stringify(asked(language, key, where))).not.toMatch(/\{\w+\}/);
      }
    }
  });

  test('keeps nothing of a container, and asks nothing of the browser in a private window', () => {
    expect(asked(language, '', 'apart').allow?.keep).toBeNull();
    expect(asked(language, '', 'private').allow).toBeNull();
    expect(asked(language, '', 'private').said).not.toContain(HOST);
  });
});
