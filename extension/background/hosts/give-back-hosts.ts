import { browser } from 'wxt/browser';
import type { Kept } from '../session-store.ts';
import { hostsInUse } from './hosts-in-use.ts';
import type { LentHosts } from './lent-hosts.ts';

/** The alarm at which a host is given back whose form nobody has mended. */
export const GIVE_BACK_ALARM = 'give back';

/** Gives back the hosts that nothing of what is kept needs any more, and those that rest in their time. */
export const giveBackHosts = async (hosts: LentHosts, all: readonly Kept[]): Promise<void> => {
  const when = await hosts.giveBack(hostsInUse(all), Date.now());
  await (when === undefined
    ? browser.alarms.clear(GIVE_BACK_ALARM)
    : browser.alarms.create(GIVE_BACK_ALARM, { when }));
};
