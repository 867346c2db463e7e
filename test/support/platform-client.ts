import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Permission } from '../../shared/permissions.ts';

/** What came back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body, parsed; undefined for none, or for one that is no JSON. */
  readonly json: unknown;
}

export interface CallOptions {
  /** The `Host` header without the port; `127.0.0.1` where none is given. */
  readonly host?: string;
  readonly key?: string;
  /** The session cookie's value. */
  readonly session?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, with its content type. */
  readonly json?: unknown;
  /** Sent as it is, without a content type of its own. */
  readonly raw?: string | Uint8Array;
}

/** One HTTP call to the platform, whatever host it is for: node:http lets a test choose. */
export type Call = (method: string, path: string, options?: CallOptions) => Promise<Answer>;

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/**
 * @param port the platform's
 * @returns how to call it, each call over a connection of its own
 */
export const createCall = (port: number): Call & { readonly close: () => void } => {
  // A kept connection may be closed by the platform in the moment that a call is put on it.
  const agent = new Agent({ keepAlive: false, maxSockets: 16 });
  const call: Call = async (method, path, options = {}) => {
    const { host = '127.0.0.1', key, session, headers, json, raw } = options;
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const outgoing = request({
      agent,
      method,
      path,
      host: '127.0.0.1',
      port,
      headers: {
        host: `${host}:${port}`,
        ...(key === undefined ? {} : { 'api-key': key }),
        ...(session === undefined ? {} : { cookie: `session=${session}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on('response', resolve).on('error', reject);
      outgoing.end(body);
    });
    const received = await text(incoming);
    return {
      status: incoming.statusCode ?? 0,
      headers: incoming.headers,
      text: received,
      json: parse(received),
    };
  };
  return Object.assign(call, { close: () => agent.destroy() });
};

/** The body of a Next: valid for every caller with Read, but for what a test changes. */
export const tokenRequest = (
  tenantId: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  name: 'Sensor dashboard',
  tenant_id: tenantId,
  permissions: ['read'] satisfies Permission[],
  ...changes,
});
