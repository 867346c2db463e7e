import type { Page } from 'puppeteer-core';
import {
  type PageAnswer,
  pageAnswerSchema,
} from '../../../extension/background/wizard/page-answers.ts';
import type { WizardPorts } from '../../../extension/background/wizard/wizard-ports.ts';
import type { PageCommand } from '../../../extension/page/wizard/wizard-page.ts';
import { pagePart } from './build-part.ts';

const GLOBAL = 'wizardPagePart';

/** The page part of a run. @returns its source */
export const buildPagePart = pagePart('wizard/wizard-page.ts', GLOBAL);

const STARTED = '__startedPart';

/** What puppeteer has for its own use and keeps out of its types: a world apart from the page's. */
interface WithIsolatedWorld {
  readonly isolatedRealm: () => { readonly evaluate: (source: string) => Promise<unknown> };
}

/** Runs a script as an extension's runs: in the page, and out of reach of the page's own scripts. */
const inIsolatedWorld = (page: Page, source: string): Promise<unknown> =>
  (page.mainFrame() as unknown as WithIsolatedWorld).isolatedRealm().evaluate(source);

/** Chromium leaves a null out of what an extension passes to a page. */
const withoutNull = (_: string, value: unknown): unknown => (value === null ? undefined : value);

/**
 * The ports of a run over a page: each command is one short call into a world apart in it, as in the
 * extension. A run takes as long as the page does, and no longer.
 */
export const drivenPage = (
  page: Page,
  source: string,
  told: (line: string) => void,
): WizardPorts => {
  const ask = async (command: PageCommand): Promise<PageAnswer | { kind: 'page_gone' }> => {
    try {
      const order = JSON.stringify(command, withoutNull);
      // As text: value by value, a browser takes longer to hand it over than to look, and Firefox
      // leaves out what is met a second time.
      const call = `globalThis.${STARTED}?.(${order}).then(JSON.stringify)`;
      let raw = await inIsolatedWorld(page, call);
      if (raw === undefined) {
        await inIsolatedWorld(
          page,
          `globalThis.${STARTED} ??= (() => { ${source}; return ${GLOBAL}.createWizardPage(document); })(); 0`,
        );
        raw = await inIsolatedWorld(page, call);
      }
      return pageAnswerSchema.safeParse(JSON.parse(String(raw))).data ?? { kind: 'page_gone' };
    } catch {
      return { kind: 'page_gone' };
    }
  };
  return {
    ask,
    description: null,
    keep: async (run) => told(JSON.stringify(run)),
    keepFinish: async (run) => told(JSON.stringify(run)),
    progress: told,
    now: Date.now,
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
};
