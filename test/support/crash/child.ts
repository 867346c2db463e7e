import { setTimeout } from 'node:timers/promises';
import { LogLevel } from '@slack/web-api';
import { systemClock, type Clock } from '../../../bot/time/clock.ts';
import { createTokenFlows } from '../../../bot/delivery/token-flows.ts';
import { createTurns } from '../../../bot/time/turns.ts';
import { createSlackClient } from '../../../bot/slack/client.ts';
import { createSlackRoutes, type SlackRoutes } from '../../../bot/slack/routes.ts';
import type { FlowStore } from '../../../bot/store/flow-store.ts';
import { nodeTransport } from '../../../bot/tenant-api/node-transport.ts';
import { secret } from '../../../shared/secret.ts';
import { createTenantApi } from '../../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';
import { sweepUntilAllRest } from '../guarantee.ts';
import { PLAIN_WORDS } from '../plain-words.ts';
import { openFlowStore } from '../open-flow-store.ts';
import type { CrashPoint, Step } from './points.ts';
import { taskSchema } from './task.ts';

// A bot process that dies at one named point: not by an exception, but by SIGKILL.

const task = taskSchema.parse(JSON.parse(process.env['CRASH_TASK'] ?? ''));

const reach = (point: CrashPoint): void => {
  if (point === task.dies) process.kill(process.pid, 'SIGKILL');
};

const around = async <T>(step: Step, work: () => Promise<T>): Promise<T> => {
  reach(`before ${step}`);
  const result = await work();
  reach(`after ${step}`);
  return result;
};

const dyingStore = (store: FlowStore): FlowStore => ({
  ...store,
  claim: (...args) => around('write claimed', () => store.claim(...args)),
  write: (seen, change) =>
    around(`write ${change.note.event}` as Step, () => store.write(seen, change)),
});

const dyingRoutes = (routes: SlackRoutes): SlackRoutes => ({
  ...routes,
  ephemeral: (...args) => around('call ephemeral', () => routes.ephemeral(...args)),
  respond: (...args) => around('call respond', () => routes.respond(...args)),
  openDm: (...args) => around('call openDm', () => routes.openDm(...args)),
  post: (...args) => around('call post', () => routes.post(...args)),
  update: (...args) => around('call update', () => routes.update(...args)),
});

const dyingApi = (api: TenantApi): TenantApi => ({
  ...api,
  next: (...args) => around('call next', () => api.next(...args)),
  save: (...args) => around('call save', () => api.save(...args)),
  cancel: (...args) => around('call cancel', () => api.cancel(...args)),
});

const started = Date.now();
let passed = 0;
const clock: Clock = {
  now: () => task.now + (Date.now() - started) + passed,
  sleep: (ms) => setTimeout(ms),
};
const silent = (): void => undefined;
const client = createSlackClient({
  botToken: secret(task.botToken),
  slackApiUrl: task.slackApiUrl,
  logger: {
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  },
});
const opened = await openFlowStore(task.databaseUrl);
const store = dyingStore(opened);
const flows = createTokenFlows({
  turns: createTurns(systemClock),
  store,
  api: dyingApi(createTenantApi(nodeTransport(task.platformOrigin, secret(task.apiKey)))),
  slack: dyingRoutes(createSlackRoutes(client, clock)),
  words: PLAIN_WORDS,
  clock,
  log: { debug: silent, info: silent, warn: silent, error: silent },
  leaseMs: 60_000,
});

const request = async ({ submission, revokes }: (typeof task.requests)[number]): Promise<void> => {
  const claim = await flows.claim(submission);
  if (!claim.ok) throw new Error(`The claim failed: ${claim.error}.`);
  const { flowId } = claim.value;
  // A pipe takes the line before the call returns, as a socket takes the answer to Slack.
  await around('ack', async () => void process.stdout.write(`acked ${flowId}\n`));
  await flows.run(flowId);
  if (revokes) await flows.revoke(flowId, submission, null);
};

if (task.requests.length > 0) await Promise.all(task.requests.map(request));
else {
  await sweepUntilAllRest(flows, store, (ms) => {
    passed += ms;
  });
}
await opened.close();
