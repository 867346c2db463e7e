/** Where a process dies, by the step that it is at. */
export type Point<Step extends string> = `${'before' | 'after'} ${Step}`;

/** Every point at which a process can die. */
export const pointsOf = <Step extends string>(steps: readonly Step[]): readonly Point<Step>[] =>
  steps.flatMap((step): Point<Step>[] => [`before ${step}`, `after ${step}`]);

/** A process that dies at one point: what it is at from then on never comes to its end. */
export interface Dying<Step extends string> {
  readonly died: Promise<void>;
  /** Does something that is no step. */
  readonly alive: <T>(work: () => Promise<T>) => Promise<T>;
  readonly around: <T>(step: Step, work: () => Promise<T>) => Promise<T>;
}

const NEVER = new Promise<never>(() => undefined);

/** @param dies null where it lives */
export const createDying = <Step extends string>(dies: Point<Step> | null): Dying<Step> => {
  const death = Promise.withResolvers<void>();
  let dead = false;
  const reach = (point: Point<Step>): void => {
    if (point !== dies) return;
    dead = true;
    death.resolve();
  };
  const alive: Dying<Step>['alive'] = async (work) => {
    if (dead) return NEVER;
    const result = await work();
    return dead ? NEVER : result;
  };
  return {
    died: death.promise,
    alive,
    around: async (step, work) => {
      reach(`before ${step}`);
      return alive(async () => {
        const result = await work();
        reach(`after ${step}`);
        return result;
      });
    },
  };
};
