import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { BADGE_TITLES } from '../messages/badge-titles.ts';
import type { Attention } from './attention.ts';
import { spokenLanguage } from './spoken-language.ts';

/** The alarm at which a token's time has run out, or a process may have left what it was doing. */
export const WAKE_ALARM = 'wake';

const manifestSchema = z.object({ action: z.object({ default_title: z.string() }) });

const drawBadge = async (count: number): Promise<void> => {
  const { action } = manifestSchema.parse(browser.runtime.getManifest());
  const title = count > 0 ? BADGE_TITLES[await spokenLanguage()] : action.default_title;
  await Promise.all([
    browser.action.setBadgeText({ text: count > 0 ? String(count) : '' }),
    browser.action.setBadgeBackgroundColor({ color: '#b45309' }),
    browser.action.setTitle({ title }),
  ]);
};

/**
 * Draws the badge, and sets the alarm for the next look at what is kept.
 * @param splitOff whether this process serves Chromium's private windows alone: Chromium draws one badge in
 *   all windows, and what waits in private is nobody's business in the ordinary ones
 */
export const showAttention = async (
  { count, wakeAt }: Attention,
  splitOff: boolean,
): Promise<void> => {
  await Promise.all([
    splitOff || drawBadge(count),
    wakeAt === undefined
      ? browser.alarms.clear(WAKE_ALARM)
      : browser.alarms.create(WAKE_ALARM, { when: wakeAt }),
  ]);
};
