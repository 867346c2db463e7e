import { startBenchBot } from './bots.ts';
import type { BenchEngine } from './database.ts';
import { startLightPlatform } from './light-platform.ts';
import type { LightSlack } from './light-slack.ts';
import type { LightPeople } from './people.ts';
import { atMost, type Measured } from './report.ts';
import { runLightFlows } from './run-flows.ts';

const FLOWS = 5000;
const AT_ONCE = 50;
const READINGS = 20;
/**
 * What is kept is bounded, and full after so much of 100,000 flows: 10,000 people, 5,000 conversations, and
 * the signatures of ten minutes or of 50,000 flows.
 */
const WARM_UP_SHARE = 0.4;
const WHOLE = 100_000;
/** Of the growth over 100,000 flows. */
const AIM_MB = 10;

/** The slope of a line through points, by least squares. */
const slopeOf = (points: readonly (readonly [number, number])[]): number => {
  const mean = (of: 0 | 1): number => points.reduce((sum, at) => sum + at[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
};

/** How much a process on SQLite grows, flow after flow. @param share of the usual number of flows */
export const measureMemory = async (
  slack: LightSlack,
  people: LightPeople,
  folder: string,
  engine: BenchEngine,
  share: number,
): Promise<readonly Measured[]> => {
  const count = Math.ceil(FLOWS * share);
  const platform = await startLightPlatform(10);
  const database = await engine.create('memory');
  const bot = await startBenchBot({ slack, platform }, database.url, folder, 'memory');
  try {
    const readings: (readonly [number, number])[] = [];
    const heaps: number[] = [];
    for (let reading = 1; reading <= READINGS; reading += 1) {
      await runLightFlows(people, [bot.origin], Math.ceil(count / READINGS), AT_ONCE);
      const { residentMb, heapMb } = await bot.figures();
      readings.push([(reading * count) / READINGS, residentMb]);
      heaps.push(heapMb);
    }
    const warm = readings.slice(Math.floor(WARM_UP_SHARE * READINGS));
    const grown = slopeOf(warm) * WHOLE;
    const sizes = readings.map(([, mb]) => mb.toFixed(0));
    return [
      {
        name: `memory over ${count} flows, MB: growth by the slope after warm-up, for 100,000`,
        value: grown.toFixed(1),
        against: `${sizes[0]} … ${sizes.at(-1)}, ${Math.max(...sizes.map(Number))} at most; heap ${Math.max(...heaps).toFixed(0)}`,
        aim: atMost(grown, AIM_MB, 'MB'),
      },
    ];
  } finally {
    await bot.close();
    await platform.close();
    await database.close();
  }
};
