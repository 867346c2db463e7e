import { once } from 'node:events';
import type { Server } from 'node:net';

/** Lets a server listen to this machine alone, on any free port. @returns the port */
export const listenLocally = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
