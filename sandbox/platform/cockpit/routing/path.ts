import { useLayoutEffect, useState } from 'preact/hooks';

/** The cockpit's pages. A path stands in the address bar, so it never holds more than this. */
export const PATHS = {
  home: '/',
  tenant: '/administration/tenant',
  tokens: '/administration/tenant/api',
  create: '/administration/tenant/api/create',
  log: '/administration/tenant/log',
} as const;

export type Path = (typeof PATHS)[keyof typeof PATHS];

/** The Tenant API's reference: a page of the platform, outside of the cockpit. */
export const API_REFERENCE = '/api/docs';

const MOVED = 'cockpit:moved';

/** Goes to another page of the cockpit, with an entry in the browser's history. */
export const navigate = (path: Path): void => {
  if (path !== location.pathname) history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
};

/** The path of the address bar, followed through links, `navigate` and the back button. */
export const usePath = (): string => {
  const [path, setPath] = useState(location.pathname);
  // At once: until the next picture, it would miss that a link was followed, and stay where it was.
  useLayoutEffect(() => {
    const update = (): void => setPath(location.pathname);
    addEventListener('popstate', update);
    addEventListener(MOVED, update);
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
};
