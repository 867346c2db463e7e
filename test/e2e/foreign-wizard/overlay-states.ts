import type { Page } from 'puppeteer-core';
import type { TeachTexts } from '../../../extension/background/teach/words/en.ts';
import type { Locator } from '../../../shared/cockpit/description.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { TAUGHT } from '../../../shared/cockpit/taught.ts';
import type { Beginning } from './taught-page.ts';

/** A form in words that no manual has, with a field that the page has filled in, and a frame of another site. */
export const FORM = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
<style>form{display:grid;gap:8px;justify-items:start}</style>
<h1>Elsewhere</h1><p id="prose">Forms, and how they are filled in.</p>
<button type="button" id="another">Another one</button>
<form><label>Handle <input id="handle"></label>
<label>Note <input id="note"></label>
<label>Level <select id="level"><option>Team</option><option>All</option></select></label>
<label><input type="checkbox" id="look"> Look</label>
<button type="button" id="onward">Onward</button></form>
<iframe id="frame" width="300" height="60" sandbox srcdoc="<p>Help"></iframe>`;

/** What the card shows, and how a person comes to it. */
interface CardState extends Beginning {
  readonly state: string;
  readonly reach?: (page: Page) => Promise<void>;
  /** A part of what it says then. */
  readonly says: (texts: TeachTexts) => string;
}

const at = (selector: string): readonly Locator[] => [{ by: 'css', selector }];

const AT = (subject: (typeof TAUGHT)[number]): number => TAUGHT.indexOf(subject);

/** Points at the frame, by whatever name. */
const toFrame = async (page: Page, called: string): Promise<void> => {
  await page.$eval('iframe', (frame, title) => void (frame.title = title), called);
  await page.hover('#frame');
};

/** Every state of the card. */
export const CARD_STATES: readonly CardState[] = [
  { state: 'what opens the form', at: AT('open'), says: ({ open }) => open },
  {
    state: 'the form is to be opened',
    at: AT('open'),
    reach: (page) => page.click('#another'),
    says: ({ afterwards }) => afterwards,
  },
  { state: 'the first field', at: AT('name'), says: ({ keys }) => keys },
  {
    state: 'a field that is pointed at',
    at: AT('description'),
    reach: (page) => page.hover('#handle'),
    says: ({ skipAll }) => skipAll,
  },
  { state: 'the date', at: AT('expiresOn'), says: ({ skip }) => skip },
  {
    state: 'a box, and a button that has the keyboard',
    at: AT('read'),
    reach: (page) => page.keyboard.press('F6'),
    says: ({ skipAll }) => skipAll,
  },
  {
    state: 'something wrong',
    at: AT('name'),
    reach: (page) => page.click('#prose'),
    says: ({ wrong }) => wrong,
  },
  {
    state: 'a list in the place of the date',
    at: AT('expiresOn'),
    reach: (page) => page.click('#level'),
    says: ({ noDate }) => noDate,
  },
  {
    state: 'a frame of another site',
    at: AT('name'),
    reach: (page) => toFrame(page, 'Help and support'),
    says: ({ frame }) => fill(frame, { what: 'Help and support' }),
  },
  {
    state: 'something right after something wrong',
    at: AT('name'),
    reach: async (page) => {
      await page.click('#prose');
      await page.hover('#handle');
    },
    says: ({ keys }) => keys,
  },
  {
    state: 'what the keys have marked',
    at: AT('name'),
    reach: async (page) => {
      for (const key of ['ArrowDown', 'ArrowDown'] as const) await page.keyboard.press(key);
    },
    says: () => 'Handle',
  },
  {
    state: 'a frame that is called by a whole text, and turns around what follows',
    at: AT('name'),
    reach: (page) => toFrame(page, `\u202E${'word '.repeat(60)}`),
    says: ({ frame }) => fill(frame, { what: `${'word '.repeat(16)}…` }),
  },
  {
    state: 'may it stay',
    at: AT('left'),
    shown: [
      { subject: 'name', locators: at('#handle'), lacking: false },
      { subject: 'next', locators: at('#onward'), lacking: false },
    ],
    says: ({ mayStay }) => fill(mayStay, { what: 'Level' }),
  },
  { state: 'what may stay', subjects: ['left'], at: 0, says: ({ left }) => left },
  { state: 'the token', subjects: ['token'], at: 0, says: ({ token }) => token },
  {
    state: 'no token where one is wanted',
    subjects: ['token'],
    at: 0,
    reach: (page) => page.click('#prose'),
    says: ({ noToken }) => noToken,
  },
  { state: 'what saves', subjects: ['save'], at: 0, says: ({ skipSave }) => skipSave },
  { state: 'all was shown', at: TAUGHT.length, says: ({ all }) => all },
];

/** What the shield says that it does: each line that it has, that of a field with its longest names. */
export const SHIELD_STEPS = [
  'open',
  'description',
  'expiresOn',
  'token',
  'next',
  'save',
  'cancel',
] as const;
