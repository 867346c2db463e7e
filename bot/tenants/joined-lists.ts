import { setImmediate } from 'node:timers/promises';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { getReady } from './tenant-list.ts';

type Lists = readonly (readonly Tenant[])[];

const areSame = (one: Lists, other: Lists): boolean =>
  one.length === other.length && one.every((list, at) => list === other[at]);

/** What a platform lists anew is most often what it listed before, but for a few. */
const NEARLY = 0.9;

/** Whether lists from before have nearly all that there is now. A list may have been its beginning only. */
const hadNearlyAll = (before: Lists, now: Lists): boolean =>
  before.length === now.length &&
  before.every(({ length }, at) => length >= NEARLY * (now[at]?.length ?? 0));

/**
 * Joins lists to one, which stays the same for as long as they do: what is made of it once is good as long. A
 * new one is made ready once, while others have their turn; where that takes long, the one before serves
 * meanwhile, if it is short of little.
 */
export const joinedLists = (
  join: (lists: Lists) => readonly Tenant[],
): ((lists: Lists) => Promise<readonly Tenant[]>) => {
  let shown: { readonly of: Lists; readonly all: readonly Tenant[] } = { of: [], all: [] };
  let coming: { readonly of: Lists; readonly ready: Promise<readonly Tenant[]> } | undefined;

  const makeReady = async (of: Lists): Promise<readonly Tenant[]> => {
    const all = join(of);
    await getReady(all);
    shown = { of, all };
    return all;
  };

  return async (of) => {
    if (areSame(of, shown.of)) return shown.all;
    if (!coming || !areSame(of, coming.of)) coming = { of, ready: makeReady(of) };
    const { ready } = coming;
    const { all, of: before } = shown;
    return hadNearlyAll(before, of) ? Promise.race([ready, setImmediate(all)]) : ready;
  };
};
