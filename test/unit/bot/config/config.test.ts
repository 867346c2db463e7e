import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../../bot/config/config.ts';
import { SECRET_VARIABLES } from '../../../../bot/config/read-secrets.ts';
import { secret } from '../../../../shared/secret.ts';

const SOUND = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-three',
  SLACK_SIGNING_SECRET: 'c0ffee00c0ffee00',
  TENANT_API_URL: 'https://nord.example.com',
  TENANT_API_KEY: 'A'.repeat(43) + '=',
  POLICY_FILE: 'policy.json',
  DATABASE_URL: 'postgres://bot:hunter22@db.example.com/tokens',
};

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A bot that workspaces install. */
const INSTALLED = {
  ...SOUND,
  SLACK_BOT_TOKEN: undefined,
  POLICY_FILE: undefined,
  SLACK_CLIENT_ID: '1234567890.9876543210',
  SLACK_CLIENT_SECRET: 'c0ffee11c0ffee11',
  ENCRYPTION_KEY: `${'K'.repeat(43)}=`,
  ENCRYPTION_KEYS_OLD: `${'L'.repeat(42)}-=, ${'M'.repeat(43)}`,
  POLICY_DIR: 'policies',
};

const ofInstalls = (name: string): boolean => name in INSTALLED && !(name in SOUND);

const faultsOf = (
  changes: Record<string, string | undefined>,
  sound: Record<string, string | undefined> = SOUND,
): readonly string[] => {
  const config = readConfig({ ...sound, ...changes });
  return config.ok ? [] : config.error;
};

const soundWith = (
  changes: Record<string, string | undefined> = {},
  sound: Record<string, string | undefined> = SOUND,
) => {
  const config = readConfig({ ...sound, ...changes });
  if (!config.ok) throw new Error(config.error.join('\n'));
  return config.value;
};

describe('the configuration', () => {
  it('needs five variables and knows the rest', () => {
    const config = soundWith({ DATABASE_URL: undefined });
    expect(config).toMatchObject({
      transport: { kind: 'http' },
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      tenantApiUrl: 'https://nord.example.com',
      policyFile: 'policy.json',
      databasePoolSize: 5,
      logLevel: 'info',
    });
    expect(config.databaseUrl.reveal()).toBe('file:tenant-token.sqlite');
    expect(config.botToken?.reveal()).toBe(SOUND.SLACK_BOT_TOKEN);
    expect(config.installs).toBeNull();
  });

  it('turns Socket Mode on with an app token, and then needs no signing secret', () => {
    const config = soundWith({ SLACK_APP_TOKEN: 'xapp-1-A-b', SLACK_SIGNING_SECRET: undefined });
    expect(config.transport.kind).toBe('socket');
  });

  it('takes a URL of this machine without https, with and without a closing slash', () => {
    const config = soundWith({
      SLACK_API_URL: 'http://127.0.0.1:4500/api',
      TENANT_API_URL: 'http://localhost:4400/',
    });
    expect(config.slackApiUrl).toBe('http://127.0.0.1:4500/api/');
    expect(config.tenantApiUrl).toBe('http://localhost:4400');
  });

  it('needs neither an API nor a key where it is told the page on which people make tokens', () => {
    const config = soundWith({
      TENANT_API_URL: undefined,
      TENANT_API_KEY: undefined,
      TENANT_URL: 'https://nord.example.com/cockpit?tenant=7',
    });
    expect(config).toMatchObject({
      tenantApiUrl: null,
      tenantApiKey: null,
      tenantUrl: 'https://nord.example.com/cockpit?tenant=7',
    });
  });

  it('keeps the record for so many days, or for ever', () => {
    expect(soundWith().auditDays).toBeNull();
    expect(soundWith({ AUDIT_DAYS: '400' }).auditDays).toBe(400);
    for (const wrong of ['0', '-1', '1.5', 'all', '100000']) {
      expect(faultsOf({ AUDIT_DAYS: wrong })).toEqual([expect.stringMatching(/^AUDIT_DAYS: /)]);
    }
  });

  it('shows metrics to this machine alone, and only where they are asked for', () => {
    expect(soundWith().metrics).toBeNull();
    expect(soundWith({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    const open = soundWith({ METRICS_PORT: '0', METRICS_HOST: '0.0.0.0' });
    expect(open.metrics).toEqual({ host: '0.0.0.0', port: 0 });
    expect(faultsOf({ METRICS_PORT: '70000' })).toEqual([expect.stringMatching(/^METRICS_PORT: /)]);
    expect(faultsOf({ METRICS_HOST: 'a b' })).toEqual([expect.stringMatching(/^METRICS_HOST: /)]);
  });

  it('sends traces to a collector, only where one is named', () => {
    expect(soundWith().tracing).toBeNull();
    expect(soundWith({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' }).tracing).toEqual({
      url: 'http://127.0.0.1:4318/v1/traces',
      serviceName: 'tenant-token-bot',
    });
    const named = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://o.example/otlp', OTEL_SERVICE_NAME: 'a' };
    expect(soundWith(named).tracing).toEqual({
      url: 'https://o.example/otlp/v1/traces',
      serviceName: 'a',
    });
    for (const no of ['collector:4318', 'ftp://a', 'http://u:p@a', 'http://a/?key=1']) {
      expect(faultsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: no })).toEqual([
        expect.stringMatching(/^OTEL_EXPORTER_OTLP_ENDPOINT: is not the http/),
      ]);
    }
  });

  it('prints no secret', () => {
    const printed = [soundWith(), soundWith({}, INSTALLED)]
      .map((config) => `${JSON.stringify(config)} ${inspect(config, { depth: 9 })}`)
      .join(' ');
    for (const name of SECRET_VARIABLES) {
      const value = soundValue(name);
      if (value) expect(printed).not.toContain(value);
    }
    expect(printed).toContain('[redacted]');
  });

  const soundValue = (name: string): string =>
    name === 'SLACK_APP_TOKEN'
      ? 'xapp-1-A-b'
      : ((SOUND as Record<string, string>)[name] ??
        (INSTALLED as Record<string, string | undefined>)[name] ??
        '');

  it.each(
    SECRET_VARIABLES.flatMap((name) =>
      [
        ['a line break', '\n'],
        ['two line breaks of Windows', '\r\n\r\n'],
        ['a blank and a line break', ' \n'],
      ].map(([what, end = '']) => [name, what, end] as const),
    ),
  )('takes %s from a file that ends in %s, which is none of it', (name, _, end) => {
    const file = join(folder, name);
    writeFileSync(file, `\uFEFF${soundValue(name)}${end}`);
    const sound = ofInstalls(name) ? INSTALLED : SOUND;
    const config = soundWith({ [name]: undefined, [`${name}_FILE`]: file }, sound);
    expect(JSON.stringify(Object.values(config))).not.toMatch(/\s/);
    const { transport } = config;
    const given = [
      config.botToken,
      config.tenantApiKey,
      config.databaseUrl,
      transport.kind === 'http' ? transport.signingSecret : transport.appToken,
      config.installs?.clientSecret,
      config.installs?.encryptionKey,
      secret(config.installs?.oldKeys.map((each) => each.reveal()).join(', ') ?? ''),
    ].map((each) => each?.reveal());
    expect(given).toContain(soundValue(name));
  });

  it.each(SECRET_VARIABLES)('takes %s without the line break that echo leaves', (name) => {
    const sound = ofInstalls(name) ? INSTALLED : SOUND;
    expect(faultsOf({ [name]: `${soundValue(name)}\n` }, sound)).toEqual([]);
  });

  it.each([
    ['of two lines', 'xoxb-1\nxoxb-2\n', /^SLACK_BOT_TOKEN_FILE: .+ holds more than one line\.$/],
    ['without anything in it', '\n', /^SLACK_BOT_TOKEN_FILE: .+ is empty\.$/],
  ])('names the cause of a file %s', (_, content, fault) => {
    const file = join(folder, 'unsound');
    writeFileSync(file, content);
    const faults = faultsOf({ SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: file });
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://other:3128' }],
    ['its lower case', { https_proxy: 'http://proxy:3128', HTTPS_PROXY: 'http://other:3128' }],
    ['HTTP_PROXY where it is the only one', { HTTP_PROXY: 'http://proxy:3128' }],
    ['ALL_PROXY where it is the only one', { ALL_PROXY: 'http://proxy:3128' }],
    [
      'HTTPS_PROXY beside one of another kind for the rest',
      { HTTPS_PROXY: 'http://proxy:3128', all_proxy: 'socks5://other:1080' },
    ],
  ])('takes the proxy from %s', (_, changes) => {
    const { proxy } = soundWith({ ...changes, NO_PROXY: 'nord.example.com' });
    expect(proxy?.url.reveal()).toBe('http://proxy:3128');
    expect(proxy?.except).toBe('nord.example.com');
  });

  it('goes out directly where there is no proxy', () => {
    expect(soundWith({ NO_PROXY: '*' }).proxy).toBeNull();
    expect(soundWith({ ALL_PROXY: 'socks5://other:1080' }).proxy).toBeNull();
  });

  it.each([
    [
      'a variable and its file at once',
      { TENANT_API_KEY_FILE: 'x' },
      /^TENANT_API_KEY: set either/,
    ],
    [
      'a file that is not there',
      { TENANT_API_KEY: undefined, TENANT_API_KEY_FILE: '/nowhere/key' },
      /^TENANT_API_KEY_FILE: the file "\/nowhere\/key" cannot be read\.$/,
    ],
    [
      'no bot token',
      { SLACK_BOT_TOKEN: undefined },
      /^SLACK_BOT_TOKEN: is not set\. Set it to .+xoxb-/,
    ],
    ['an empty bot token', { SLACK_BOT_TOKEN: '' }, /^SLACK_BOT_TOKEN: is not set/],
    ['a user token', { SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN: is not .+xoxb-/],
    [
      'no way to be reached',
      { SLACK_SIGNING_SECRET: undefined },
      /^SLACK_SIGNING_SECRET: is not set.+SLACK_APP_TOKEN/,
    ],
    ['a short signing secret', { SLACK_SIGNING_SECRET: 'abc' }, /^SLACK_SIGNING_SECRET: is not/],
    [
      'a bot token for an app token',
      { SLACK_APP_TOKEN: 'xoxb-1' },
      /^SLACK_APP_TOKEN: is not .+xapp-/,
    ],
    ['a port that is none', { PORT: '70000' }, /^PORT: is not a port/],
    ['a port in words', { PORT: 'http' }, /^PORT: is not a port/],
    ['no platform', { TENANT_API_URL: undefined }, /^TENANT_API_URL: is not set/],
    [
      'a platform without https',
      { TENANT_API_URL: 'http://nord.example.com' },
      /^TENANT_API_URL: is not/,
    ],
    [
      'a path on the platform',
      { TENANT_API_URL: 'https://nord.example.com/api/v1' },
      /^TENANT_API_URL: is an origin/,
    ],
    [
      'a password in the URL',
      { TENANT_API_URL: 'https://a:b@nord.example.com' },
      /^TENANT_API_URL: is not/,
    ],
    [
      'a name that only browsers take for this machine',
      { TENANT_API_URL: 'http://nord.localhost:4400' },
      /^TENANT_API_URL: is not/,
    ],
    ['a proxy that is none', { HTTPS_PROXY: 'proxy:3128' }, /^HTTPS_PROXY: is not a proxy’s URL/],
    [
      'a Slack URL with a password, which would be logged',
      { SLACK_API_URL: 'https://me:sesame@slack.example.com/api/' },
      /^SLACK_API_URL: is not .+ without a name and a password/,
    ],
    [
      'a tenant URL with a password alone',
      { TENANT_API_URL: 'https://:sesame@nord.example.com' },
      /^TENANT_API_URL: is not/,
    ],
    [
      'Slack without https',
      { SLACK_API_URL: 'http://slack.example.com' },
      /^SLACK_API_URL: is not an https/,
    ],
    [
      'an API without a key',
      { TENANT_API_KEY: undefined },
      /^TENANT_API_KEY: is not set.+TENANT_URL/,
    ],
    [
      'neither an API nor a page',
      { TENANT_API_KEY: undefined, TENANT_API_URL: undefined },
      /^TENANT_API_URL: is not set.+TENANT_API_KEY.+TENANT_URL/,
    ],
    [
      'a page without https',
      { TENANT_URL: 'http://nord.example.com' },
      /^TENANT_URL: is not the cockpit/,
    ],
    [
      'a page with a fragment',
      { TENANT_URL: 'https://nord.example.com/#/tenants' },
      /^TENANT_URL: is not the cockpit/,
    ],
    ['a key with a line break', { TENANT_API_KEY: 'a\nb' }, /^TENANT_API_KEY: is not/],
    ['no policy', { POLICY_FILE: undefined }, /^POLICY_FILE: is not set/],
    [
      'another database',
      { DATABASE_URL: 'mysql://db/tokens' },
      /^DATABASE_URL: is neither file:PATH.+ nor postgres:/,
    ],
    [
      'a database that is nobody’s',
      { DATABASE_URL: 'postgres://db/tokens' },
      /^DATABASE_URL: is not postgres:\/\/USER:PASSWORD@HOST\/DATABASE\.$/,
    ],
    [
      'a database’s sslmode that promises nothing',
      { DATABASE_URL: 'postgres://bot:hunter22@db/tokens?sslmode=prefer' },
      /^DATABASE_URL: has an sslmode that is not one of disable, require, verify-ca, verify-full\.$/,
    ],
    ['no connection at all', { DATABASE_POOL_SIZE: '0' }, /^DATABASE_POOL_SIZE: is not a number/],
    ['a level that there is not', { LOG_LEVEL: 'trace' }, /^LOG_LEVEL: is not one of debug, info/],
  ])('names the variable and says what to set: %s', (_, changes, fault) => {
    expect(faultsOf(changes)).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    ['no client secret', { SLACK_CLIENT_SECRET: undefined }, /^SLACK_CLIENT_SECRET: is not set/],
    ['a client id of another kind', { SLACK_CLIENT_ID: 'A01234' }, /^SLACK_CLIENT_ID: is not the/],
    ['no key', { ENCRYPTION_KEY: undefined }, /^ENCRYPTION_KEY: is not set.+openssl rand/],
    [
      'a short key',
      { ENCRYPTION_KEY: 'hunter2hunter2' },
      /^ENCRYPTION_KEY: is not 32 random bytes/,
    ],
    ['an old key that is none', { ENCRYPTION_KEYS_OLD: 'hunter2' }, /^ENCRYPTION_KEYS_OLD: is not/],
    ['no folder of policies', { POLICY_DIR: undefined }, /^POLICY_DIR: is not set/],
    ['a token besides', { SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_BOT_TOKEN: is for one workspace/],
    ['one policy besides', { POLICY_FILE: 'p.json' }, /^POLICY_FILE: is for one workspace/],
  ])('of a bot that workspaces install names the variable: %s', (_, changes, fault) => {
    expect(faultsOf(changes, INSTALLED)).toEqual([expect.stringMatching(fault)]);
  });

  it('of one workspace has no variable that does nothing', () => {
    const set = { ENCRYPTION_KEY: INSTALLED.ENCRYPTION_KEY, POLICY_DIR: 'policies' };
    expect(faultsOf(set)).toEqual([
      expect.stringMatching(/^ENCRYPTION_KEY: .+ Set SLACK_CLIENT_ID too\.$/),
      expect.stringMatching(/^POLICY_DIR: .+ Set SLACK_CLIENT_ID too\.$/),
    ]);
  });

  it('of a bot that workspaces install has no token and no one policy', () => {
    const { botToken, policyFile, installs } = soundWith({}, INSTALLED);
    expect([botToken, policyFile]).toEqual([null, null]);
    expect(installs).toMatchObject({
      clientId: INSTALLED.SLACK_CLIENT_ID,
      policyFolder: 'policies',
    });
    expect(installs?.oldKeys).toHaveLength(2);
  });

  it('names every fault at once, and no value of a secret', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'hunter2hunter2',
      PORT: 'x',
      TENANT_API_KEY: 'a b',
      DATABASE_URL: 'postgres://bot:hunter22@db.example.com:port/tokens',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toMatch(/hunter2|a b/);
  });
});
