import type { Page } from 'puppeteer-core';
import { taskFor } from '../../../extension/background/teach/task-for.ts';
import { composeTeachWords } from '../../../extension/background/teach/words/compose-teach-words.ts';
import type { Task } from '../../../extension/page/teach/task.ts';
import type { Showable } from '../../../shared/cockpit/description.ts';
import { TAUGHT } from '../../../shared/cockpit/taught.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { pagePart } from './build-part.ts';

const GLOBAL = 'teachPagePart';

/** The page part of pointing. @returns its source */
export const buildTeachPart = pagePart('teach/teach-page.ts', GLOBAL);

/** Sent into the page as source text. */
const openShadowRoots = (): void => {
  const shadows = Element.prototype as { attachShadow: (how: object) => ShadowRoot };
  const own = Reflect.get<typeof shadows, 'attachShadow'>(shadows, 'attachShadow');
  shadows.attachShadow = function attach(this: Element, how: object): ShadowRoot {
    return own.call(this, { ...how, mode: 'open' });
  };
};

/** Goes before a page part: what that puts into a page is closed to all scripts, and for a test's open. */
export const OPEN_SHADOW_ROOTS = `(${openShadowRoots.toString()})();`;

/** Where a teaching begins: at the name of a form of which nothing was shown, unless said. */
export interface Beginning extends Partial<Pick<Task, 'at' | 'shown'>> {
  readonly subjects?: readonly Showable[];
}

/**
 * Begins a teaching in a page, in a language, and ends an earlier one; `teach` there answers what the
 * background asks. The card is open to the page's scripts.
 */
export const teachIn = async (
  page: Page,
  source: string,
  language: Language,
  { subjects = TAUGHT, at = 1, shown = [] }: Beginning = {},
): Promise<void> => {
  const task = taskFor(composeTeachWords(language), subjects, { at, shown });
  await page.evaluate(
    `globalThis.teach ??= (() => { ${OPEN_SHADOW_ROOTS} ${source}; return ${GLOBAL}.createTeachPage(document); })();
    globalThis.teach(${JSON.stringify({ do: 'teach', task })}); 0`,
  );
};
