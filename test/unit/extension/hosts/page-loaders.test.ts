import { describe, expect, test } from 'vitest';
import {
  createPageLoaders,
  forgetPageLoader,
  NO_PAGE_LOADERS,
  pageLoaders,
} from '../../../../extension/hosts/page-loaders.ts';
import { createMemoryArea } from '../memory-area.ts';

const ORIGIN = 'https://alm.example:8443';

describe('that a cockpit loads pages', () => {
  test('is remembered as a boolean for its origin, listed, and forgotten', async () => {
    const disk = createMemoryArea({ settings: {} });
    const loaders = createPageLoaders(disk);
    expect(await loaders.has(ORIGIN)).toBe(false);
    await loaders.learn(ORIGIN);
    expect(await loaders.has(ORIGIN)).toBe(true);
    expect(await disk.get(null)).toEqual({ settings: {}, [`loads ${ORIGIN}`]: true });
    expect(await pageLoaders(disk)).toEqual([ORIGIN]);
    await forgetPageLoader(disk, ORIGIN);
    expect(await loaders.has(ORIGIN)).toBe(false);
  });

  test('is no reason to make no token, where the disk is full', async () => {
    const disk = createMemoryArea();
    const full = createPageLoaders({ ...disk, set: () => Promise.reject(new Error('full')) });
    await expect(full.learn(ORIGIN)).resolves.toBeUndefined();
  });

  test('is neither remembered nor known where nothing is kept', async () => {
    await NO_PAGE_LOADERS.learn(ORIGIN);
    expect(await NO_PAGE_LOADERS.has(ORIGIN)).toBe(false);
  });
});
