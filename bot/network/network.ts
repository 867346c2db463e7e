import { BlockList, isIP, isIPv6 } from 'node:net';
import { type Dispatcher, EnvHttpProxyAgent, fetch as fetchBy } from 'undici';
import { isLoopback } from '../config/loopback.ts';
import type { ProxySettings } from '../config/proxy.ts';
import { networkFailure } from '../slack/outcome.ts';

/** The bot's way out: to Slack, by its sockets too, and to the tenant's platform. */
export interface Network {
  readonly fetch: typeof fetch;
  /** What carries a socket; undefined where the way is direct. */
  readonly dispatcher: Dispatcher | undefined;
  readonly close: () => Promise<void>;
}

const urlOf = (input: Parameters<typeof fetch>[0]): URL =>
  new URL(input instanceof Request ? input.url : input);

/** Loopback is this machine's own: a proxy's is another, and would be sent there in plain text. */
const LOOPBACK = 'localhost,127.0.0.1,::1';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** The networks among what `NO_PROXY` lists, such as `10.0.0.0/8`: undici takes them for names. */
const networksIn = (except: string): BlockList => {
  const networks = new BlockList();
  for (const entry of except.split(/[,\s]+/)) {
    const [, address = '', bits] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
    const most = isIPv6(address) ? 128 : 32;
    if (isIP(address) === 0 || Number(bits) > most) continue;
    networks.addSubnet(address, Number(bits), familyOf(address));
  }
  return networks;
};

const throughProxy = (proxy: ProxySettings): Network => {
  const url = proxy.url.reveal();
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: url,
    httpsProxy: url,
    noProxy: `${proxy.except},${LOOPBACK}`,
    // A socket needs a connection of its own.
    allowH2: false,
  });
  const networks = networksIn(proxy.except);
  /** Whether the way to a host is direct, beside what undici knows of. @param host as `URL` has it */
  const isNear = (host: string): boolean => {
    const address = host.replace(/^\[(.+)\]$/, '$1');
    const inside = isIP(address) !== 0 && networks.check(address, familyOf(address));
    return inside || isLoopback(host);
  };
  // Node's own fetch is another version of the same, which does not take this one's dispatcher. Their
  // types differ in what is not used here.
  const through = fetchBy as unknown as (
    input: Parameters<typeof fetch>[0],
    init: Omit<RequestInit, 'dispatcher'> & { readonly dispatcher: Dispatcher },
  ) => ReturnType<typeof fetch>;
  return {
    fetch: (input, init) =>
      isNear(urlOf(input).hostname) ? fetch(input, init) : through(input, { ...init, dispatcher }),
    dispatcher,
    close: () => dispatcher.destroy(),
  };
};

const direct: Network = { fetch, dispatcher: undefined, close: async () => undefined };

/**
 * @param proxy null where the way is direct
 * @param lost called with each host that gave no answer, and why: nobody else still knows
 */
export const createNetwork = (
  proxy: ProxySettings | null,
  lost: (host: string, code: string) => void,
): Network => {
  const network = proxy === null ? direct : throughProxy(proxy);
  return {
    ...network,
    fetch: async (input, init) => {
      try {
        return await network.fetch(input, init);
      } catch (error) {
        lost(urlOf(input).host, networkFailure(error).code);
        throw error;
      }
    },
  };
};
