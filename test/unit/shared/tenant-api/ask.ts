import { expect } from 'vitest';
import { createTenantApi, type WireAnswer } from '../../../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../../../shared/tenant-api/port.ts';
import { scripted } from './wire-examples.ts';

export const KEY = { idempotencyKey: '8d8ac610-566d-4ef0-9c22-186b2a5ed793' };

/** One call over a transport that has one answer: what came of it, and what was sent. */
export const ask = async <T>(
  wire: WireAnswer,
  call: (api: TenantApi) => Promise<T>,
): Promise<{ result: T; request: unknown }> => {
  const { transport, requests } = scripted(wire);
  const result = await call(createTenantApi(transport));
  expect(requests).toHaveLength(1);
  return { result, request: requests[0] };
};

/** What the client makes of an answer to “who am I”. */
export const errorFor = async (wire: WireAnswer): Promise<unknown> => {
  const { result } = await ask(wire, (api) => api.whoAmI());
  return result.ok ? 'no error' : result.error;
};
