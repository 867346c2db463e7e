import { describe, expect, it } from 'vitest';
import { NOT_INSTALLED } from '../../../../bot/messages/installs/not-installed.ts';
import { installPage } from '../../../../bot/messages/installs/page.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';

describe('the page after an install', () => {
  it.each(LANGUAGES)('says in %s how it ended, and names the workspace where it is', (language) => {
    const accepted = `${language}-CH;q=0.9, en;q=0.5`;
    const all = ['installed', 'everywhere', 'cancelled', 'refused', 'failed'] as const;
    const texts = all.map((said) => {
      const { html } = installPage(said, accepted, 'T012AB3CD');
      expect(html).toContain(`lang="${language}"`);
      expect(html).not.toMatch(/[{}]/);
      return html;
    });
    expect(new Set(texts).size).toBe(5);
    for (const text of texts.slice(0, 2)) expect(text).toContain('T012AB3CD');
  });

  it('takes no markup from an id', () => {
    expect(installPage('installed', '', '<script>T1').html).not.toContain('<script');
  });
});

it('speaks every language to whom it knows nothing about', () => {
  expect(NOT_INSTALLED.split('\n')).toHaveLength(LANGUAGES.length);
});
