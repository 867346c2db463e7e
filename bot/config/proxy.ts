import * as z from 'zod';
import { type Secret, secret } from '../../shared/secret.ts';

/** The proxy of an organisation. Its URL can hold a password. */
export interface ProxySettings {
  readonly url: Secret;
  /** Hosts to which the way is direct, as `NO_PROXY` lists them. */
  readonly except: string;
}

const form = 'is not a proxy’s URL, such as http://proxy.example.com:3128';

const isProxyUrl = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const proxyUrl = z
  .string()
  .refine(isProxyUrl, { error: form })
  .transform((text) => secret(text))
  .optional();

/** It is for other kinds of traffic too, and often names a proxy of another kind (SOCKS): then it is not meant. */
const anyUrl = z
  .string()
  .transform((text) => (isProxyUrl(text) ? secret(text) : undefined))
  .optional();

/** The variables that curl and others know. The lower case wins, as it does there. */
export const proxyEnvironment = {
  https_proxy: proxyUrl,
  HTTPS_PROXY: proxyUrl,
  http_proxy: proxyUrl,
  HTTP_PROXY: proxyUrl,
  all_proxy: anyUrl,
  ALL_PROXY: anyUrl,
  no_proxy: z.string().optional(),
  NO_PROXY: z.string().optional(),
};

/**
 * Which proxy leads out. All that the bot calls is called by https, but for this machine itself, which
 * no proxy can reach.
 */
export const proxyOf = (
  env: z.output<z.ZodObject<typeof proxyEnvironment>>,
): ProxySettings | null => {
  const url =
    env.https_proxy ??
    env.HTTPS_PROXY ??
    env.http_proxy ??
    env.HTTP_PROXY ??
    env.all_proxy ??
    env.ALL_PROXY;
  return url ? { url, except: env.no_proxy ?? env.NO_PROXY ?? '' } : null;
};
