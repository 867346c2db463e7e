import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { BADGE_TITLES } from '../messages/badge-titles.ts';
import type { Attention } from './attention.ts';
import { type Badge, badgesFor, countsContainers } from './badges.ts';
import { spokenLanguage } from './spoken-language.ts';

/** The alarm at which a token's time has run out, or a process may have left what it was doing. */
export const WAKE_ALARM = 'wake';

const manifestSchema = z.object({ action: z.object({ default_title: z.string() }) });

const drawBadges = async (counts: ReadonlyMap<string, number>): Promise<void> => {
  const { action } = manifestSchema.parse(browser.runtime.getManifest());
  const [language, windows, tabs] = await Promise.all([
    spokenLanguage(),
    browser.windows.getAll(),
    countsContainers(counts) ? browser.tabs.query({}) : [],
  ]);
  const draw = async ([where, count]: Badge): Promise<void> => {
    const [text, title] =
      count > 0 ? [String(count), BADGE_TITLES[language]] : ['', action.default_title];
    await Promise.all([
      browser.action.setBadgeText({ ...where, text }),
      browser.action.setTitle({ ...where, title }),
    ]);
  };
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: '#b45309' }),
    // The window, or the tab, may be closed by now.
    ...badgesFor(counts, windows, tabs).map((badge) => draw(badge).catch(() => {})),
  ]);
};

/**
 * Draws the badges, and sets the alarm for the next look at what is kept.
 * @param counts how much waits for a person, by jar
 * @param wakeAt in ms since the epoch
 * @param splitOff whether this process serves Chromium's private windows alone: Chromium draws one badge in
 *   all windows, and what waits in private is nobody's business in the ordinary ones
 */
export const showAttention = async (
  counts: ReadonlyMap<string, number>,
  wakeAt: Attention['wakeAt'],
  splitOff: boolean,
): Promise<void> => {
  await Promise.all([
    splitOff || drawBadges(counts),
    wakeAt === undefined
      ? browser.alarms.clear(WAKE_ALARM)
      : browser.alarms.create(WAKE_ALARM, { when: wakeAt }),
  ]);
};
