import { OPERATION_PREFIX } from '../../../extension/channel/session-keys.ts';
import * as z from 'zod/mini';
import { until } from '../browsers/until.ts';
import type { World } from './world.ts';

const keptSchema = z.object({ flow: z.object({ step: z.string() }) });

/** Every token that stands in the extension's memory, in whatever place. */
export const tokensInMemory = async (world: World): Promise<string[]> => {
  const memory = JSON.stringify(await world.session.extensionStorage('session'));
  return memory.match(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/g) ?? [];
};

/** The steps of the operations that the extension keeps. */
const keptSteps = async (world: World): Promise<string[]> =>
  Object.entries(await world.session.extensionStorage('session'))
    .filter(([key]) => key.startsWith(OPERATION_PREFIX))
    .map(([, kept]) => keptSchema.parse(kept).flow.step);

/** Waits until the background has come to a step with the only operation, while no popup is open. */
export const waitUntilKept = async (world: World, step: string): Promise<void> => {
  let last: string[] = [];
  const look = async (): Promise<true | undefined> => {
    last = await keptSteps(world);
    return last.length === 1 && last[0] === step ? true : undefined;
  };
  await until(`${step} to be kept`, look, () => `kept is ${last.join(', ')}`);
};

/** Waits until the toolbar button's badge says something; empty for nothing. */
export const waitForBadge = async (world: World, text: string): Promise<void> => {
  await until(`the badge “${text}”`, async () =>
    (await world.badge()) === text ? true : undefined,
  );
};
