import { type Dispatcher, EnvHttpProxyAgent, fetch as fetchBy } from 'undici';
import type { ProxySettings } from '../config/proxy.ts';
import { networkFailure } from '../slack/outcome.ts';

/** The bot's way out: to Slack, by its sockets too, and to the tenant's platform. */
export interface Network {
  readonly fetch: typeof fetch;
  /** What carries a socket; undefined where the way is direct. */
  readonly dispatcher: Dispatcher | undefined;
  readonly close: () => Promise<void>;
}

/** Loopback is this machine's own: a proxy's is another, and would be sent there in plain text. */
const LOOPBACK = 'localhost,127.0.0.1,::1';

const throughProxy = (proxy: ProxySettings): Network => {
  const url = proxy.url.reveal();
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: url,
    httpsProxy: url,
    noProxy: `${proxy.except},${LOOPBACK}`,
    // A socket needs a connection of its own.
    allowH2: false,
  });
  // Node's own fetch is another version of the same, which does not take this one's dispatcher. Their
  // types differ in what is not used here.
  const through = fetchBy as unknown as (
    input: Parameters<typeof fetch>[0],
    init: Omit<RequestInit, 'dispatcher'> & { readonly dispatcher: Dispatcher },
  ) => ReturnType<typeof fetch>;
  return {
    fetch: (input, init) => through(input, { ...init, dispatcher }),
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
        const { host } = new URL(input instanceof Request ? input.url : input);
        lost(host, networkFailure(error).code);
        throw error;
      }
    },
  };
};
