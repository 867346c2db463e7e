import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { languageFor } from '../../shared/messages/language.ts';
import { BADGE_TITLES } from '../messages/badge-titles.ts';
import { readSettings } from '../settings/settings.ts';
import type { Attention } from './attention.ts';

/** The alarm at which a token's time has run out. */
export const ERASE_ALARM = 'erase';

const manifestSchema = z.object({ action: z.object({ default_title: z.string() }) });

/** Draws the badge, and sets the alarm that erases the next token on time. */
export const showAttention = async ({ count, eraseAt }: Attention): Promise<void> => {
  const { language } = await readSettings(browser.storage.local);
  const wanted = language === 'auto' ? navigator.languages : [language];
  const { action } = manifestSchema.parse(browser.runtime.getManifest());
  const title = count > 0 ? BADGE_TITLES[languageFor(wanted)] : action.default_title;
  await Promise.all([
    browser.action.setBadgeText({ text: count > 0 ? String(count) : '' }),
    browser.action.setBadgeBackgroundColor({ color: '#b45309' }),
    browser.action.setTitle({ title }),
    eraseAt === undefined
      ? browser.alarms.clear(ERASE_ALARM)
      : browser.alarms.create(ERASE_ALARM, { when: eraseAt }),
  ]);
};
