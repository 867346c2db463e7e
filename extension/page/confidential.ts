/**
 * Whether nobody on the way can read what goes to an origin and comes from it: over TLS, or without
 * leaving the machine, which is what browsers hold `localhost` and its sub-domains to be.
 * @param origin as a browser says it
 */
export const isConfidential = (origin: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'https:') return true;
  const loopback = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
  return protocol === 'http:' && loopback.test(hostname);
};
