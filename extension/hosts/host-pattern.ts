/**
 * The pattern of a host alone. Without a port: Firefox takes one in a pattern, says that it is granted,
 * and lets nothing in.
 */
export const hostPattern = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};
