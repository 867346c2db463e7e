import { once } from 'node:events';
import { createServer } from 'node:http';
import { collectDefaultMetrics, type Registry } from 'prom-client';

/** Where Prometheus reads. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Serves `/metrics`, on an address of its own: Slack's door is open to everybody.
 * @returns the port, and what stops it
 * @throws Error where the port is taken
 */
export const serveMetrics = async (
  registry: Registry,
  { host, port }: MetricsAddress,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  // Memory, processor time and how long the event loop is held up.
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
