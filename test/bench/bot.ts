import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { appManifest } from '../../bot/manifest/manifest.ts';
import { DEFAULT_SEED } from '../../sandbox/slack/seed/default-seed.ts';
import { seedFromManifest } from '../../sandbox/slack/seed/from-manifest.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { startSlack } from '../../sandbox/slack/start-slack.ts';
import { SLACK_ACCESS } from '../support/slack-app.ts';
import { type RunningApp, startFloor, startWholeBot } from './bot-apps.ts';
import { type ApprovedRound, type Pair, runApprovals } from './bot-approvals.ts';
import { type App, type Round, runFlows } from './bot-flows.ts';
import { APPROVED, DIRECT, type Measure, REPORT_HEAD, reportLines } from './bot-report.ts';

// `npm run bench:bot`: how long people wait for the bot, and for two floors below it, in turns in the
// same run, over HTTP, with the workspace, the platform and each app in a process of its own.
// `npm run bench:bot -- 0.1` takes a tenth of the flows: to see that it runs, not to measure.
// `npm run bench:bot -- 1 approved` measures only what someone approves.
const STAGES = [
  { atOnce: 1, flows: 300 },
  { atOnce: 20, flows: 600 },
  { atOnce: 200, flows: 1200 },
] as const;
const APPROVED_STAGES = [
  { atOnce: 1, flows: 150 },
  { atOnce: 20, flows: 300 },
] as const;
const ROUNDS = 3;
// A bot runs for weeks: what is measured is code that has been run before.
const WARM_UP = 500;
const APPROVED_WARM_UP = 100;

const scale = z.coerce.number().gt(0).max(1).default(1).parse(process.argv[2]);
const only = z.enum(['direct', 'approved']).optional().parse(process.argv[3]);
const scaled = (flows: number): number => Math.max(1, Math.round(flows * scale));

const rounded = (flows: number): number => Math.ceil(scaled(flows) / ROUNDS);
const needed = (warmUp: number, stages: readonly { readonly flows: number }[]): number =>
  scaled(warmUp) + ROUNDS * stages.reduce((sum, { flows }) => sum + rounded(flows), 0);
const people = Array.from({ length: needed(WARM_UP, STAGES) }, (_, index) => `person${index}`);
const pairs = Array.from(
  { length: needed(APPROVED_WARM_UP, APPROVED_STAGES) },
  (_, index): Pair => ({ asker: `asker${index}`, approver: `approver${index}` }),
);
const askers = pairs.map(({ asker }) => asker);
const everybody = [...people, ...askers, ...pairs.map(({ approver }) => approver)];

const folder = await mkdtemp(join(tmpdir(), 'tenant-token-bench-'));
const slack = await startSlack({
  app: SLACK_ACCESS,
  rateLimits: false,
  journalLength: 0,
  seed: {
    ...seedFromManifest(appManifest('http')),
    people: [
      ...DEFAULT_SEED.people,
      ...everybody.map((name) => ({ name, role: 'member' as const, locale: 'en-US' })),
    ],
    channels: DEFAULT_SEED.channels.map((channel) =>
      channel.name === 'general'
        ? { ...channel, members: [...channel.members, ...people, ...askers] }
        : channel,
    ),
    groups: [{ id: 'S0ONCALL', handle: 'on-call', members: ['ada', 'ivo'] }],
  },
});

const apps: RunningApp[] = [];
try {
  apps.push(await startFloor(slack, 'bare', folder));
  apps.push(await startFloor(slack, 'unavoidable', folder));
  apps.push(await startWholeBot(slack, folder, pairs));
  console.log(
    `Milliseconds as p50 / p99. A floor's flow ends with the ack, the bot's with the receipt.\n\n${REPORT_HEAD}`,
  );
  const measure = async <Who, Ran extends Round | ApprovedRound>(
    free: readonly Who[],
    run: (slack: Slack, app: App, free: Who[], flows: number, atOnce: number) => Promise<Ran>,
    stages: readonly { readonly atOnce: number; readonly flows: number }[],
    warmUp: number,
    measures: readonly Measure[],
  ): Promise<void> => {
    const left = new Map(apps.map(({ name }) => [name, [...free]]));
    const runOne = (app: RunningApp, flows: number, atOnce: number): Promise<Ran> =>
      run(slack, app, left.get(app.name) ?? [], flows, atOnce);
    for (const app of apps) await runOne(app, scaled(warmUp), 20);
    for (const { atOnce, flows } of stages) {
      const rounds: Record<RunningApp['name'], Ran[]> = { bare: [], unavoidable: [], bot: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const app of apps) rounds[app.name].push(await runOne(app, rounded(flows), atOnce));
      }
      for (const line of reportLines(atOnce, rounds, measures)) console.log(line);
    }
  };
  if (only !== 'approved') await measure(people, runFlows, STAGES, WARM_UP, DIRECT);
  if (only !== 'direct') {
    await measure(pairs, runApprovals, APPROVED_STAGES, APPROVED_WARM_UP, APPROVED);
  }
} finally {
  for (const app of apps) await app.close();
  await slack.close();
  await rm(folder, { recursive: true, force: true });
}
