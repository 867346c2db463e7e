import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInContext, Script } from 'node:vm';
import { type Around, extensionApis, handOver } from './extension-apis.ts';
import { workerContext } from './realm.ts';

/** The extension's background, as it was built, in a world of its own. */
export interface BackgroundProcess {
  readonly ask: (message: unknown) => Promise<unknown>;
  readonly end: () => void;
}

const compiled = new Map<string, Script>();

const scriptAt = (path: string): Script => {
  const script = compiled.get(path) ?? new Script(readFileSync(path, 'utf8'), { filename: path });
  compiled.set(path, script);
  return script;
};

/** Starts the background of an unpacked extension. */
export const startBackgroundProcess = (extensionDir: string, around: Around): BackgroundProcess => {
  const { context, realm } = workerContext(around.profile, around.origin);
  let listener: Parameters<typeof handOver>[0] | undefined;
  const chrome = extensionApis(around, realm, (heard) => {
    listener = heard;
  });
  Object.assign(context, { chrome, self: runInContext('globalThis', context) as object });
  scriptAt(join(extensionDir, 'background.js')).runInContext(context);
  return {
    ask: async (message) => {
      if (!listener || realm.hasEnded()) throw new Error('The background listens to nothing.');
      return handOver(listener, realm.plain(message), around);
    },
    end: realm.end,
  };
};
