import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import * as z from 'zod/mini';
import { taskFor } from '../../../extension/background/teach/task-for.ts';
import { composeTeachWords } from '../../../extension/background/teach/words/compose-teach-words.ts';
import { TAUGHT } from '../../../shared/cockpit/taught.ts';
import type { Language } from '../../../shared/messages/language.ts';

const PART = fileURLToPath(new URL('../../../extension/page/teach/teach-page.ts', import.meta.url));
const GLOBAL = 'teachPagePart';

const outputSchema = z.array(z.object({ output: z.array(z.object({ code: z.string() })) }));

/** Builds the page part of pointing as one script. @returns its source */
export const buildTeachPart = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: PART, formats: ['iife'], name: GLOBAL } },
  });
  const code = outputSchema.parse(built)[0]?.output[0]?.code;
  if (code === undefined) throw new Error('The page part was not built.');
  return code;
};

/** Runs before any script of a page: what is closed to the page's is open to a test's. */
export const openShadowRoots = (): void => {
  const shadows = Element.prototype as { attachShadow: (how: object) => ShadowRoot };
  const own = Reflect.get<typeof shadows, 'attachShadow'>(shadows, 'attachShadow');
  shadows.attachShadow = function attach(this: Element, how: object): ShadowRoot {
    return own.call(this, { ...how, mode: 'open' });
  };
};

/** Begins a teaching in a page, in a language; `teach` there answers what the background asks. */
export const teachIn = async (page: Page, source: string, language: Language): Promise<void> => {
  const task = taskFor(composeTeachWords(language), TAUGHT, { at: 1, shown: [] });
  await page.evaluate(
    `(() => { ${source}; globalThis.teach = ${GLOBAL}.createTeachPage(document); globalThis.teach(${JSON.stringify({ do: 'teach', task })}); })()`,
  );
};
