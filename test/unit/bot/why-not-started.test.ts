import { describe, expect, it } from 'vitest';
import { whyNotStarted } from '../../../bot/why-not-started.ts';

const CONFIG = {
  port: 443,
  metrics: { host: '10.9.8.7', port: 80 },
  transport: { kind: 'socket' },
} as const;

const fault = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, ...more });

const listening = (code: string, port: number): Error => fault(code, { syscall: 'listen', port });
const resolving = (code: string): Error => fault(code, { syscall: 'getaddrinfo' });

const NO_ADDRESS = /^METRICS_HOST: 10\.9\.8\.7 is no address of this machine\./;

describe('what keeps the doors closed', () => {
  it.each([
    [listening('EADDRINUSE', 443), /^PORT: 443 is taken\./],
    [listening('EADDRINUSE', 80), /^METRICS_PORT: 80 is taken\./],
    [listening('EACCES', 443), /^PORT: this account may not listen on 443\./],
    [listening('EACCES', 80), /^METRICS_PORT: this account may not listen on 80\./],
    [listening('EADDRNOTAVAIL', 80), NO_ADDRESS],
    [listening('EINVAL', 80), NO_ADDRESS],
    [listening('EAFNOSUPPORT', 80), NO_ADDRESS],
    [resolving('ENOTFOUND'), NO_ADDRESS],
    [resolving('EAI_AGAIN'), NO_ADDRESS],
    [
      listening('EMFILE', 80),
      /^METRICS_PORT: this machine does not let the bot listen on 80 \(EMFILE\)\./,
    ],
    [
      listening('EADDRNOTAVAIL', 443),
      /^PORT: this machine does not let the bot listen on 443 \(EADDRNOTAVAIL\)\./,
    ],
    [fault('ECONNREFUSED'), /^SLACK_APP_TOKEN: Slack does not open a socket \(ECONNREFUSED\)\./],
    [fault('no_hello'), /^Slack opens a socket and says nothing on it \(no_hello\)\./],
  ])('is said by the name of what is to be changed: %s', (error, said) => {
    expect(whyNotStarted(CONFIG, error)).toMatch(said);
  });

  it('is never a socket of Slack’s where there is none', () => {
    const overHttp = { ...CONFIG, transport: { kind: 'http' } } as const;
    for (const error of [fault('EWHATEVER'), new TypeError('x'), undefined]) {
      expect(whyNotStarted(overHttp, error)).toMatch(/^The bot cannot start \(\w+\)\.$/);
    }
  });
});
