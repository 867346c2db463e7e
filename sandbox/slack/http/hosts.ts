import type { IncomingMessage } from 'node:http';

/** A page elsewhere must not reach this machine: neither by another name for it, nor across origins. */
const NAMES = ['127.0.0.1', 'localhost'];

const withPort = (host: string, port: number): string => (port === 80 ? host : `${host}:${port}`);

/** RFC 9112, 3.2: of two `Host` headers Node takes the first, and somebody else perhaps the other. */
export const namesOneHost = ({ headersDistinct }: IncomingMessage): boolean =>
  (headersDistinct['host'] ?? []).length <= 1;

/** Whether a `Host` header names this server. A name that somebody else points here does not. */
export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host !== undefined && NAMES.some((name) => host.toLowerCase() === withPort(name, port));

/**
 * Whether a request comes from this server's own page, or from no page.
 * @param origin the `Origin` header; absent where no browser asks
 */
export const isOwnOrigin = (
  origin: string | undefined,
  host: string | undefined,
  port: number,
): boolean =>
  origin === undefined ||
  (isOwnHost(host, port) && origin.toLowerCase() === `http://${host?.toLowerCase()}`);
