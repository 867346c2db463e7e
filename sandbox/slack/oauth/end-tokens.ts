import type { Service } from '../service.ts';

/** Ends what the app may do in a workspace, whether somebody installed it or it was there from the start. */
export const endTokens = (service: Service): void => {
  if (service.oauth) service.oauth.revoke(service);
  else service.tokens.clear();
};
