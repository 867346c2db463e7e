import { cpus } from 'node:os';
import { median } from '../median.ts';
import { type BenchBot, startBenchBot } from './bots.ts';
import type { BenchDatabase, BenchEngine } from './database.ts';
import { startLightPlatform } from './light-platform.ts';
import type { LightSlack } from './light-slack.ts';
import type { LightPeople } from './people.ts';
import { atMost, type Measured, percentile } from './report.ts';
import { type LightRound, runLightFlows } from './run-flows.ts';

const ROUNDS = 3;
const WARM_UP = 300;
const EACH = 300;
const AT_ONCE = 40;
const MANY_AT_ONCE = 200;
const MANY = 1000;
/** Of `monitorEventLoopDelay`, which says 10 ms of a loop that has nothing to do. */
const LOOP_MS = 50;
const CORES = 2;
const SPEED_UP = 1.6;

interface Shape {
  readonly name: string;
  readonly database: BenchDatabase;
  readonly bots: readonly BenchBot[];
  readonly rounds: LightRound[];
}

const origins = ({ bots }: Shape): readonly string[] => bots.map(({ origin }) => origin);

const speedOf = ({ rounds }: Shape): number => median(rounds.map(({ perSecond }) => perSecond));

const scaled = (flows: number, share: number): number => Math.ceil(flows * Math.min(share, 1));

/** The event loop and the memory of one process while 200 ask at once, and what they leave on disk. */
const underLoad = async (
  people: LightPeople,
  shape: Shape,
  count: number,
): Promise<readonly Measured[]> => {
  const [bot] = shape.bots;
  if (!bot) return [];
  const rest = await bot.figures();
  const before = await shape.database.bytes();
  const { flows, perSecond } = await runLightFlows(people, origins(shape), count, MANY_AT_ONCE);
  const after = await bot.figures();
  const grown = (await shape.database.bytes()) - before;
  const cpuMs = (1000 * (after.cpuSeconds - rest.cpuSeconds)) / count;
  const acks = flows.map(({ acked }) => acked);
  return [
    {
      name: `${shape.name}, 200 at once: event-loop delay p99, ms`,
      value: after.loopP99.toFixed(0),
      against: `${after.loopMax.toFixed(0)} at most`,
      aim: atMost(after.loopP99, LOOP_MS, 'ms'),
    },
    {
      name: `${shape.name}, 200 at once: flows a second`,
      value: perSecond.toFixed(0),
      against: `${cpuMs.toFixed(1)} ms of a core each; ack p99 ${percentile(acks, 0.99).toFixed(0)} ms`,
    },
    {
      name: `${shape.name}, 200 at once: memory, MB`,
      value: after.residentMb.toFixed(0),
      against: `${rest.residentMb.toFixed(0)} before`,
    },
    {
      name: `${shape.name}: disk for 1,000 requests, MB`,
      value: ((grown / 1_000_000) * (1000 / count)).toFixed(1),
    },
  ];
};

/**
 * One process on SQLite, one on PostgreSQL, and two of them, in turns in the same run.
 * @param share of the usual number of flows
 */
export const measureShapes = async (
  slack: LightSlack,
  people: LightPeople,
  folder: string,
  engines: { readonly sqlite: BenchEngine; readonly postgres: BenchEngine },
  share: number,
): Promise<readonly Measured[]> => {
  const platform = await startLightPlatform(10);
  const shapes: Shape[] = [];
  const open = async (name: string, engine: BenchEngine, processes: number): Promise<Shape> => {
    const key = name.replace(/\W+/g, '_').toLowerCase();
    const database = await engine.create(key);
    const bots: BenchBot[] = [];
    for (let each = 0; each < processes; each += 1) {
      const at = { slack, platform };
      bots.push(await startBenchBot(at, database.url, folder, `${key}-${each}`));
    }
    const shape = { name, database, bots, rounds: [] };
    shapes.push(shape);
    return shape;
  };
  try {
    const file = await open('SQLite', engines.sqlite, 1);
    const one = await open('PostgreSQL', engines.postgres, 1);
    const two = await open('PostgreSQL two', engines.postgres, 2);
    const measured: Measured[] = [];
    const run = (shape: Shape, flows: number): Promise<LightRound> =>
      runLightFlows(people, origins(shape), scaled(flows, share), AT_ONCE);
    for (const shape of shapes) await run(shape, WARM_UP);
    for (const shape of [file, one]) {
      measured.push(...(await underLoad(people, shape, scaled(MANY, share))));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const shape of shapes) {
        shape.rounds.push(await run(shape, EACH));
      }
    }
    const byEngine = speedOf(one) / speedOf(file);
    const byTwo = speedOf(two) / speedOf(one);
    const taken = median(two.rounds.map(({ standInCores }) => standInCores));
    const busyOf = ({ rounds }: Shape): string =>
      median(rounds.map(({ busyCores }) => busyCores)).toFixed(2);
    // Without the stand-ins, which stand on other machines, the bots would have what those took.
    const freed = byTwo * (CORES / (CORES - Math.min(taken, 1)));
    return [
      ...measured,
      {
        name: 'PostgreSQL against SQLite: flows a second',
        value: speedOf(one).toFixed(0),
        against: speedOf(file).toFixed(0),
        ratio: byEngine,
      },
      {
        name: 'two processes against one: flows a second',
        value: speedOf(two).toFixed(0),
        against: speedOf(one).toFixed(0),
        ratio: byTwo,
      },
      {
        name: `the same, without the ${taken.toFixed(2)} cores that the stand-ins took`,
        value: '',
        ratio: freed,
        aim: { text: `≥ ${SPEED_UP} ×`, met: freed >= SPEED_UP },
      },
      {
        name: `two processes: cores at work, of ${cpus().length}`,
        value: busyOf(two),
        against: `${busyOf(one)} with one`,
      },
    ];
  } finally {
    for (const { bots, database } of shapes) {
      for (const bot of bots) await bot.close();
      await database.close();
    }
    await platform.close();
  }
};
