import type { BrowserKind } from '../../../../sandbox/browsers/find.ts';
import { keptWindows } from '../../browsers/kept-windows.ts';
import { buildPagePart } from '../driven-page.ts';
import { drawTrials } from './draw-trials.ts';
import type { Trial } from './page-spec.ts';
import { startMadeServer } from './made-server.ts';
import { tryPage } from './try-page.ts';

/** What came of many pages. */
export interface Tally {
  /** How many ended so, by how they ended. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of each page that ended wrong: which it was, and what was wrong. */
  readonly wrong: readonly string[];
}

/** Drives mutated pages, one after the other in one tab. */
export const tryTrials = async (
  kind: BrowserKind,
  trials: readonly Trial[],
  of = '',
): Promise<Tally> => {
  const [windows, source, server] = await Promise.all([
    keptWindows(kind),
    buildPagePart(),
    startMadeServer(),
  ]);
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  try {
    const page = await windows.open({ width: 1000, height: 900 });
    for (const [index, trial] of trials.entries()) {
      const { how, wrongs } = await tryPage(page, source, server, trial);
      counts.set(how, (counts.get(how) ?? 0) + 1);
      if (wrongs.length > 0) {
        const which = `page ${index} of ${trials.length} in ${kind}${of}`;
        wrong.push(`${which}: ${how}, ${wrongs.join(', ')}: ${JSON.stringify(trial)}`);
      }
    }
  } finally {
    await windows.closeAll();
    await server.close();
  }
  return { counts, wrong };
};

/**
 * Drives so many drawn pages.
 * @param seed the same pages come of the same one
 */
export const tryPages = (kind: BrowserKind, count: number, seed: number): Promise<Tally> =>
  tryTrials(kind, drawTrials(count, seed), `, seed ${seed}`);
