import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browsers/until.ts';
import { fillForm, openForm, readToken } from './steps.ts';
import { startTeamWorld, type TeamWorld } from './team-world.ts';
import type { PageWindow } from '../sandbox/slack-page/page-browser.ts';

/** For whoever wants to look. */
const PICTURES = join(import.meta.dirname, '../../../.sandbox/slack-flow-pictures');

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld();
  await mkdir(PICTURES, { recursive: true });
});
afterEach(async () => {
  await world.closeWindows();
});
afterAll(() => world.close());

const WORDS = {
  ada: {
    title: 'New API token',
    next: 'Next',
    cancel: 'Cancel',
    message: 'Only you see this message',
    curl: 'Use with curl',
    revoke: 'Revoke',
    question: 'Revoke this token?',
    revoked: 'Revoked. The token no longer works.',
    help: 'API tokens of your tenants',
  },
  ivo: {
    title: 'Neues API-Token',
    next: 'Weiter',
    cancel: 'Abbrechen',
    message: 'Nur Sie sehen diese Nachricht',
    curl: 'Mit curl verwenden',
    revoke: 'Widerrufen',
    question: 'Dieses Token widerrufen?',
    revoked: 'Widerrufen. Das Token funktioniert nicht mehr.',
    help: 'API-Tokens Ihrer Tenants',
  },
} as const;

/** What the bot shows in each step, one after another. */
const walk = async (
  window: PageWindow,
  person: keyof typeof WORDS,
  look: (state: string) => Promise<void>,
): Promise<void> => {
  const words = WORDS[person];
  await window.byRole('combobox', 'Message #operations').fill('/tenant-token what');
  await window.press('Enter');
  await window.waitForText(words.help);
  await look('help');
  const odd = '--colour red --expires 2020-01-01 --tenant "Nord Labor" --permissions read,delete';
  await openForm(window, 'operations', odd, words.title);
  await look('form with what could not be filled in');
  await window.byRole('button', words.next).click();
  await window.page.waitForSelector('.field-error');
  await look('form with an error');
  await window.byRole('button', words.cancel).click();
  await openForm(window, 'operations', '', words.title);
  await look('form');
  await fillForm(window, 'Messwerte der Pumpe im Hafen, nächtlich', words.next);
  await readToken(window, words.message);
  // The help above it has a box of code too.
  const token = (await window.page.$$('.message-own pre')).at(-1);
  await until('the token to be in sight', async () =>
    (await token?.isIntersectingViewport({ threshold: 1 })) ? true : undefined,
  );
  await look('token');
  await window.byRole('button', words.curl).click();
  await window.waitForText('PowerShell');
  await look('curl');
  await window.byRole('button', words.revoke).click();
  await window.waitForRole('dialog', words.question);
  await look('question');
  await window.byRole('button', words.revoke).click();
  await window.waitForText(words.revoked);
  await look('revoked');
  await window.byRole('button', 'Conversation with Tenant Token').click();
  // The channel has messages as well.
  await window.waitForRole('heading', 'Tenant Token');
  await window.page.waitForSelector('.message');
  await look('receipt');
};

const STATES = 9;

const WIDE = { width: 1000, height: 800 };

const NARROW = { width: 400, height: 800 };

describe('what the bot shows', () => {
  it.each([
    { name: 'light', person: 'ada', looks: [{ ...WIDE, scheme: 'light' }] },
    {
      name: 'in German, light in a narrow window and dark in a wide one',
      person: 'ivo',
      looks: [
        { ...NARROW, scheme: 'light' },
        { ...WIDE, scheme: 'dark' },
      ],
    },
  ] as const)('is accessible and fits, $name', async ({ person, looks }) => {
    const window = await world.open(person, 'operations');
    const faults: unknown[] = [];
    const seen: string[] = [];
    const lookAs = async ({ scheme, ...size }: (typeof looks)[number]): Promise<void> => {
      await window.page.setViewport(size);
      await window.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    };
    // It is worked as it is looked at first.
    await lookAs(looks[0]);
    await walk(window, person, async (state) => {
      seen.push(state);
      for (const look of looks) {
        await lookAs(look);
        const { scheme, width } = look;
        await window.screenshot(join(PICTURES, `${person}, ${scheme}, ${width}, ${state}.png`));
        const violations = await window.axe();
        const wide = await window.evaluate(() => document.documentElement.scrollWidth);
        if (violations.length > 0 || wide > width) faults.push({ state, look, violations, wide });
      }
      await lookAs(looks[0]);
    });
    expect(new Set(seen).size).toBe(STATES);
    expect(faults).toEqual([]);
    expect(world.complaints).toEqual([]);
  });
});
