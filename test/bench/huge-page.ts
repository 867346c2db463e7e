import { LOOK_WORDS } from '../../shared/cockpit/look-words.ts';
import type { PageCommand } from '../../extension/page/wizard/wizard-page.ts';
import type { BrowserKind } from '../../sandbox/browsers/find.ts';
import { keptWindows } from '../e2e/browsers/kept-windows.ts';
import { buildPagePart, drivenPage } from '../e2e/foreign-wizard/driven-page.ts';
import { median } from './median.ts';

const CONTROLS = 10_000;
const LOOKS = 5;

/** What ten thousand controls stand in, and one or a few of them, again and again. */
const SHAPES = [
  ['div', '<label>Field <input></label> <button>Press</button> <input type="checkbox"> ', 3],
  ['div', '<i role="switch" aria-checked="false">o</i> Word ', 1],
  ['div', '<p><label for="f#">Field #</label> <input id="f#"></p>', 1],
  ['div', '<i role="checkbox"><input type="checkbox"></i> Word ', 2],
  ['table', '<tr><td><input type="checkbox"></td><td>#</td><td><button>Edit</button></td></tr>', 2],
  ['ul', '<li><a href="/#">Item # <svg></svg></a></li>', 1],
] as const;

/** Sent into the page as source text. @returns how long the browser takes to lay it out, in ms */
const drawControls = (around: string, some: string, times: number): number => {
  const all = Array.from({ length: times }, (_, index) => some.replaceAll('#', String(index)));
  document.body.innerHTML = `<${around}>${all.join('')}</${around}>`;
  const began = performance.now();
  document.body.getBoundingClientRect();
  return performance.now() - began;
};

/** How long the wizard's page part takes to look at a page of very many controls, in ms. */
export interface LookTimes {
  /** What the browser takes to lay the page out, before anybody looks at it. */
  readonly layout: number;
  readonly first: number;
  /** A later one, as the median. */
  readonly later: number;
}

/** Looks at pages of very many controls. @returns the times of the one that took longest */
export const timeLook = async (kind: BrowserKind): Promise<LookTimes> => {
  const [windows, source] = await Promise.all([keptWindows(kind), buildPagePart()]);
  try {
    const page = await windows.open({ width: 1280, height: 900 });
    const { ask } = drivenPage(page, source, () => undefined);
    const tokens = { salt: '', before: [], taken: '' };
    const words = LOOK_WORDS;
    const command: PageCommand = {
      do: 'look',
      description: null,
      words,
      name: 'Sync',
      pressed: false,
      tokens,
    };
    const timed = async (): Promise<number> => {
      const began = performance.now();
      const { kind: answer } = await ask(command);
      if (answer !== 'seen') throw new Error(`The page could not be looked at: ${answer}.`);
      return performance.now() - began;
    };
    let worst: LookTimes = { layout: 0, first: 0, later: 0 };
    for (const [around, some, controls] of SHAPES) {
      const layout = await page.evaluate(drawControls, around, some, CONTROLS / controls);
      const first = await timed();
      const times: number[] = [];
      for (let look = 0; look < LOOKS; look += 1) times.push(await timed());
      const later = median(times);
      if (later > worst.later) worst = { layout, first, later };
    }
    return worst;
  } finally {
    await windows.closeAll();
  }
};
