import { cpus } from 'node:os';
import { median } from '../median.ts';
import { type BenchBot, startBenchBot } from './bots.ts';
import { forgetShare, holdToShare } from './core-share.ts';
import type { BenchDatabase, BenchEngine } from './database.ts';
import { startLightPlatform } from './light-platform.ts';
import type { LightSlack } from './light-slack.ts';
import type { LightPeople } from './people.ts';
import { atMost, type Measured, percentile } from './report.ts';
import { type LightRound, runLightFlows } from './run-flows.ts';

const ROUNDS = 3;
/** Of each process, as is how many ask at once: a second one is there for more people. */
const WARM_UP = 300;
const EACH = 300;
const AT_ONCE = 40;
const MANY_AT_ONCE = 200;
const MANY = 1000;
/** Of `monitorEventLoopDelay`, which says 10 ms of a loop that has nothing to do. */
const LOOP_MS = 50;
const SPEED_UP = 1.6;

/** As much as leaves the database and the stand-ins the rest of two cores, and more than they need. */
const HELD_CORES = 0.3;

interface Shape {
  readonly name: string;
  readonly database: BenchDatabase;
  readonly bots: readonly BenchBot[];
}

type Rounds = ReadonlyMap<Shape, readonly LightRound[]>;

const origins = ({ bots }: Shape): readonly string[] => bots.map(({ origin }) => origin);

const speedIn = (rounds: Rounds, shape: Shape): number =>
  median((rounds.get(shape) ?? []).map(({ perSecond }) => perSecond));

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

/** Runs the same in each shape in turns. */
const inTurns = async (
  shapes: readonly Shape[],
  run: (shape: Shape) => Promise<LightRound>,
): Promise<Rounds> => {
  const rounds = new Map<Shape, readonly LightRound[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const shape of shapes) {
      rounds.set(shape, [...(rounds.get(shape) ?? []), await run(shape)]);
    }
  }
  return rounds;
};

/** Two processes against one as they share this machine with the database, the stand-ins and the people. */
const sideBySide = (one: Shape, two: Shape, rounds: Rounds): readonly Measured[] => {
  const medianOf = (shape: Shape, figure: 'busyCores' | 'standInCores'): string =>
    median((rounds.get(shape) ?? []).map((round) => round[figure])).toFixed(2);
  return [
    {
      name: 'two processes against one, all on one machine: flows a second',
      value: speedIn(rounds, two).toFixed(0),
      against: speedIn(rounds, one).toFixed(0),
      ratio: speedIn(rounds, two) / speedIn(rounds, one),
    },
    {
      name: `the same: cores at work, of ${cpus().length}`,
      value: medianOf(two, 'busyCores'),
      against: `${medianOf(one, 'busyCores')} with one; the stand-ins ${medianOf(two, 'standInCores')}`,
    },
  ];
};

/** Two against one where each process has a share of a core and all else has what it needs. */
const sharesHeld = async (
  one: Shape,
  two: Shape,
  run: (shape: Shape) => Promise<LightRound>,
): Promise<Measured> => {
  const name = `two processes against one, each held to ${HELD_CORES} of a core: flows a second`;
  try {
    for (const { pid } of [one, two].flatMap(({ bots }) => bots)) holdToShare(pid, HELD_CORES);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, value: 'not measured', against: why };
  }
  const rounds = await inTurns([one, two], run);
  const ratio = speedIn(rounds, two) / speedIn(rounds, one);
  return {
    name,
    value: speedIn(rounds, two).toFixed(0),
    against: speedIn(rounds, one).toFixed(0),
    ratio,
    aim: { text: `≥ ${SPEED_UP} ×`, met: ratio >= SPEED_UP },
  };
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
    const shape = { name, database, bots };
    shapes.push(shape);
    return shape;
  };
  try {
    const file = await open('SQLite', engines.sqlite, 1);
    const one = await open('PostgreSQL', engines.postgres, 1);
    const two = await open('PostgreSQL two', engines.postgres, 2);
    const measured: Measured[] = [];
    const run = (shape: Shape, flows: number): Promise<LightRound> =>
      runLightFlows(
        people,
        origins(shape),
        scaled(flows, share) * shape.bots.length,
        AT_ONCE * shape.bots.length,
      );
    for (const shape of shapes) await run(shape, WARM_UP);
    for (const shape of [file, one]) {
      measured.push(...(await underLoad(people, shape, scaled(MANY, share))));
    }
    const each = (shape: Shape): Promise<LightRound> => run(shape, EACH);
    const rounds = await inTurns(shapes, each);
    measured.push(
      {
        name: 'PostgreSQL against SQLite: flows a second',
        value: speedIn(rounds, one).toFixed(0),
        against: speedIn(rounds, file).toFixed(0),
        ratio: speedIn(rounds, one) / speedIn(rounds, file),
      },
      ...sideBySide(one, two, rounds),
      await sharesHeld(one, two, each),
    );
    return measured;
  } finally {
    for (const { bots, database } of shapes) {
      for (const bot of bots) await bot.close();
      await database.close();
      for (const { pid } of bots) forgetShare(pid);
    }
    await platform.close();
  }
};
