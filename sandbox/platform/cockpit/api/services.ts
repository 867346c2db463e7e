import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../../../shared/tenant-api/port.ts';
import { type CockpitApi, createCockpitApi } from './cockpit-api.ts';
import { sameOriginTransport } from './transport.ts';

/** What the pages reach the world with. */
export interface Services {
  readonly tenantApi: TenantApi;
  readonly cockpitApi: CockpitApi;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back whenever the server says that there is no session; returns how to stop that. */
  readonly whenSignedOut: (callback: () => void) => () => void;
}

/** @param now milliseconds since the epoch */
export const createServices = (now: () => number): Services => {
  const callbacks = new Set<() => void>();
  const transport = sameOriginTransport(() => {
    for (const callback of callbacks) callback();
  });
  return {
    tenantApi: createTenantApi(transport),
    cockpitApi: createCockpitApi(transport),
    now,
    whenSignedOut: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
  };
};

export const ServicesContext = createContext<Services | undefined>(undefined);

/** @throws Error outside of the app's provider */
export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('No services around this component.');
  return services;
};
