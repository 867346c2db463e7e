import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ENDPOINTS, HEADERS } from '../../shared/tenant-api/endpoints.ts';

const PICTURES = join(import.meta.dirname, '../../.sandbox/demo');

/** How the demo tells what it does, shows it and proves it. */
export interface Story {
  readonly pictures: string;
  readonly tell: (text: string) => void;
  readonly picture: (page: Page, name: string) => Promise<void>;
  /** Calls the platform with a token, as a program would. @throws Error where the answer is another */
  readonly expectStatus: (
    token: string,
    method: 'GET' | 'POST',
    wanted: number,
    what: string,
  ) => Promise<void>;
  /** @throws Error where the two differ */
  readonly expectSame: (got: number, wanted: number, what: string) => void;
}

/** @param port the platform's, at an address that Node can resolve */
const call = async (port: number, token: string, method: 'GET' | 'POST'): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${port}${ENDPOINTS.probe.path}`, {
    method,
    headers: {
      [HEADERS.apiKey]: token,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ name: 'Sensor', serial: 'DEMO-1' }) }),
  });
  await answer.text();
  return answer.status;
};

/** @param port asked at each call: the platform may start after the story */
export const createStory = async (port: () => number): Promise<Story> => {
  await mkdir(PICTURES, { recursive: true });
  let count = 0;
  const tell = (text: string): void => console.log(`${String((count += 1)).padStart(2)}. ${text}`);
  const expectSame = (got: number, wanted: number, what: string): void => {
    if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}.`);
    tell(`${what}: ${got}, as it should be.`);
  };
  return {
    pictures: PICTURES,
    tell,
    picture: async (page, name) => {
      const path = join(PICTURES, `${name}.png`) as `${string}.png`;
      await page.screenshot({ path });
      console.log(`      picture: ${path}`);
    },
    expectStatus: async (token, method, wanted, what) =>
      expectSame(await call(port(), token, method), wanted, what),
    expectSame,
  };
};
