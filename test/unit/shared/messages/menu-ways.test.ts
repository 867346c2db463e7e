import { describe, expect, it } from 'vitest';
import { firstLabel } from '../../../../shared/cockpit/labels.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { everyTextIn } from './every-text.ts';

/** The cockpit's menus, one in the other. */
const WAY = ['administration', 'tenantPage', 'api', 'open'] as const;

/** What stands around the arrows of a text: `X → Y`. */
const waysIn = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}-]+(?: *→ *[\p{L}\p{N}-]+)+/gu) ?? [];

describe.each(LANGUAGES)('a way through the cockpit’s menus (%s)', (language) => {
  const labels = WAY.map((step) => firstLabel(step, language));
  const texts = everyTextIn(language).filter(([, text]) => text.includes('→'));

  it('is told in more than one text', () => {
    expect(texts.length).toBeGreaterThan(1);
  });

  it.each(texts)(
    'begins with the first menu and goes by the cockpit’s own labels: %s',
    (_, text) => {
      const ways = waysIn(text);
      expect(ways).not.toEqual([]);
      for (const way of ways) {
        const steps = way.split('→').map((step) => step.trim());
        expect(steps).toEqual(labels.slice(0, steps.length));
      }
      // Each arrow is part of a way that was read.
      expect(ways.join('').split('→')).toHaveLength(text.split('→').length);
    },
  );
});
