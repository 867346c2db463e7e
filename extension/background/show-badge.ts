import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { languageFor } from '../../shared/messages/language.ts';
import { BADGE_TITLES } from '../messages/badge-titles.ts';
import { readSettings } from '../settings/settings.ts';
import type { Attention } from './attention.ts';

/** The alarm at which a token's time has run out, or a process may have left what it was doing. */
export const WAKE_ALARM = 'wake';

const manifestSchema = z.object({ action: z.object({ default_title: z.string() }) });

/** Draws the badge, and sets the alarm for the next look at what is kept. */
export const showAttention = async ({ count, wakeAt }: Attention): Promise<void> => {
  const { language } = await readSettings(browser.storage.local);
  const wanted = language === 'auto' ? navigator.languages : [language];
  const { action } = manifestSchema.parse(browser.runtime.getManifest());
  const title = count > 0 ? BADGE_TITLES[languageFor(wanted)] : action.default_title;
  await Promise.all([
    browser.action.setBadgeText({ text: count > 0 ? String(count) : '' }),
    browser.action.setBadgeBackgroundColor({ color: '#b45309' }),
    browser.action.setTitle({ title }),
    wakeAt === undefined
      ? browser.alarms.clear(WAKE_ALARM)
      : browser.alarms.create(WAKE_ALARM, { when: wakeAt }),
  ]);
};
