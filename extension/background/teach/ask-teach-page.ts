import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { locatorSchema, MAX_LOCATORS, SHOWABLE } from '../../../shared/cockpit/description.ts';
import type { WithTeachPage } from '../../page/teach/install.ts';
import type { TeachAnswer, TeachCommand } from '../../page/teach/teach-page.ts';

/** Locators that cannot be read are left out: a page may be called what no description may say. */
const locators = z.pipe(
  z.array(z.unknown()).check(z.maxLength(20)),
  z.transform((all) =>
    all.flatMap((each) => locatorSchema.safeParse(each).data ?? []).slice(0, MAX_LOCATORS),
  ),
);

/** What the page part answers; a hostile page may send anything else, which is then no answer. */
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['idle', 'other_origin']) }),
  z.object({
    kind: z.literal('progress'),
    at: z.int().check(z.minimum(0), z.maximum(SHOWABLE.length)),
    shown: z
      .array(z.object({ subject: z.enum(SHOWABLE), locators, lacking: z.boolean() }))
      .check(z.maxLength(SHOWABLE.length)),
    ended: z.nullable(z.enum(['done', 'left'])),
  }),
]);

export type TeachReply = TeachAnswer | { readonly kind: 'other_origin' | 'page_gone' };

/** One short call into the page where something is shown; what comes back is checked. */
export type AskTeachPage = (command: TeachCommand) => Promise<TeachReply>;

const ABSENT = 'absent';
const SILENCE_MS = 4_000;

/** Sent into the page as source text, so it uses nothing from outside itself. */
const relay = (origin: string, command: TeachCommand): unknown => {
  if (location.origin !== origin) return { kind: 'other_origin' };
  const page = (globalThis as WithTeachPage).tenantTokenTeach;
  return page ? page(command) : 'absent';
};

const call = async (tabId: number, origin: string, command: TeachCommand): Promise<TeachReply> => {
  const target = { tabId };
  const ask = async (): Promise<unknown> => {
    const [injection] = await browser.scripting.executeScript({
      target,
      injectImmediately: true,
      func: relay,
      args: [origin, command],
    });
    return injection?.result;
  };
  try {
    let answer = await ask();
    if (answer === ABSENT && command.do !== 'teach') return { kind: 'idle' };
    if (answer === ABSENT) {
      await browser.scripting.executeScript({
        target,
        injectImmediately: true,
        files: ['/teach-page.js'],
      });
      answer = await ask();
    }
    return answerSchema.safeParse(answer).data ?? { kind: 'page_gone' };
  } catch {
    return { kind: 'page_gone' };
  }
};

/** Asks the page part in a tab's top frame, which is put there first where something is to be shown. */
export const askTeachPage =
  (tabId: number, origin: string): AskTeachPage =>
  async (command) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<TeachReply>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'page_gone' }), SILENCE_MS);
    });
    try {
      return await Promise.race([call(tabId, origin, command), late]);
    } finally {
      clearTimeout(timer);
    }
  };
