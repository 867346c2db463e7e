import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../bot/messages/block-kit.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { ANNOUNCEMENT_REASONS } from '../../../../bot/flow/word.ts';
import { placesOf, textsOf } from '../../shared/messages/texts.ts';

const english = textsOf(TEXTS.en);

describe.each(LANGUAGES)('what the bot says in %s', (language) => {
  const texts = textsOf(TEXTS[language]);

  it('has the same keys as English, in the same order', () => {
    expect(texts.map(([key]) => key)).toEqual(english.map(([key]) => key));
  });

  it.each(english)('has the places of English, and text around them: %s', (key, source) => {
    const text = new Map(texts).get(key) ?? '';
    expect(placesOf(text)).toEqual(placesOf(source));
    expect(text.replaceAll(/\{\w+\}/g, '')).toMatch(/\p{L}/u);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|[\p{Cc}<>]/u);
    expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('fits where Slack shows it', () => {
    const { form, buttons, token, announcements, revoking } = TEXTS[language];
    expect(form.title.length).toBeLessThanOrEqual(LIMITS.modalTitle);
    for (const each of [buttons.next, buttons.cancel]) {
      expect(each.length).toBeLessThanOrEqual(LIMITS.modalTitle);
    }
    for (const each of [buttons.hide, token.call, token.revoke, announcements.askAgain]) {
      expect(each.length).toBeLessThanOrEqual(LIMITS.confirmButton);
    }
    expect(revoking.title.length).toBeLessThanOrEqual(LIMITS.confirmTitle);
    expect(form.searchTenants.length).toBeLessThanOrEqual(LIMITS.placeholder);
  });

  it('has a text for each reason of an announcement, and none twice', () => {
    const said = ANNOUNCEMENT_REASONS.map((reason) => TEXTS[language].announcements[reason]);
    expect(new Set(said).size).toBe(ANNOUNCEMENT_REASONS.length);
  });
});

describe('a language', () => {
  it.each(LANGUAGES.filter((each) => each !== 'en'))(
    'is not English in disguise: %s',
    (language) => {
      const same = textsOf(TEXTS[language]).filter(([key, text]) =>
        english.some(([other, source]) => other === key && source === text),
      );
      const alike =
        /^(?:fields\.(?:name|description|tenantId|permissions)|form\.ownDate|curl\.shell)$/;
      expect(same.map(([key]) => key).filter((key) => !alike.test(key))).toEqual([]);
    },
  );
});
