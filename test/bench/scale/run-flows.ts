import { cpus } from 'node:os';
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
  const flows: LightFlow[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      flows.push(await people.ask(bots));
    }
  };
  const [started, cpu, busy] = [performance.now(), process.cpuUsage(), busyMs()];
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return {
    flows,
    perSecond: (1000 * count) / ms,
    standInCores: (user + system) / 1000 / ms,
    busyCores: (busyMs() - busy) / ms,
  };
};
