/** Runs tasks of one name after each other, in the order in which they came. */
export type OneAtATime = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** A queue for each name; tasks of different names run side by side. */
export const createOneAtATime = (): OneAtATime => {
  const tails = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const before = tails.get(name) ?? Promise.resolve();
    // A task's failure is its caller's; the next one runs all the same.
    const result = before.then(task, task);
    tails.set(name, result);
    const clear = (): void => {
      if (tails.get(name) === result) tails.delete(name);
    };
    result.then(clear, clear);
    return result;
  };
};
