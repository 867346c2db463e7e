import { z } from 'zod';
import { createDying } from '../dying.ts';
import { openCrashBot } from './crash-bot.ts';
import type { Step } from './points.ts';
import { type PetitionTask, type Task, taskSchema } from './task.ts';

// A process that dies not by an exception, but by SIGKILL. It has several bots, each on a database of its
// own and each with a point: who has come there stands still, with nothing of theirs beginning or coming
// back, and the last that comes to its point takes the process, and all of them, along.

const tasks = z.array(taskSchema).parse(JSON.parse(process.env['CRASH_TASKS'] ?? ''));

const live = async (task: Task, number: number): Promise<boolean> => {
  /** A pipe takes the line before the call returns, as a socket takes the answer to Slack. */
  const say = (line: string): void => void process.stdout.write(`${number} ${line}\n`);
  const dying = createDying<Step>(task.dies);
  const { around } = dying;

  const story = async (): Promise<void> => {
    const started = Date.now();
    const bot = await openCrashBot(task, () => task.now + (Date.now() - started), dying);
    const { flows, petitions } = bot;

    const request = async ({ submission, revokes }: Task['requests'][number]): Promise<void> => {
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
  };

  const died = dying.died.then(() => {
    say('died');
    return true;
  });
  return Promise.race([story().then(() => false), died]);
};

const ends = await Promise.all(tasks.map(live));
if (ends.includes(true)) process.kill(process.pid, 'SIGKILL');
