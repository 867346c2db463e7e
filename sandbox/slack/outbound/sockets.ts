import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { newSecret } from '../world/ids.ts';

/** Slack allows an app so many. */
const MAX_SOCKETS = 10;
/** Clients give up after 30 seconds without one. */
const PING_MS = 10_000;
const APPROXIMATE_SECONDS = 18_060;
const MAX_FRAME_BYTES = 1_000_000;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown() });

/** What an app answered over its socket, or that the socket went first. */
type SocketAnswer = { readonly payload: unknown } | 'closed';

/** The app's Socket Mode connections. */
export interface Sockets {
  /** A ticket for one connection. */
  readonly issueTicket: () => string;
  /** Takes over a connection that asks to become a socket. @returns false where the ticket is none */
  readonly upgrade: (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    ticket: string,
  ) => boolean;
  readonly count: () => number;
  /**
   * Sends an envelope over one of the sockets, in turn.
   * @param replays how many times more the same envelope follows; the first answer counts
   * @returns undefined where there is none
   */
  readonly send: (
    envelope: Readonly<Record<string, unknown>>,
    replays?: number,
  ) => Promise<SocketAnswer> | undefined;
  readonly disconnect: (reason: string) => void;
  /** Breaks them off without a word. */
  readonly terminate: () => void;
  readonly close: () => Promise<void>;
}

const parseAck = (data: string): z.infer<typeof ackSchema> | undefined => {
  try {
    return ackSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
};

/** Keeps the app's sockets. */
export const createSockets = (appId: string): Sockets => {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  /** Envelopes that wait, by their id. */
  const waiting = new Map<
    string,
    { readonly socket: WebSocket; readonly settle: (answer: SocketAnswer) => void }
  >();
  let turn = 0;

  const gone = (socket: WebSocket): void => {
    const index = open.indexOf(socket);
    if (index >= 0) open.splice(index, 1);
    for (const [id, entry] of waiting) {
      if (entry.socket !== socket) continue;
      waiting.delete(id);
      entry.settle('closed');
    }
  };

  const greet = (socket: WebSocket): void => {
    open.push(socket);
    const pings = setInterval(() => socket.ping('Ping from the workspace'), PING_MS);
    pings.unref();
    socket.on('message', (data: Buffer) => {
      const ack = parseAck(data.toString());
      const entry = ack && waiting.get(ack.envelope_id);
      if (!entry) return;
      waiting.delete(ack.envelope_id);
      entry.settle({ payload: ack.payload });
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      gone(socket);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: {
          host: 'workspace',
          build_number: 1,
          approximate_connection_time: APPROXIMATE_SECONDS,
        },
        connection_info: { app_id: appId },
      }),
    );
    socket.ping('Ping from the workspace');
    if (open.length > MAX_SOCKETS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
    }
  };

  return {
    issueTicket: () => {
      const ticket = newSecret();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head, ticket) => {
      if (!tickets.delete(ticket)) return false;
      server.handleUpgrade(request, socket, head, greet);
      return true;
    },
    count: () => open.length,
    send: (envelope, replays = 0) => {
      const ready = open.filter(({ readyState }) => readyState === WebSocket.OPEN);
      turn += 1;
      const socket = ready[turn % ready.length];
      if (!socket) return undefined;
      const id = randomUUID();
      const { promise, resolve } = Promise.withResolvers<SocketAnswer>();
      waiting.set(id, { socket, settle: resolve });
      const frame = JSON.stringify({ envelope_id: id, ...envelope });
      for (let left = replays; left >= 0; left -= 1) socket.send(frame);
      return promise;
    },
    disconnect: (reason) => {
      for (const socket of open) {
        socket.send(
          JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'workspace' } }),
        );
        if (reason !== 'warning') socket.close();
      }
    },
    terminate: () => {
      for (const socket of open) socket.terminate();
    },
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      await promise;
    },
  };
};
