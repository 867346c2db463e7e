import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { listenLocally } from '../listen-locally.ts';

/** A line to a server that can be cut. */
export interface Line {
  readonly port: number;
  /** From now on what goes to the server is shown; the line is cut where it is said so. */
  readonly watch: (cut: ((sent: Buffer) => 'before' | 'after' | undefined) | null) => void;
  readonly close: () => Promise<void>;
}

/** Leads from a free port of this machine to a server's. */
export const openLine = async (to: number): Promise<Line> => {
  const open = new Set<Socket>();
  let watching: Parameters<Line['watch']>[0] = null;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    let cut = false;
    for (const each of [near, far]) {
      open.add(each);
      each.on('error', () => undefined);
      each.on('close', () => {
        open.delete(each);
        near.destroy();
        // What was sent before arrives all the same.
        far.end();
      });
    }
    near.on('data', (sent: Buffer) => {
      const where = watching?.(sent);
      cut ||= where !== undefined;
      if (where !== 'before') far.write(sent);
      if (cut) near.destroy();
    });
    far.on('data', (answer: Buffer) => void (cut || near.write(answer)));
  });
  const port = await listenLocally(server);
  return {
    port,
    watch: (next) => {
      watching = next;
    },
    close: async () => {
      for (const each of open) each.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
