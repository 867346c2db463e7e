import { stat } from 'node:fs/promises';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs what takes shortest first: the first test that fails ends what is tried of a mutant. */
export class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const costs = new Map<TestSpecification, number>();
    for (const file of files) {
      const took = this.ctx.cache.getTestSpecificationResult(file)?.duration;
      // Milliseconds; of what has not run here yet, its size stands for them.
      costs.set(file, took ?? (await stat(file.moduleId)).size / 100);
    }
    return files.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
  }
}
