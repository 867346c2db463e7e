import { createTenantApi } from '../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import type { PlatformSettings } from '../config/platforms.ts';
import type { Log } from '../log/log.ts';
import { nodeTransport } from '../tenant-api/node-transport.ts';
import { type SteadyTransport, steadyTransport } from '../tenant-api/steady-transport.ts';

/** One of several platforms as the bot reaches it. */
export interface Reached extends Pick<SteadyTransport, 'isDown' | 'look'> {
  readonly name: string;
  readonly api: TenantApi;
  /** The same, for what is lost unless it is heard now: it is asked even where it was given up. */
  readonly pressing: TenantApi;
}

/**
 * Reaches one of several platforms with its key. While it does not answer it is given up, so that nobody waits for
 * it who asks for another's tenants; the only one of a bot is what everybody waits for.
 * @param timeoutMs for an answer, in milliseconds
 */
export const reach = (
  { name, url, key }: PlatformSettings,
  timeoutMs: number,
  way: typeof fetch,
  log: Log,
): Reached => {
  const { transport, pressing, ...steady } = steadyTransport(
    nodeTransport(url, key, timeoutMs, way),
    (news) =>
      news === 'down'
        ? log.warn('platform_down', { platform: name })
        : log.info('platform_back', { platform: name }),
  );
  return {
    name,
    api: createTenantApi(transport),
    pressing: createTenantApi(pressing),
    ...steady,
  };
};
