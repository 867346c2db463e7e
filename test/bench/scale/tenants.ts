import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { median } from '../median.ts';
import { type BenchBot, startBenchBot } from './bots.ts';
import { type LightPlatform, startLightPlatform } from './light-platform.ts';
import type { LightSlack } from './light-slack.ts';
import type { LightPeople } from './people.ts';
import { atMost, type Measured, percentile } from './report.ts';

const SIZES = [10, 100_000] as const;
const ROUNDS = 5;
const EACH = 20;
/** What people type: nothing yet, a beginning, words in the middle, and what is not there. */
const TYPED = ['', 'plant', 'nord', 'plant 7', '7 of ost', 'nowhere at all'];
/** A tenth of Slack's three seconds. */
const P99_MS = 300;

interface Side {
  readonly bot: BenchBot;
  readonly platform: LightPlatform;
  readonly medians: number[];
  readonly all: number[];
}

/** Until the last tenant is found, the list is still being read. */
const untilRead = async (people: LightPeople, { bot }: Side, size: number): Promise<void> => {
  while ((await people.search(bot.origin, `plant ${size - 1} of`)) === '{"options":[]}') {
    await setTimeout(200);
  }
};

/** How long a search takes among 100,000 tenants, and among 10 in the same run. */
export const measureTenants = async (
  slack: LightSlack,
  people: LightPeople,
  folder: string,
): Promise<readonly Measured[]> => {
  const sides: Side[] = [];
  try {
    for (const size of SIZES) {
      const platform = await startLightPlatform(size);
      const databaseUrl = `file:${join(folder, `tenants-${size}.sqlite`)}`;
      const bot = await startBenchBot({ slack, platform }, databaseUrl, folder, `tenants-${size}`);
      const side: Side = { bot, platform, medians: [], all: [] };
      sides.push(side);
      await untilRead(people, side, size);
    }
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const { bot, medians, all } of sides) {
        const times: number[] = [];
        for (let each = 0; each < EACH; each += 1) {
          for (const typed of TYPED) {
            const began = performance.now();
            await people.search(bot.origin, typed);
            times.push(performance.now() - began);
          }
        }
        // The first round warms up.
        if (round < 0) continue;
        medians.push(median(times));
        all.push(...times);
      }
    }
    const [few, many] = sides as [Side, Side];
    const ratio = median(many.medians.map((each, round) => each / (few.medians[round] ?? 0)));
    const p99 = percentile(many.all, 0.99);
    const [little, much] = [await few.bot.figures(), await many.bot.figures()];
    return [
      {
        name: 'search among 100,000 tenants, p50 ms',
        value: median(many.medians).toFixed(1),
        against: `${median(few.medians).toFixed(1)} among 10`,
        ratio,
        aim: atMost(ratio, 2),
      },
      {
        name: 'search among 100,000 tenants, p99 ms',
        value: p99.toFixed(1),
        against: `${percentile(few.all, 0.99).toFixed(1)} among 10`,
        aim: atMost(p99, P99_MS, 'ms'),
      },
      {
        name: 'memory with 100,000 tenants, MB',
        value: `${much.residentMb.toFixed(0)} (heap ${much.heapMb.toFixed(0)})`,
        against: `${little.residentMb.toFixed(0)} (heap ${little.heapMb.toFixed(0)}) with 10`,
      },
    ];
  } finally {
    for (const { bot, platform } of sides) {
      await bot.close();
      await platform.close();
    }
  }
};
