import { browser } from 'wxt/browser';

/** A part of the extension that stands in a page, and takes commands there. */
export interface PagePart<World> {
  /** Its name in the isolated world. */
  readonly name: keyof World & string;
  /** The script that puts it there. */
  readonly file: '/wizard-page.js' | '/teach-page.js';
}

/** The answer of a document in which the part does not stand. */
export const ABSENT = 'absent';

/**
 * Sent into the page as source text, so it uses nothing from outside itself. On another origin than
 * the one that was shown nothing is done.
 */
const relay = (origin: string, name: string, command: object): unknown => {
  if (location.origin !== origin) return { kind: 'other_origin' };
  const parts = globalThis as unknown as Record<string, ((command: object) => unknown) | undefined>;
  const part = parts[name];
  return part ? part(command) : 'absent';
};

/**
 * Asks a part in a tab's top frame.
 * @param origin the origin that was shown to the person
 * @param install whether it is put there first where it is not yet
 * @returns whatever came out, or {@link ABSENT}
 * @throws what the browser throws where it does not let the extension in, or the page went away
 */
export const askPart = async <World>(
  { name, file }: PagePart<World>,
  tabId: number,
  origin: string,
  command: object,
  install = true,
): Promise<unknown> => {
  const target = { tabId };
  const ask = async (): Promise<unknown> => {
    const [injection] = await browser.scripting.executeScript({
      target,
      injectImmediately: true,
      func: relay,
      args: [origin, name, command],
    });
    return injection?.result;
  };
  const answer = await ask();
  if (answer !== ABSENT || !install) return answer;
  await browser.scripting.executeScript({ target, injectImmediately: true, files: [file] });
  return ask();
};
