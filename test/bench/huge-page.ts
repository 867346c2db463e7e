import { LOOK_WORDS } from '../../shared/cockpit/look-words.ts';
import type { BrowserKind } from '../../sandbox/browsers/find.ts';
import { keptWindows } from '../e2e/browsers/kept-windows.ts';
import { buildPagePart, drivenPage } from '../e2e/foreign-wizard/driven-page.ts';
import { median } from './median.ts';

const CONTROLS = 10_000;
const LOOKS = 5;

/** Sent into the page as source text. */
const drawControls = (count: number): void => {
  const kinds = ['<label>Field <input></label>', '<button>Press</button>', '<input type=checkbox>'];
  const all = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]);
  document.body.innerHTML = `<div>${all.join(' ')}</div>`;
};

/** How long the wizard's page part takes to look at a page of very many controls, in ms. */
export const timeLook = async (kind: BrowserKind): Promise<number> => {
  const [windows, source] = await Promise.all([keptWindows(kind), buildPagePart()]);
  try {
    const page = await windows.open({ width: 1280, height: 900 });
    await page.evaluate(drawControls, CONTROLS);
    const { ask } = drivenPage(page, source, () => undefined);
    const tokens = { salt: '', before: [], taken: '' };
    const times: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const began = performance.now();
      const seen = await ask({
        do: 'look',
        description: null,
        words: LOOK_WORDS,
        name: 'Stock sync',
        pressed: false,
        tokens,
      });
      if (seen.kind !== 'seen') throw new Error(`The page could not be looked at: ${seen.kind}.`);
      times.push(performance.now() - began);
    }
    return median(times);
  } finally {
    await windows.closeAll();
  }
};
