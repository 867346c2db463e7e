import { askPart, type PagePart } from '../../page/ask-part.ts';
import { inTime } from '../../page/in-time.ts';
import type { WithWizardPage } from '../../page/wizard/install.ts';
import type { PageCommand } from '../../page/wizard/wizard-page.ts';
import { pageAnswerSchema } from './page-answers.ts';
import type { AskWizardPage, PageLoss } from './wizard-ports.ts';

/** For how long a page may keep silent, in ms; the longest step searches a list for 1.5 s. */
const SILENCE_MS = 8_000;

const PART: PagePart<WithWizardPage> = { name: 'tenantTokenWizard', file: '/wizard-page.js' };

// Before anything runs, both browsers say so where the extension may not, or no longer.
const NO_GRANT = /cannot access|missing host permission|must request permission/i;

const CLOSED = /no tab with id|invalid tab id/i;

const lost = (kind: PageLoss) => ({ kind });

type Answer = ReturnType<AskWizardPage>;

const call = async (tabId: number, origin: string, command: PageCommand): Answer => {
  try {
    const answer = await askPart(PART, tabId, origin, command);
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
