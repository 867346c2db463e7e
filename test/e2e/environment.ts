import { builtinEnvironments, type Environment } from 'vitest/runtime';
import { endWorker } from '../support/worker-end.ts';

/** Node, in a worker that keeps its browsers from one file to the next and ends them after the last. */
const environment: Environment = {
  ...builtinEnvironments.node,
  name: 'kept-browsers',
  setup: async (global, options) => {
    const node = await builtinEnvironments.node.setup(global, options);
    return {
      teardown: async (same) => {
        await endWorker();
        await node.teardown(same);
      },
    };
  },
};

export default environment;
