import { join } from 'node:path';
import { buildPage } from '../slack/build-page.ts';

/** Builds the cockpit. @returns the folder with `index.html` and all that it loads */
export const buildCockpit = (): Promise<string> =>
  buildPage({
    sources: join(import.meta.dirname, 'cockpit'),
    target: join(import.meta.dirname, '../../.sandbox/cockpit'),
  });
