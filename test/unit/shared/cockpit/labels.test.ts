import { describe, expect, it } from 'vitest';
import { bare } from '../../../../shared/cockpit/bare-label.ts';
import { firstLabel, isCalled, labelsOf, SUBJECTS } from '../../../../shared/cockpit/labels.ts';
import { LOOK_WORDS } from '../../../../shared/cockpit/look-words.ts';
import { isNothing } from '../../../../shared/cockpit/nothing-here.ts';
import { platformWords } from '../../../../shared/cockpit/platform-words.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';

describe('what something is called', () => {
  it('is, for a person, what the manual calls it in their language', () => {
    expect(firstLabel('delete', 'de')).toBe('Löschen');
    expect(firstLabel('delete', 'it')).toBe('Elimina');
  });

  it('is looked for in one language, or in all where none is known', () => {
    expect(labelsOf('read', 'fr')).toContain('Lire');
    expect(labelsOf('read', 'fr')).not.toContain('Read');
    expect(labelsOf('read', undefined)).toEqual(expect.arrayContaining(['Read', 'Lesen', 'Leggi']));
  });

  it('is one of several things, or none of them', () => {
    expect(isCalled('Lesen *', 'write', 'read')).toBe(true);
    expect(isCalled('Lesen', 'write', 'delete')).toBe(false);
  });
});

describe('what stands in brackets behind a name', () => {
  it('leaves it called so all the same, for whoever must not be', () => {
    expect(isCalled('Delete (all)', 'delete')).toBe(true);
    expect(isCalled('All tenants (12)', 'allTenants')).toBe(true);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(SUBJECTS)('there is a name for %s, and none is empty, as an icon’s is', (subject) => {
    const names = labelsOf(subject, language).map(bare);
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain('');
  });

  it('no word of the platform’s menu is empty', () => {
    expect(platformWords([''], language)).toBe(0);
  });
});

describe('the words that a look goes by', () => {
  it('are of every language, as labels are compared', () => {
    const { readable, dates, ended, pending, titles } = LOOK_WORDS;
    expect(readable).toEqual(expect.arrayContaining(['name', 'nome', 'nom', 'berechtigungen']));
    expect(dates).toEqual(expect.arrayContaining(['expiration date', 'ablaufdatum']));
    expect(ended).toEqual(expect.arrayContaining(['revoked', 'widerrufen', 'revocato', 'révoqué']));
    expect(pending).toEqual(
      expect.arrayContaining(['pending', 'ausstehend', 'in attesa', 'en attente']),
    );
    expect(titles).toEqual(expect.arrayContaining(['api']));
  });

  it('know a place without rows and a choice that was not made', () => {
    const { nothing, unset } = LOOK_WORDS;
    expect('No data').toMatch(new RegExp(nothing, 'i'));
    expect('Please select').toMatch(new RegExp(unset, 'i'));
    for (const choice of ['Nord', 'Hafen', '']) {
      expect(isNothing(choice)).toBe(false);
      expect(choice).not.toMatch(new RegExp(unset, 'i'));
    }
  });
});
