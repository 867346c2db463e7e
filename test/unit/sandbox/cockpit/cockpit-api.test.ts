import { expect, it } from 'vitest';
import { createCockpitApi } from '../../../../sandbox/platform/cockpit/api/cockpit-api.ts';
import { answer, page } from '../../shared/tenant-api/wire-examples.ts';
import { uuid } from '../../shared/examples.ts';

const LINE = {
  at: '2026-03-10T12:00:00Z',
  actor: 'ada@nord.example',
  on_behalf_of: null,
  action: 'next',
  token_id: uuid(1),
  token_name: 'CI',
  device_id: null,
  device_name: null,
  outcome: 'done',
  request_id: uuid(2),
};

it.each([
  ['whom it was for, in 200 characters of two units each', { on_behalf_of: '🚀'.repeat(200) }],
  ['an address of 254 characters', { actor: `${'a'.repeat(242)}@example.com` }],
  ['a device’s name of 200 such characters', { device_name: '🚀'.repeat(200) }],
])('the log shows every line, also one with %s', async (_, changes) => {
  const lines = [{ ...LINE, ...changes }, LINE];
  const api = createCockpitApi(async () => answer(page(lines, { total: 2 })));
  const found = await api.log(1);
  expect(found.ok && found.value.items).toHaveLength(2);
});
