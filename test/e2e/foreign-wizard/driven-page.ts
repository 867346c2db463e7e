import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import * as z from 'zod/mini';
import {
  type PageAnswer,
  pageAnswerSchema,
} from '../../../extension/background/wizard/page-answers.ts';
import type { WizardPorts } from '../../../extension/background/wizard/wizard-ports.ts';
import type { PageCommand } from '../../../extension/page/wizard/wizard-page.ts';

const PART = fileURLToPath(
  new URL('../../../extension/page/wizard/wizard-page.ts', import.meta.url),
);
const GLOBAL = 'wizardPagePart';

const outputSchema = z.array(z.object({ output: z.array(z.object({ code: z.string() })) }));

const buildAnew = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: ['chrome123', 'firefox142'],
      lib: { entry: PART, formats: ['iife'], name: GLOBAL },
    },
  });
  const code = outputSchema.parse(built)[0]?.output[0]?.code;
  if (code === undefined) throw new Error('The page part was not built.');
  return code;
};

let part: Promise<string> | undefined;

/** Builds the page part as one script, once a worker. @returns its source */
export const buildPagePart = (): Promise<string> => (part ??= buildAnew());

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
