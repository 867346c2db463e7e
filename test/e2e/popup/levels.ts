import { chromium } from '../browsers/chromium.ts';
import type { Driver } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { inProcess } from '../in-process/in-process.ts';

/** Both browsers, and the process: for a matrix of which the browsers try but examples. */
export const LEVELS: readonly Driver[] = [chromium, firefox, inProcess];

/** Whether a browser runs there, which decides things of its own. */
export const isBrowser = ({ name }: Driver): boolean => name !== 'process';

/**
 * The rows of a matrix in which nothing depends on the browser: all of them in process, and in each
 * browser one, Chromium the first and Firefox the last.
 */
export const examplesFor = <Row>(driver: Driver, rows: readonly Row[]): Row[] => {
  if (!isBrowser(driver)) return [...rows];
  return driver === chromium ? rows.slice(0, 1) : rows.slice(-1);
};

/** The rows of a matrix that only a browser decides, though both alike: every other one in each. */
export const halfFor = <Row>(driver: Driver, rows: readonly Row[]): Row[] =>
  rows.filter((_row, index) => isBrowser(driver) && index % 2 === (driver === chromium ? 0 : 1));
