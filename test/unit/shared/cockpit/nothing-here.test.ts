import { describe, expect, it } from 'vitest';
import { isNoChoice, isNothing, NOT_CHOSEN } from '../../../../shared/cockpit/nothing-here.ts';

describe('a list’s text', () => {
  it.each(['Freie Wähler', 'Wähler AG', 'Laden Zürich', 'Ladenbau Süd', 'Bioladen', 'Nord'])(
    'is a tenant’s name: %s',
    (name) => {
      expect(isNothing(name)).toBe(false);
      expect(isNoChoice(name)).toBe(false);
      expect(name).not.toMatch(new RegExp(NOT_CHOSEN, 'i'));
    },
  );

  it.each([
    'Please select',
    'Bitte wählen',
    '– bitte auswählen –',
    'Bitte wählen Sie einen Tenant',
    'Wähle einen Tenant…',
    'Tenant auswählen',
    'Seleziona un tenant',
    'Scegli',
    'Sélectionner…',
    'Choisissez un locataire',
  ])('says that a choice has to be made: %s', (text) => {
    expect(isNoChoice(text)).toBe(true);
    expect(text).toMatch(new RegExp(NOT_CHOSEN, 'i'));
  });

  it.each([
    'Loading tenants…',
    'Laden',
    'Laden …',
    'Laden der Tenants…',
    'Wird geladen',
    'Lädt Daten',
    'Caricamento in corso',
    'Chargement…',
    'Keine Daten',
  ])('says that the choices are not there, or not yet: %s', (text) => {
    expect(isNothing(text)).toBe(true);
  });
});
