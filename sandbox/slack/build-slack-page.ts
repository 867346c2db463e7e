import { join } from 'node:path';
import { buildPage } from './build-page.ts';

/** Builds the workspace's page. @returns the folder with `index.html` and all that it loads */
export const buildSlackPage = (): Promise<string> =>
  buildPage({
    sources: join(import.meta.dirname, 'page'),
    target: join(import.meta.dirname, '../../.sandbox/slack-page'),
    language: 'es2022',
  });
