import type { RequestFault, RequestKind } from '../handle/faults.ts';
import type { Service } from '../service.ts';
import { prepare, send, type HttpAnswer } from './http.ts';

/** docs.slack.dev/interactivity: an app has three seconds. */
const DEADLINE_MS = 3000;

/** What came back from the app. */
export type AppAnswer =
  /** 200, or an ack over a socket: what it said, undefined for nothing. */
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly reason: string; readonly status: number };

const ENVELOPE: Readonly<
  Record<RequestKind, { readonly type: string; readonly answers: boolean }>
> = {
  command: { type: 'slash_commands', answers: true },
  view_submission: { type: 'interactive', answers: true },
  block_suggestion: { type: 'interactive', answers: true },
  block_actions: { type: 'interactive', answers: false },
  view_closed: { type: 'interactive', answers: false },
  event: { type: 'events_api', answers: false },
};

const parsed = (body: string): unknown => {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const answerOf = ({ status, body }: HttpAnswer): AppAnswer =>
  status === 200
    ? { kind: 'answered', body: parsed(body) }
    : { kind: 'failed', reason: `http_${status}`, status };

const overHttp = async (
  service: Service,
  kind: RequestKind,
  payload: Readonly<Record<string, unknown>>,
  fault: RequestFault | undefined,
  extra: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<AppAnswer> => {
  const url = service.route.requestUrl;
  if (url === undefined) return { kind: 'failed', reason: 'no_request_url', status: 0 };
  const sent = prepare(service, url, kind, payload, { fault, extra });
  service.sent.set(kind, sent);
  let answer = answerOf(await send(sent, signal));
  for (let left = fault?.replays ?? 0; left > 0; left -= 1) {
    answer = answerOf(await send(sent, signal));
  }
  return answer;
};

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A text that an app acknowledges with comes as an object over a socket. */
const unwrapped = (payload: unknown): unknown =>
  payload === null || isEmptyObject(payload) ? undefined : payload;

const overSocket = async (
  service: Service,
  kind: RequestKind,
  payload: Readonly<Record<string, unknown>>,
  attempt: Readonly<Record<string, unknown>>,
  fault: RequestFault | undefined,
): Promise<AppAnswer> => {
  const { type, answers } = ENVELOPE[kind];
  const answer = await service.sockets.send(
    { type, payload, accepts_response_payload: answers, ...attempt },
    fault?.replays,
  );
  if (answer === undefined) return { kind: 'failed', reason: 'no_socket', status: 0 };
  if (answer === 'closed') return { kind: 'failed', reason: 'socket_closed', status: 0 };
  return { kind: 'answered', body: answers ? unwrapped(answer.payload) : undefined };
};

const never = (): Promise<AppAnswer> => Promise.withResolvers<AppAnswer>().promise;

const wait = async (service: Service, ms: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  service.world.clock.after(ms, resolve);
  await promise;
};

const attempt = async (
  service: Service,
  kind: RequestKind,
  payload: Readonly<Record<string, unknown>>,
  retry: { readonly number: number; readonly reason: string } | undefined,
  signal: AbortSignal,
): Promise<AppAnswer> => {
  const fault = service.faults.meetRequest(kind);
  if (fault?.delay !== undefined) await wait(service, fault.delay);
  if (fault?.lost === 'request') return never();
  const altered = fault?.tamper ? fault.tamper(structuredClone({ ...payload })) : payload;
  try {
    const answer = service.route.socketMode
      ? await overSocket(
          service,
          kind,
          altered,
          retry ? { retry_attempt: retry.number, retry_reason: retry.reason } : {},
          fault,
        )
      : await overHttp(
          service,
          kind,
          altered,
          fault,
          retry
            ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }
            : {},
          signal,
        );
    return fault?.lost === 'answer' ? await never() : answer;
  } catch {
    return { kind: 'failed', reason: 'unreachable', status: 0 };
  }
};

/** What an entry of the journal tells beside the request's kind. */
export interface About {
  readonly user?: string;
  readonly channel?: string;
  readonly about?: string;
}

/** Sends something to the app and waits three seconds at most for its answer. */
export const deliver = (
  service: Service,
  kind: RequestKind,
  payload: Readonly<Record<string, unknown>>,
  about: About,
  retry?: { readonly number: number; readonly reason: string },
): Promise<AppAnswer> => {
  const started = performance.now();
  const abort = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<AppAnswer>();
  const callOff = service.world.clock.after(DEADLINE_MS, () => resolve({ kind: 'timeout' }));
  const run = async (): Promise<AppAnswer> => {
    const answer = await Promise.race([attempt(service, kind, payload, retry, abort.signal), late]);
    callOff();
    if (answer.kind === 'timeout') abort.abort();
    service.journal.add({
      at: service.world.clock.now(),
      direction: 'to-app',
      what: kind,
      transport: service.route.socketMode ? 'socket' : 'http',
      status: answer.kind === 'answered' ? 200 : answer.kind === 'failed' ? answer.status : 0,
      ...(answer.kind === 'answered'
        ? {}
        : { error: answer.kind === 'timeout' ? 'operation_timeout' : answer.reason }),
      ...about,
      took: performance.now() - started,
    });
    return answer;
  };
  const running = run();
  service.underWay.add(running);
  void running.finally(() => service.underWay.delete(running));
  return running;
};
