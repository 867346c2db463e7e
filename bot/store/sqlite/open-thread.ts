import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, Job, Outcome, ThreadData } from './jobs.ts';

/** A SQLite file, open in a thread of its own. */
export interface SqliteThread {
  /** Has a job done, after those that were asked for before. @throws what the job throws */
  readonly ask: (job: Job) => Promise<Outcome>;
  /** Closes the file, once all that was asked for is done. */
  readonly close: () => Promise<void>;
}

type Waiting = PromiseWithResolvers<Outcome>;

/**
 * Starts the thread. The file is opened with its first job.
 * @param file a path, whose folder is made where it is missing, or `:memory:`
 */
export const openThread = (file: string): SqliteThread => {
  const waiting: Waiting[] = [];
  let gone: Error | undefined;
  // It needs nothing of the environment, in which there are secrets.
  const worker = new Worker(new URL('thread.ts', import.meta.url), {
    name: 'sqlite',
    workerData: { file } satisfies ThreadData,
    env: {},
    execArgv: [],
  });
  const exited = once(worker, 'exit');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's, not a window's
  const send = (job: Job): void => worker.postMessage(job);
  const end = (why: Error): void => {
    gone = why;
    for (const { reject } of waiting.splice(0)) reject(why);
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('outcome' in answer) asked?.resolve(answer.outcome);
    else asked?.reject(Object.assign(new Error(answer.fault.message), answer.fault.codes));
  });
  worker.on('error', end);
  worker.on('exit', () => end(gone ?? new Error('The database is closed.')));

  const ask: SqliteThread['ask'] = async (job) => {
    if (gone) throw gone;
    const asked = Promise.withResolvers<Outcome>();
    waiting.push(asked);
    send(job);
    return asked.promise;
  };
  return {
    ask,
    close: async () => {
      if (gone) return;
      // Its end is the answer, after those to all jobs before.
      send({ kind: 'close' });
      await exited;
    },
  };
};
