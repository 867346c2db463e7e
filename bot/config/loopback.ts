/**
 * Whether a host name is this machine alone. Not what ends in `.localhost`: browsers take that for this
 * machine, Node asks the name server, who may say anything.
 * @param host as `URL.hostname` gives it
 */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
