import { NOT_INSTALLED } from '../messages/installs/not-installed.ts';

const call = async (args: object, name: 'ack' | 'respond', given?: object): Promise<void> => {
  const way: unknown = Reflect.get(args, name);
  if (typeof way === 'function') await (way as (given?: object) => Promise<unknown>)(given);
};

/**
 * Answers a request of a workspace where the app is not installed, in so far as its kind can be answered:
 * nobody there is known, nor their language.
 */
export const sayNotInstalled = async (args: object): Promise<void> => {
  await call(args, 'ack');
  await call(args, 'respond', { response_type: 'ephemeral', text: NOT_INSTALLED });
};
