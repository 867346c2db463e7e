import { expect, test } from 'vitest';
import { composeWords } from '../../../../extension/background/wizard/words/compose-words.ts';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';

test.each([
  ['en', 'The form also has “a field without a name”'],
  ['de', '„ein Feld ohne Namen“'],
  ['it', '«un campo senza nome»'],
  ['fr', 'un champ sans nom'],
] as const)('a field without a name is called that, in %s', (language, said) => {
  const words = composeWords(language);
  expect(words.notMade(refusal('unknown_field', null))).toContain(said);
  expect(words.notMade(refusal('unset', null))).toMatch(/[“„«]/);
  expect(words.notMade(refusal('unknown_field', null, 'Level'))).toContain('Level');
});

test.each(LANGUAGES)('the way to the wizard is named as the cockpit has it, in %s', (language) => {
  const said = composeWords(language).notMade(refusal('no_wizard', null));
  expect(said).toContain(`(${firstLabel('administration', language)} → `);
});
