import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { RequestInit } from 'undici';
import type { Network } from './page-fetch.ts';
import { keptConsole, realmOf } from './realm.ts';
import type { Profile } from './profile.ts';

/** What an extension runs in a tab: one of its files, or a function that stands alone. */
export interface PageScript {
  readonly func?: (...args: never[]) => unknown;
  readonly args?: readonly unknown[];
  readonly files?: readonly string[];
}

/** A page in a tab, whose own scripts do not run. */
export interface Page {
  readonly url: string;
  /** Evaluates an expression that gives a string, or a promise of one. */
  readonly evaluate: (expression: string) => Promise<string>;
  /** Runs an extension's script. @returns its result, by way of JSON */
  readonly run: (script: PageScript, extensionDir: string) => Promise<unknown>;
  readonly html: () => string;
  readonly end: () => Promise<void>;
}

/** Loads a page. */
export const openPage = async (profile: Profile, network: Network, to: string): Promise<Page> => {
  const isWeb = /^https?:/.test(to);
  const { url, html } = isWeb ? await network.load(to) : { url: to, html: '' };
  const { hash } = new URL(to);
  const window = new Window({
    url: isWeb && !url.includes('#') ? url + hash : url,
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
    },
  });
  const { origin } = window.location;
  const realm = realmOf(window);
  Object.assign(window, {
    AbortSignal,
    TextDecoder,
    console: keptConsole(profile),
    fetch: (input: string | URL, init: RequestInit = {}) =>
      network.ask(origin, new URL(input, window.location.href), init),
  });
  // Scripts that are put in so do not run.
  window.document.documentElement.innerHTML = html;

  const asJson = (source: string): Promise<string> =>
    window.eval(`(async () => JSON.stringify(await ${source}) ?? '')()`) as Promise<string>;
  return {
    get url() {
      return window.location.href;
    },
    evaluate: async (expression) => window.eval(expression) as Promise<string>,
    run: async ({ func, args = [], files = [] }, extensionDir) => {
      if (!isWeb || realm.hasEnded()) throw new Error('Cannot access contents of the page.');
      for (const file of files) window.eval(readFileSync(join(extensionDir, file), 'utf8'));
      if (func === undefined) return undefined;
      const json = await asJson(`(${func.toString()})(...${JSON.stringify(args)})`);
      // Where the page has gone meanwhile, nobody answers.
      return json === '' ? undefined : (JSON.parse(json) as unknown);
    },
    html: () => window.document.documentElement.outerHTML,
    end: async () => {
      realm.end();
      await window.happyDOM.close();
    },
  };
};
