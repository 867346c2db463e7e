import type { Browser } from 'puppeteer-core';
import * as z from 'zod/mini';
import { callFunction } from './call-function.ts';
import { makeToolkit, type Toolkit } from './firefox-toolkit.ts';

type Send = (method: string, params: object) => Promise<unknown>;

const Evaluated = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('success'),
    result: z.object({ type: z.literal('string'), value: z.string() }),
  }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

const Tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });

const Screenshot = z.object({ data: z.base64() });

/** WebDriver BiDi below puppeteer: what puppeteer has no method for. */
export interface FirefoxBidi {
  /** Evaluates an expression that gives a string or a promise of one, in a context. */
  evaluate: (context: string, expression: string) => Promise<string>;
  /** Performs `input.performActions` on one source of input. */
  act: (context: string, source: object) => Promise<void>;
  screenshot: (context: string) => Promise<Buffer>;
  /** Calls a function of the toolkit in Firefox's main window. */
  call: <Name extends keyof Toolkit>(
    name: Name,
    ...args: Parameters<Toolkit[Name]>
  ) => Promise<ToolkitResult<Name>>;
}

type ToolkitResult<Name extends keyof Toolkit> = Awaited<ReturnType<Toolkit[Name]>>;

// Puppeteer keeps its connection to itself, and Firefox allows only one session.
function senderOf(browser: Browser): Send {
  const { connection } = browser as unknown as {
    connection?: { send?: (method: string, params: object) => Promise<{ result: unknown }> };
  };
  if (typeof connection?.send !== 'function') {
    throw new TypeError('puppeteer-core shows its BiDi connection no more: adapt firefox-bidi.ts');
  }
  return async (method, params) => (await connection.send?.(method, params))?.result;
}

/**
 * Opens the way into Firefox's own window, and puts the toolkit there.
 *
 * @param browser a Firefox started with system access
 * @param addonId the extension under test
 * @returns what can be done
 */
export async function openBidi(browser: Browser, addonId: string): Promise<FirefoxBidi> {
  const send = senderOf(browser);
  const evaluate: FirefoxBidi['evaluate'] = async (context, expression) => {
    const params = { expression, target: { context }, awaitPromise: true, userActivation: false };
    const evaluated = Evaluated.parse(await send('script.evaluate', params));
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result.value;
  };
  const { contexts } = Tree.parse(await send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const main = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (main === undefined) throw new Error('Firefox shows no window of its own.');
  const install = `globalThis.tenantTokenToolkit = (${makeToolkit.toString()})(${JSON.stringify(addonId)}); ''`;
  await evaluate(main.context, install);
  const call = async <Name extends keyof Toolkit>(
    name: Name,
    ...args: Parameters<Toolkit[Name]>
  ): Promise<ToolkitResult<Name>> => {
    const inWindow = (expression: string) => evaluate(main.context, expression);
    return (await callFunction(inWindow, callToolkit, [name, args])) as ToolkitResult<Name>;
  };
  return {
    evaluate,
    act: async (context, source) => {
      await send('input.performActions', { context, actions: [source] });
    },
    screenshot: async (context) => {
      const { data } = Screenshot.parse(
        await send('browsingContext.captureScreenshot', { context }),
      );
      return Buffer.from(data, 'base64');
    },
    call,
  };
}

// Sent by `FirefoxBidi.call`, which knows the types.
function callToolkit(name: string, args: unknown[]): unknown {
  const { tenantTokenToolkit } = globalThis as unknown as {
    tenantTokenToolkit: Record<string, (...args: unknown[]) => unknown>;
  };
  return tenantTokenToolkit[name]?.(...args);
}
