import { describe, expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../../../extension/settings/settings.ts';
import { readAnyhow } from '../../../../extension/channel/storage-area.ts';
import { wantedLanguages } from '../../../../extension/settings/wanted-languages.ts';
import { languageFor } from '../../../../shared/messages/language.ts';
import { BROKEN_AREA, createMemoryArea } from '../memory-area.ts';

const DEFAULTS = {
  language: 'auto',
  expiry: '90d',
  permissions: ['read'],
  clipboardSeconds: 0,
};

describe('the settings', () => {
  test.each([
    ['nothing is stored', {}],
    ['something else is stored', { settings: 'x' }],
    ['a list is stored', { settings: [] }],
    ['null is stored', { settings: null }],
    [
      'each of them is faulty',
      { settings: { language: 'xx', expiry: 'date', permissions: ['own'], clipboardSeconds: 7 } },
    ],
  ])('are the defaults where %s', async (_what, stored) => {
    expect(await readSettings(createMemoryArea(stored))).toEqual(DEFAULTS);
  });

  test('keep what is right beside what is faulty', async () => {
    const area = createMemoryArea({
      settings: { language: 'de', expiry: 1, clipboardSeconds: 60 },
    });
    expect(await readSettings(area)).toEqual({ ...DEFAULTS, language: 'de', clipboardSeconds: 60 });
  });

  test('are the defaults where the disk cannot be read, for whoever has no need of them', async () => {
    expect(await readSettings(readAnyhow(BROKEN_AREA))).toEqual(DEFAULTS);
    await expect(changeSettings(BROKEN_AREA, { expiry: 'never' })).rejects.toThrow('unexpected');
  });

  test('change one at a time', async () => {
    const area = createMemoryArea();
    await changeSettings(area, { expiry: 'never' });
    await changeSettings(area, { permissions: ['read', 'delete'] });
    expect(await readSettings(area)).toEqual({
      ...DEFAULTS,
      expiry: 'never',
      permissions: ['read', 'delete'],
    });
  });
});

describe('the popup’s language', () => {
  test.each([
    ['the setting', { language: 'it' }, ['de-CH', 'en'], 'it'],
    ['the browser’s, where none is set', { language: 'auto' }, ['de-CH', 'en'], 'de'],
    ['the browser’s, where nothing is stored', undefined, ['fr'], 'fr'],
    ['the browser’s, where something else is stored', { language: 5 }, ['fr'], 'fr'],
    ['English, where the browser speaks none of them', null, ['ja'], 'en'],
  ])('is %s', (_what, settings, browser, language) => {
    expect(languageFor(wantedLanguages(settings, browser))).toBe(language);
  });
});
