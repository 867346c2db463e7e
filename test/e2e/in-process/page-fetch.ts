import { Agent, fetch, Headers, type RequestInit, type Response } from 'undici';

/** The cookies of a profile, by host, and its connections. */
export interface Network {
  /** Asks as a page of an origin does, with its session. */
  readonly ask: (from: string, url: URL, init: RequestInit) => Promise<Response | Redirected>;
  /** Whose page it is that a navigation ends at, redirects followed. */
  readonly load: (url: string) => Promise<{ url: string; html: string }>;
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

/** What a page sees of a redirect that it did not want to follow. */
interface Redirected {
  readonly type: 'opaqueredirect';
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Every name under `localhost` is this machine, as browsers have it. */
const lookup = (
  _name: string,
  _options: object,
  found: (error: null, addresses: { address: string; family: number }[]) => void,
): void => found(null, [{ address: '127.0.0.1', family: 4 }]);

/** The network as the pages of one profile see it. */
export const createNetwork = (): Network => {
  // A connection that was kept may be closed by its server while it is used again; a browser would ask anew.
  const dispatcher = new Agent({ connect: { lookup }, pipelining: 0 });
  const jar = new Map<string, Map<string, string>>();

  const remember = ({ hostname }: URL, response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      const own = jar.get(hostname) ?? new Map<string, string>();
      if (value === '' || /max-age=0/i.test(line)) own.delete(name);
      else own.set(name, value);
      jar.set(hostname, own);
    }
  };

  const send = async (url: URL, init: RequestInit, headers: Headers): Promise<Response> => {
    const cookies = [...(jar.get(url.hostname) ?? [])].map(([name, value]) => `${name}=${value}`);
    if (init.credentials !== 'omit' && cookies.length > 0)
      headers.set('cookie', cookies.join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual', dispatcher });
    if (init.credentials !== 'omit') remember(url, response);
    return response;
  };

  return {
    ask: async (from, url, init) => {
      if (url.origin !== from) {
        throw new Error('What a page may ask of another origin is for a browser to decide.');
      }
      const headers = new Headers({ ...(init.headers as Record<string, string> | undefined) });
      headers.set('sec-fetch-site', 'same-origin');
      if (init.method !== undefined && init.method !== 'GET') headers.set('origin', from);
      const response = await send(url, init, headers);
      return REDIRECTS.includes(response.status) ? { type: 'opaqueredirect' } : response;
    },
    load: async (start) => {
      let url = new URL(start);
      for (;;) {
        const response = await send(url, {}, new Headers({ 'sec-fetch-mode': 'navigate' }));
        const to = response.headers.get('location');
        if (!REDIRECTS.includes(response.status) || to === null) {
          return { url: url.href, html: await response.text() };
        }
        await response.body?.cancel();
        url = new URL(to, url);
      }
    },
    clear: () => jar.clear(),
    close: () => dispatcher.destroy(),
  };
};
