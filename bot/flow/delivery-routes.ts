/** The ways of a message to a person; the order is that in which a token's message tries them. */
export const ROUTES = ['channel', 'response_url', 'dm'] as const;

export type Route = (typeof ROUTES)[number];
