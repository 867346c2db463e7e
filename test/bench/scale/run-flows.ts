import { cpus } from 'node:os';
import { runAtOnce } from '../run-at-once.ts';
import type { LightFlow, LightPeople } from './people.ts';

/** What a round gave. */
export interface LightRound {
  readonly flows: readonly LightFlow[];
  readonly perSecond: number;
  /** How many cores the stand-ins and the people took, who are all of this process. */
  readonly standInCores: number;
  /** How many cores the whole machine was at work with: the bots, their database, the stand-ins, all else. */
  readonly busyCores: number;
}

const busyMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** Has so many ask, so many of them at once. */
export const runLightFlows = async (
  people: LightPeople,
  bots: readonly string[],
  count: number,
  atOnce: number,
): Promise<LightRound> => {
  const [cpu, busy] = [process.cpuUsage(), busyMs()];
  const { flows, seconds } = await runAtOnce(count, atOnce, () => people.ask(bots));
  const ms = 1000 * seconds;
  const { user, system } = process.cpuUsage(cpu);
  return {
    flows,
    perSecond: (1000 * count) / ms,
    standInCores: (user + system) / 1000 / ms,
    busyCores: (busyMs() - busy) / ms,
  };
};
