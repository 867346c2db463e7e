import { openCrashBot, type Around } from './crash-bot.ts';
import type { CrashPoint } from './points.ts';
import { type PetitionTask, taskSchema } from './task.ts';

// A bot process that dies at one named point: not by an exception, but by SIGKILL.

const task = taskSchema.parse(JSON.parse(process.env['CRASH_TASK'] ?? ''));

const reach = (point: CrashPoint): void => {
  if (point === task.dies) process.kill(process.pid, 'SIGKILL');
};

const around: Around = async (step, work) => {
  reach(`before ${step}`);
  const result = await work();
  reach(`after ${step}`);
  return result;
};

/** A pipe takes the line before the call returns, as a socket takes the answer to Slack. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const started = Date.now();
const bot = await openCrashBot(task, () => task.now + (Date.now() - started), around);
const { flows, petitions } = bot;

const request = async ({ submission, revokes }: (typeof task.requests)[number]): Promise<void> => {
  const claim = await flows.claim(submission);
  if (!claim.ok) throw new Error(`The claim failed: ${claim.error}.`);
  const { flowId } = claim.value;
  await around('ack', async () => say(`acked ${flowId}`));
  await flows.run(flowId);
  if (revokes) await flows.revoke(flowId, submission, null);
};

const petition = async (wanted: PetitionTask): Promise<void> => {
  const put = await bot.submit(wanted);
  if (!put.ok) throw new Error(`The petition failed: ${put.error}.`);
  const { id } = put.value;
  await around('petition ack', async () => say(`acked ${id}`));
  await petitions.run(id);
  if (await bot.goOn(id, wanted, () => say(`taken ${id}`))) say(`delivered ${id}`);
  await petitions.run(id);
};

if (task.requests.length + task.petitions.length > 0) {
  await Promise.all([...task.requests.map(request), ...task.petitions.map(petition)]);
} else {
  await bot.recover();
}
await bot.close();
