import { Agent, request } from 'undici';
import type { RequestFault, RequestKind } from '../handle/faults.ts';
import type { Service } from '../service.ts';
import type { SentRequest } from './sent-request.ts';
import { signedHeaders } from './sign.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';
const USER_AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)';

// The workspace has deadlines of its own.
const agent = new Agent({ connections: 256, headersTimeout: 0, bodyTimeout: 0 });

const formOf = (payload: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();

/** The bytes of a request, before they are signed. */
const bodyOf = (kind: RequestKind, payload: Readonly<Record<string, unknown>>): string => {
  if (kind === 'event') return JSON.stringify(payload);
  if (kind === 'command') return formOf(payload);
  return formOf({ payload: JSON.stringify(payload) });
};

/** Makes a signed request. */
export const prepare = (
  service: Service,
  url: string,
  kind: RequestKind,
  payload: Readonly<Record<string, unknown>>,
  options: {
    readonly fault?: RequestFault | undefined;
    readonly extra?: Readonly<Record<string, string>>;
  } = {},
): SentRequest => {
  const body = bodyOf(kind, payload);
  const type = kind === 'event' ? 'application/json' : FORM;
  return {
    url,
    body,
    headers: {
      'content-type': options.fault?.charset ? `${type}; charset=utf-8` : type,
      'user-agent': USER_AGENT,
      accept: '*/*',
      ...signedHeaders(
        service.access.signingSecret,
        service.world.clock.now(),
        body,
        options.fault?.signature,
      ),
      ...options.extra,
    },
  };
};

/** Any bytes, soundly signed as a form. */
export const prepareRaw = (
  service: Service,
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | null>>,
): SentRequest => {
  const all: Record<string, string | null> = {
    'content-type': FORM,
    'user-agent': USER_AGENT,
    ...signedHeaders(service.access.signingSecret, service.world.clock.now(), body),
    ...headers,
  };
  return {
    url,
    body,
    headers: Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  };
};

/** Sends a request. @throws where the app cannot be reached or breaks off */
export const send = async (sent: SentRequest, signal?: AbortSignal): Promise<HttpAnswer> => {
  const answer = await request(sent.url, {
    method: 'POST',
    headers: sent.headers,
    body: sent.body,
    dispatcher: agent,
    signal: signal ?? null,
  });
  return { status: answer.statusCode, body: await answer.body.text() };
};
