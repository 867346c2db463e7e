import { describe, expect, it } from 'vitest';
import { whyNotStarted } from '../../../bot/why-not-started.ts';

const CONFIG = { port: 443, metrics: { host: '10.9.8.7', port: 80 } };

const fault = (code: string, port?: number): Error =>
  Object.assign(new Error(code), { code, ...(port !== undefined && { port }) });

describe('what keeps the doors closed', () => {
  it.each([
    [fault('EADDRINUSE', 443), /^PORT: 443 is taken\./],
    [fault('EADDRINUSE', 80), /^METRICS_PORT: 80 is taken\./],
    [fault('EACCES', 443), /^PORT: this account may not listen on 443\./],
    [fault('EACCES', 80), /^METRICS_PORT: this account may not listen on 80\./],
    [fault('EADDRNOTAVAIL', 80), /^METRICS_HOST: 10\.9\.8\.7 is no address of this machine\./],
    [fault('ECONNREFUSED'), /^SLACK_APP_TOKEN: Slack does not open a socket \(ECONNREFUSED\)\./],
  ])('is said by the name of what is to be changed: %s', (error, said) => {
    expect(whyNotStarted(CONFIG, error)).toMatch(said);
  });
});
