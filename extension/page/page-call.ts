/** One request of the page. */
export interface PageRequest {
  readonly method: string;
  /** A path from the page's origin on, or an absolute URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly credentials: 'same-origin' | 'omit';
}

/** What goes into the page: plain data, as everything that crosses into it must be. */
export interface PageCall {
  /** The origin that was shown; on any other one nothing is sent. */
  readonly origin: string;
  readonly requests: readonly PageRequest[];
  /** Names of the answer's headers to bring back. */
  readonly retryAfterHeader: string;
  readonly requestIdHeader: string;
}

/** What comes out of the page; a hostile one may send anything else. */
export type PageResult =
  | { readonly kind: 'other_origin' }
  | { readonly kind: 'answers'; readonly answers: readonly object[] };

/**
 * Runs in the open page, in the extension's isolated world there: its requests are the page's own
 * to the server (cookies, `Origin`, `Sec-Fetch-Site`), while the page's scripts reach neither the
 * requests nor the answers. It is sent as source text, so it must use nothing from outside itself;
 * and as a browser may swallow what it throws, it throws nothing: each request, all sent at once,
 * comes back as a tagged answer in the order of the requests.
 */
export const pageCall = async (call: PageCall): Promise<PageResult> => {
  const timeoutMs = 15_000;
  const maxBytes = 262_144;

  const read = async (response: Response): Promise<string | undefined> => {
    const reader = response.body?.getReader();
    if (!reader) return '';
    const decoder = new TextDecoder();
    let text = '';
    for (let bytes = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  };

  /** What the page's own policy, which Firefox holds an extension to as well, did not let out. */
  const forbidden = new Set<string>();
  const note = (event: SecurityPolicyViolationEvent): void => {
    if (event.isTrusted && event.disposition === 'enforce') forbidden.add(event.blockedURI);
  };

  const send = async (request: PageRequest): Promise<object> => {
    const url = new URL(request.url, location.origin);
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        credentials: request.credentials,
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'same-origin',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.type === 'opaqueredirect') return { kind: 'redirected' };
      const body = await read(response);
      if (body === undefined) return { kind: 'too_large' };
      return {
        kind: 'answer',
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        retryAfter: response.headers.get(call.retryAfterHeader),
        requestId: response.headers.get(call.requestIdHeader),
        body,
      };
    } catch (error) {
      // No `instanceof`: in Firefox the error is of another realm.
      const named = typeof error === 'object' && error !== null && 'name' in error;
      if (named && error.name === 'TimeoutError') return { kind: 'timeout' };
      // The browser tells of a violation in a task of its own, which may come later.
      await new Promise((resolve) => void setTimeout(resolve));
      return { kind: forbidden.has(url.href) ? 'page_forbids' : 'unreachable' };
    }
  };

  if (location.origin !== call.origin) return { kind: 'other_origin' };
  // A sandboxed page is of no origin: nothing that it sends is the person's.
  if (globalThis.origin === 'null') {
    return { kind: 'answers', answers: call.requests.map(() => ({ kind: 'page_forbids' })) };
  }
  addEventListener('securitypolicyviolation', note);
  try {
    return { kind: 'answers', answers: await Promise.all(call.requests.map(send)) };
  } finally {
    removeEventListener('securitypolicyviolation', note);
  }
};
