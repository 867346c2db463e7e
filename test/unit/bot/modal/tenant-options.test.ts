import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { tenantOptions } from '../../../../bot/modal/tenant-options.ts';
import { PATIENCE, uuid } from '../../shared/examples.ts';

const tenant = (at: number, name: string) => ({ id: uuid(at), name });

const looks = (...tenants: readonly { id: string; name: string }[]): string[] =>
  tenantOptions(tenants, TEXTS.en).map(({ text, description }) =>
    [text.text, ...(description ? [description.text] : [])].join(' | '),
  );

const LONG = 'Kläranlage '.repeat(9);

describe('the options of tenants', () => {
  it('are their names, and the cockpit’s word for all of them', () => {
    expect(looks(tenant(1, 'Nord'), { id: 'all', name: '' })).toEqual(['Nord', 'All tenants']);
  });

  it('show the end too where a name is longer than an option', () => {
    const [south, north] = looks(tenant(1, `${LONG}Süd`), tenant(2, `${LONG}Nord`));
    expect(south).toMatch(/… \| ….+Süd$/u);
    expect(north).toMatch(/… \| ….+Nord$/u);
  });

  it('show the id where nothing else is left to tell them apart', () => {
    expect(looks(tenant(1, 'Nord'), tenant(2, 'Nord'), tenant(3, 'Sol'))).toEqual([
      `Nord | ${uuid(1)}`,
      `Nord | ${uuid(2)}`,
      'Sol',
    ]);
  });

  it('never look alike, whatever the names, and keep Slack’s limits', PATIENCE, () => {
    const piece = fc.constantFrom('a', 'Plant ', '🙂', 'x'.repeat(40), 'y'.repeat(40));
    const names = fc.array(fc.array(piece, { maxLength: 6 }).map((each) => each.join('') || '-'));
    fc.assert(
      fc.property(names, (each) => {
        const options = tenantOptions(
          each.map((name, at) => tenant(at + 1, name)),
          TEXTS.en,
        );
        const drawn = options.map(({ text, description }) => JSON.stringify([text, description]));
        expect(new Set(drawn).size).toBe(each.length);
        for (const { text, description } of options) {
          expect(text.text.length).toBeLessThanOrEqual(75);
          expect(description?.text.length ?? 0).toBeLessThanOrEqual(75);
          expect(text.text.isWellFormed()).toBe(true);
          expect(description?.text.isWellFormed() ?? true).toBe(true);
        }
      }),
    );
  });
});
