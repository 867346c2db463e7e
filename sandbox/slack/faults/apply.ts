import type { CallFault, IncomingCall } from '../handle/faults.ts';
import type { Service } from '../service.ts';

/** What the app gets: an HTTP answer, or a connection that breaks or stays silent. */
export type Answer =
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** The Web API's error, for the journal. */
      readonly error?: string;
    }
  | { readonly cut: 'reset' | 'silence' };

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** An answer in JSON, with status 200. */
export const jsonAnswer = (body: Readonly<Record<string, unknown>>): Answer => ({
  status: 200,
  body: JSON.stringify(body),
  headers: JSON_HEADERS,
  ...(typeof body['error'] === 'string' ? { error: body['error'] } : {}),
});

const wrongAnswer = (fault: CallFault): Answer | undefined => {
  if (fault.cut) return { cut: fault.cut };
  if (fault.status !== undefined) {
    return {
      status: fault.status,
      body: fault.body ?? '',
      error: `http_${fault.status}`,
      ...(fault.retryAfter === undefined
        ? {}
        : { headers: { 'retry-after': String(fault.retryAfter) } }),
    };
  }
  if (fault.error !== undefined) return jsonAnswer({ ok: false, error: fault.error });
  return undefined;
};

/** Answers a call, as it should or as the faults have it. */
export const withFaults = async (
  service: Service,
  call: IncomingCall,
  run: () => Answer,
): Promise<Answer> => {
  const met = service.faults.meetCall(call);
  if (!met) return run();
  const { fault, released } = met;
  const wrong = wrongAnswer(fault);
  // Only what goes wrong before its effect has none.
  const waits = async (): Promise<void> => {
    if (fault.delay !== undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      service.world.clock.after(fault.delay, resolve);
      await promise;
    }
    if (fault.hold) await released;
  };
  if (fault.afterEffect) {
    const right = run();
    await waits();
    return wrong ?? right;
  }
  await waits();
  return wrong ?? run();
};
