import { afterAll } from 'vitest';
import { type Usage, usageOfTree } from './process-tree.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Processor time while the file ran, and memory at its end, browsers included. */
    usage?: Usage;
  }
}

const { cpuSeconds: before } = usageOfTree();

// The first argument is for fixtures, of which there are none: Vitest takes nothing but a pattern there.
// oxlint-disable-next-line no-empty-pattern
afterAll(({}, { file }) => {
  const { cpuSeconds, memoryMb } = usageOfTree();
  // A browser that ended takes its time with it where nobody asked for it.
  file.meta.usage = { cpuSeconds: Math.max(0, cpuSeconds - before), memoryMb };
});
