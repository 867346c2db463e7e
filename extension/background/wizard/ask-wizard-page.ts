import { browser } from 'wxt/browser';
import { inTime } from '../../page/in-time.ts';
import type { WithWizardPage } from '../../page/wizard/install.ts';
import type { PageCommand } from '../../page/wizard/wizard-page.ts';
import { pageAnswerSchema } from './page-answers.ts';
import type { AskWizardPage, PageLoss } from './wizard-ports.ts';

/** For how long a page may keep silent, in ms; the longest step searches a list for 1.5 s. */
const SILENCE_MS = 8_000;

const ABSENT = 'absent';

/**
 * Sent into the page as source text, so it uses nothing from outside itself. On another origin than
 * the one that was shown nothing is done.
 */
const relay = (origin: string, command: PageCommand): unknown => {
  if (location.origin !== origin) return { kind: 'other_origin' };
  const page = (globalThis as WithWizardPage).tenantTokenWizard;
  return page ? page(command) : 'absent';
};

// Before anything runs, both browsers say so where the extension may not, or no longer.
const NO_GRANT = /cannot access|missing host permission|must request permission/i;

const CLOSED = /no tab with id|invalid tab id/i;

const lost = (kind: PageLoss) => ({ kind });

type Answer = ReturnType<AskWizardPage>;

const call = async (tabId: number, origin: string, command: PageCommand): Answer => {
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
    if (answer === ABSENT) {
      await browser.scripting.executeScript({
        target,
        injectImmediately: true,
        files: ['/wizard-page.js'],
      });
      answer = await ask();
    }
    // A document that gives way to the next one answers nothing.
    return pageAnswerSchema.safeParse(answer).data ?? lost('page_gone');
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (CLOSED.test(said)) return lost('tab_closed');
    return lost(NO_GRANT.test(said) ? 'not_granted' : 'page_gone');
  }
};

/**
 * Asks the page part in a tab's top frame, which is put there first where it is not yet.
 * @param origin the origin that was shown to the person
 */
export const askWizardPage =
  (tabId: number, origin: string): AskWizardPage =>
  (command) =>
    inTime(call(tabId, origin, command), SILENCE_MS, lost('timeout'));
