import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBotProcess } from '../../../sandbox/team/bot-process.ts';
import { freePort } from '../../support/free-port.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';
import type { LightPlatform } from './light-platform.ts';
import type { LightSlack } from './light-slack.ts';
import { CHANNEL } from './people.ts';

/** What a bot's `/metrics` says of its process. */
interface ProcessFigures {
  /** Of one core, since its start. */
  readonly cpuSeconds: number;
  readonly residentMb: number;
  readonly heapMb: number;
  /** Since these figures were read last, in milliseconds: as `monitorEventLoopDelay` has it. */
  readonly loopP99: number;
  readonly loopMax: number;
}

/** A bot as a process of its own, as `npm run bot` runs it. */
export interface BenchBot {
  readonly origin: string;
  readonly pid: number;
  readonly figures: () => Promise<ProcessFigures>;
  readonly close: () => Promise<void>;
}

const POLICY = {
  ask: 'Ada Berger',
  rules: [
    {
      who: { channels: [CHANNEL] },
      tenants: 'any',
      permissions: ['read', 'write'],
      maxDays: 90,
    },
  ],
};

const MEGA = 1_000_000;

const figuresFrom = (text: string): ProcessFigures => {
  const valueOf = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    cpuSeconds: valueOf('process_cpu_seconds_total'),
    residentMb: valueOf('process_resident_memory_bytes') / MEGA,
    heapMb: valueOf('nodejs_heap_size_used_bytes') / MEGA,
    loopP99: valueOf('nodejs_eventloop_lag_p99_seconds') * 1000,
    loopMax: valueOf('nodejs_eventloop_lag_max_seconds') * 1000,
  };
};

/**
 * Starts a bot beside a Slack and a platform.
 * @param folder for its policy and its log, which are its own by `name`
 */
export const startBenchBot = async (
  { slack, platform }: { readonly slack: LightSlack; readonly platform: LightPlatform },
  databaseUrl: string,
  folder: string,
  name: string,
): Promise<BenchBot> => {
  const policyFile = join(folder, `${name}-policy.json`);
  await writeFile(policyFile, JSON.stringify(POLICY));
  const metricsPort = await freePort();
  const bot = await startBotProcess(
    {
      SLACK_BOT_TOKEN: SLACK_ACCESS.botToken,
      SLACK_SIGNING_SECRET: SLACK_ACCESS.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      METRICS_PORT: String(metricsPort),
      TENANT_API_URL: platform.origin,
      TENANT_API_KEY: 'bench-key-of-no-tenant-at-all',
      POLICY_FILE: policyFile,
      DATABASE_URL: databaseUrl,
    },
    join(folder, `${name}.log`),
  );
  return {
    origin: `http://127.0.0.1:${bot.port}`,
    pid: bot.pid,
    figures: async () => {
      const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      return figuresFrom(await answer.text());
    },
    close: bot.close,
  };
};
