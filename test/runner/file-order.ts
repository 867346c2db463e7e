import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The walks through all screens, which take longest, whatever the size of their files. */
const isWalk = ({ moduleId }: TestSpecification): boolean =>
  /(\/accessibility|-looks)\.test\.ts$/.test(moduleId);

/**
 * Runs what takes longest first, so that no worker ends alone: end-to-end, integration, unit; of
 * each what took longest here last time, or what is known to where nothing has run yet.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // By the names of the projects, which happen to stand in this order, and then by duration.
    const sorted = await super.sort(files);
    const isKnown = files.some((file) => this.ctx.cache.getTestSpecificationResult(file));
    return isKnown ? sorted : [...sorted.filter(isWalk), ...sorted.filter((file) => !isWalk(file))];
  }
}
