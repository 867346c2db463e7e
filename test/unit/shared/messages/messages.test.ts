import { describe, expect, it } from 'vitest';
import { REQUEST_FIELDS } from '../../../../shared/each-field.ts';
import { EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import type { Notice } from '../../../../shared/flow/state.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import type { Summary } from '../../../../shared/summary.ts';
import { FIELD_ERROR_CODES } from '../../../../shared/token-request.ts';
import { MESSAGES, placesOf, textsOf } from './texts.ts';

/** Complete by its type: a code that is added without a line here does not compile. */
const NOTICES: {
  readonly [Code in Exclude<Notice, { said: string }>['code'] | 'foreign']: readonly string[];
} = {
  signed_out: [],
  forbidden: [],
  not_found: [],
  conflict: [],
  invalid: [],
  rate_limited: ['wait'],
  refused: ['status'],
  foreign: ['status'],
  server_error: ['status'],
  malformed: [],
  redirected: [],
  timeout: [],
  unreachable: [],
  page_gone: [],
  page_forbids: [],
  other_origin: [],
  discarded: [],
  cancelled: [],
  other_person: [],
  abandoned: [],
  forgotten: [],
  not_as_asked: [],
  not_revoked: [],
};

const WARNINGS: { readonly [Warning in Summary['warnings'][number]]: true } = {
  all_with_delete: true,
  never: true,
};

const english = textsOf(MESSAGES.en);

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const messages = MESSAGES[language];
  const texts = textsOf(messages);

  it('has the same keys as English, in the same order', () => {
    expect(texts.map(([key]) => key)).toEqual(english.map(([key]) => key));
  });

  it.each(english)('has the places of English, and text around them: %s', (key, source) => {
    const text = new Map(texts).get(key) ?? '';
    expect(placesOf(text)).toEqual(placesOf(source));
    expect(text.replaceAll(/\{\w+\}/g, '')).toMatch(/\p{L}/u);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|[\p{Cc}<>]/u);
    // A place that is misspelt, `{ name}` or `{name`, would be shown as it stands.
    expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('has a text for every error and every notice, with the values that belong to it', () => {
    expect(Object.keys(messages.notices).sort()).toEqual(Object.keys(NOTICES).sort());
    for (const [code, text] of Object.entries(messages.notices)) {
      expect(placesOf(text)).toEqual(NOTICES[code as keyof typeof NOTICES]);
    }
  });

  it('has a text for every fault of a field', () => {
    expect(Object.keys(messages.fieldErrors).sort()).toEqual([...FIELD_ERROR_CODES].sort());
    expect(Object.keys(messages.fieldErrors.required).sort()).toEqual([...REQUEST_FIELDS].sort());
    expect(placesOf(messages.fieldErrors.too_long)).toEqual(['max']);
  });

  it('has a text for every field, permission, choice of an end, and warning', () => {
    expect(Object.keys(messages.fields).sort()).toEqual([...REQUEST_FIELDS, 'token'].sort());
    expect(Object.keys(messages.permissions)).toEqual([...PERMISSIONS]);
    expect(Object.keys(messages.permissionHints)).toEqual([...PERMISSIONS]);
    expect(Object.keys(messages.expiry)).toEqual([...EXPIRY_CHOICES]);
    expect(Object.keys(messages.summary.warnings).sort()).toEqual(Object.keys(WARNINGS).sort());
  });

  it('says of each permission the method that it allows', () => {
    const methods = Object.values(messages.permissionHints).map(
      (hint) => /\((\w+)\)$/.exec(hint)?.[1],
    );
    expect(methods).toEqual(['GET', 'PUT', 'POST', 'DELETE']);
  });

  it('gives each button and each choice a name of its own', () => {
    for (const group of [messages.buttons, messages.expiry, messages.permissions]) {
      const names = Object.values<string>(group);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('a language', () => {
  it.each(LANGUAGES.filter((each) => each !== 'en'))(
    'is not English in disguise: %s',
    (language) => {
      const same = textsOf(MESSAGES[language]).filter(([key, text]) =>
        english.some(([other, source]) => other === key && source === text),
      );
      // Words that are the same in both.
      const shared = [
        'fields.name',
        'fields.description',
        'fields.tenantId',
        'fields.permissions',
        'curl.shell',
      ];
      expect(same.map(([key]) => key).filter((key) => !shared.includes(key))).toEqual([]);
    },
  );

  it('writes each text but once under a key, so that none is a copy by mistake', () => {
    for (const language of LANGUAGES) {
      const notices = Object.values(MESSAGES[language].notices);
      expect(new Set(notices).size).toBe(notices.length);
    }
  });
});

describe('what is said of a discarded token', () => {
  it.each(LANGUAGES)(
    'is true even where a Save whose answer was lost came before (%s)',
    (language) => {
      const never = { en: /never/i, de: /\bnie\b/i, it: /\bmai\b/i, fr: /jamais/i };
      expect(MESSAGES[language].notices.discarded).not.toMatch(never[language]);
    },
  );
});
