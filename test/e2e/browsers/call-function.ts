function asSource(argument: unknown): string {
  if (typeof argument === 'function') return `(${argument.toString()})`;
  return JSON.stringify(argument) ?? 'undefined';
}

/**
 * Runs a function in another JavaScript realm, which takes source text and gives back a string.
 *
 * @param evaluate evaluates an expression there that gives a string, or a promise of one
 * @param fn a function that stands alone: nothing it refers to goes with it
 * @param args what to call it with: functions that stand alone travel as source text, the rest as
 *   JSON
 * @returns its result, awaited, which travels as JSON too
 */
export async function callFunction<Args extends unknown[], Result>(
  evaluate: (expression: string) => Promise<string>,
  fn: (...args: Args) => Result,
  args: Args,
): Promise<Awaited<Result>> {
  const call = `${asSource(fn)}(${args.map(asSource).join(', ')})`;
  // JSON has no undefined: an empty string stands for it.
  const json = await evaluate(`(async () => JSON.stringify(await ${call}) ?? '')()`);
  return (json === '' ? undefined : JSON.parse(json)) as Awaited<Result>;
}
