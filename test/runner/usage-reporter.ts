import type { Reporter, TestModule } from 'vitest/node';

const seconds = (ms: number): string => (ms / 1000).toFixed(1).padStart(7);

/** @returns a line for a file: seconds by the clock and of the processor, MB, its path */
const line = (file: TestModule): string => {
  const { duration, collectDuration, setupDuration } = file.diagnostic();
  const { usage } = file.meta();
  const cpu = usage ? seconds(usage.cpuSeconds * 1000) : '      –';
  const memory = (usage?.memoryMb.toFixed(0) ?? '–').padStart(6);
  return `${seconds(duration + collectDuration + setupDuration)} ${cpu} ${memory}  ${file.relativeModuleId}`;
};

/** Prints at the end how long each file took and what it used, the longest first. */
export const usageReporter: Reporter = {
  onTestRunEnd: (files) => {
    const sorted = files.toSorted((a, b) => b.diagnostic().duration - a.diagnostic().duration);
    console.log(['', '  clock     cpu     MB  file', ...sorted.map(line), ''].join('\n'));
  },
};
