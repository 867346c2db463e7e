const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Contract: with a cookie, an unsafe method needs an `Origin` equal to the request's own; only where
 * a browser sends none may `Sec-Fetch-Site: same-origin` stand for it.
 * @param ownOrigin scheme, host and port of the request
 */
export const isOwnSite = (
  request: {
    readonly method: string;
    readonly origin: string | undefined;
    readonly secFetchSite: string | undefined;
  },
  ownOrigin: string,
): boolean => {
  if (SAFE_METHODS.includes(request.method)) return true;
  return request.origin === undefined
    ? request.secFetchSite === 'same-origin'
    : request.origin === ownOrigin;
};
