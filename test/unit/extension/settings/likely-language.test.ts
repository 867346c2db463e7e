import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  likelyLanguage,
  rememberLanguage,
} from '../../../../extension/settings/likely-language.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that speaks French, with a storage that keeps, or one that is denied. */
const browse = (denied: boolean): void => {
  const kept = new Map<string, string>();
  vi.stubGlobal('navigator', { languages: ['fr-CH', 'en'] });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  if (!denied) return;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The request was denied for this document.', 'SecurityError');
    },
  });
};

describe('the likely language', () => {
  test('is the browser’s, until another was spoken', () => {
    browse(false);
    expect(likelyLanguage()).toBe('fr');
    rememberLanguage('it');
    expect(likelyLanguage()).toBe('it');
    rememberLanguage('fr');
    expect(likelyLanguage()).toBe('fr');
  });

  test('is the browser’s where the storage is denied, and nothing throws', () => {
    browse(true);
    expect(likelyLanguage()).toBe('fr');
    expect(() => rememberLanguage('it')).not.toThrow();
    expect(likelyLanguage()).toBe('fr');
  });
});
