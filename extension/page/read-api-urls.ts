import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { API_URL_LABELS } from '../../shared/cockpit/api-url.ts';
import { inTime } from './in-time.ts';
import { labelledUrls } from './labelled-urls.ts';

const urlsSchema = z.array(z.string().check(z.maxLength(500))).check(z.maxLength(5));

/** A page that shows an alert, or gives way to the next one, never answers. */
const SILENCE_MS = 1_000;

/** The addresses that a tab's page names as its API's; none where it cannot be asked. */
export const readApiUrls = async (tabId: number, origin: string): Promise<readonly string[]> => {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: labelledUrls,
    args: [origin, [...API_URL_LABELS]],
  });
  try {
    const [injection] = await inTime(asked, SILENCE_MS, []);
    return urlsSchema.safeParse(injection?.result).data ?? [];
  } catch {
    return [];
  }
};
