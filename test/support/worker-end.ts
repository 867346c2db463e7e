type Task = () => Promise<void>;

/** What is kept here is shared by the tests and by the environment, which has modules of its own. */
const KEY = Symbol.for('tenant-token:worker-end');

const tasks = (): Set<Task> => {
  const { [KEY]: known } = globalThis as { [KEY]?: Set<Task> };
  if (known) return known;
  const made = new Set<Task>();
  Object.assign(globalThis, { [KEY]: made });
  return made;
};

/**
 * Puts off a task until this worker has run all of its files.
 * @param task what is awaited then; the environment `test/e2e/environment.ts` runs it
 */
export const atWorkerEnd = (task: Task): void => {
  tasks().add(task);
};

/** Runs what was put off, all at once. */
export const endWorker = async (): Promise<void> => {
  const put = [...tasks()];
  tasks().clear();
  await Promise.all(put.map((task) => task()));
};
