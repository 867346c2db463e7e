import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askTokenLine,
  curlLine,
  safeApiOrigin,
  SHELL_NAMES,
  SHELLS,
} from '../../../shared/curl.ts';
import { PATIENCE, tokenValue } from './examples.ts';
import { safeOrigins } from './safe-origins.ts';

const TOKEN = tokenValue(3);

/** What a real shell hands to curl for a line: the words, taken apart. */
const words = (line: string): string[] => {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}\n`;
  const env = { TENANT_TOKEN: TOKEN, PATH: process.env['PATH'] ?? '' };
  const output = execFileSync('sh', ['-c', script], { env, encoding: 'utf8', stdio: 'pipe' });
  return output.split('\0').slice(0, -1);
};

const intended = (origin: string): string[] => [
  '-H',
  `api-key: ${TOKEN}`,
  '-H',
  'accept: application/json',
  `${origin}/api/v1/devices`,
];

describe('an API URL that a page supplied', PATIENCE, () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['https://api.example.com:8443', 'https://api.example.com:8443'],
    ['https://a-b.c-d.example', 'https://a-b.c-d.example'],
    ['https://xn--mnchen-3ya.example', 'https://xn--mnchen-3ya.example'],
    ['https://intranet', 'https://intranet'],
    ['https://10.0.0.7', 'https://10.0.0.7'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
    ['https://[2001:db8::1]:8443/', 'https://[2001:db8::1]:8443'],
    ['http://localhost:4401', 'http://localhost:4401'],
    ['http://api.nord.localhost:4401', 'http://api.nord.localhost:4401'],
    ['http://127.0.0.1:4401', 'http://127.0.0.1:4401'],
    ['http://[::1]:4401', 'http://[::1]:4401'],
    [`https://${'a'.repeat(184)}.example`, `https://${'a'.repeat(184)}.example`],
    ['https://x.example:65535', 'https://x.example:65535'],
  ])('%s may be given to a shell as %s', (apiUrl, origin) => {
    expect(safeApiOrigin(apiUrl)).toBe(origin);
  });

  it.each([
    ['nothing', ''],
    ['no URL', 'api.example.com'],
    ['plain http', 'http://api.example.com'],
    ['plain http to a host that only begins like loopback', 'http://localhost.evil.example'],
    ['plain http to a host that only ends like loopback', 'http://evillocalhost'],
    ['plain http to a number that begins like loopback', 'http://127.0.0.1.evil.example'],
    ['plain http to any address', 'http://0.0.0.0'],
    ['plain http to another IPv6 address', 'http://[2001:db8::1]'],
    ['another scheme', 'ftp://api.example.com'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['an option of curl', '-o/tmp/x'],
    ['an option of curl before a URL', '--proxy http://evil.example https://api.example.com'],
    ['a user', 'https://user@api.example.com'],
    ['a user and a password', 'https://user:pass@api.example.com'],
    ['a host that looks like a user’s', 'https://api.example.com@evil.example'],
    ['a path', 'https://api.example.com/v2'],
    ['two slashes', 'https://api.example.com//'],
    ['a query', 'https://api.example.com?x=1'],
    ['a fragment', 'https://api.example.com#x'],
    ['space before', ' https://api.example.com'],
    ['space after', 'https://api.example.com '],
    ['a line break after', 'https://api.example.com\n'],
    ['a second line', 'https://api.example.com\nrm -rf ~'],
    ['a carriage return', 'https://api.example.com\r'],
    ['a null character', 'https://api.example.com\u0000'],
    ['a quote', "https://api.example.com'; id; '"],
    ['a double quote', 'https://api.example.com"'],
    ['a command to be replaced', 'https://$(id).example.com'],
    ['backticks', 'https://`id`.example.com'],
    ['a variable', 'https://$HOME.example.com'],
    ['a semicolon', 'https://api.example.com;id'],
    ['an ampersand', 'https://api.example.com&id'],
    ['a pipe', 'https://api.example.com|id'],
    ['a backslash', 'https://api.example.com\\id'],
    ['a glob of the shell', 'https://*.example.com'],
    ['a glob of curl', 'https://{a,b}.example.com'],
    ['a range of curl', 'https://[1-9].example.com'],
    ['a range of curl in the place of an address', 'https://[1-9]'],
    ['an escape', 'https://api%2eexample.com'],
    ['a unicode host', 'https://münchen.example'],
    ['a host of look-alikes', 'https://аpi.example.com'],
    ['a letter that folds to ASCII', 'https://\u212A.example'],
    ['a full-width dot', 'https://api\uFF0Eexample.com'],
    ['a directional override', 'https://\u202Eapi.example.com'],
    ['an underscore', 'https://my_host.example'],
    ['an empty label', 'https://api..example.com'],
    ['a host that begins with a hyphen', 'https://-api.example.com'],
    ['no host', 'https://'],
    ['a port without a number', 'https://api.example.com:'],
    ['a port that is none', 'https://api.example.com:123456'],
    ['a port that is a word', 'https://api.example.com:http'],
    ['an unclosed address', 'https://[::1'],
    ['more than two hundred characters', `https://${'a'.repeat(200)}.example`],
  ])('is not given to a shell when it has or is %s', (_, apiUrl) => {
    expect(safeApiOrigin(apiUrl)).toBeUndefined();
  });

  it('never has a character that a shell would read, whatever the page says', () => {
    const shell = fc.constantFrom(...Array.from('\'"`$;&|<>(){}[]*?!#~\\ \n\t\r\0=%@:/.-^,'));
    const piece = fc.oneof(
      {
        arbitrary: fc.constantFrom('https://', 'http://', 'localhost', 'api.', '[::1]'),
        weight: 4,
      },
      { arbitrary: fc.stringMatching(/^[A-Za-z0-9.-]{1,8}$/), weight: 4 },
      { arbitrary: shell, weight: 2 },
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    let accepted = 0;
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 3 }).map((pieces) => `https://api${pieces.join('')}`),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const origin = safeApiOrigin(text);
        if (origin === undefined) return;
        accepted += 1;
        expect(origin).toMatch(/^[A-Za-z0-9.:[\]/-]+$/);
        // Some are no URL after all (a host of numbers, a port too high): nothing answers there.
        if (!URL.canParse(origin)) return;
        const url = new URL(origin);
        expect([url.pathname, url.search, url.hash, url.username]).toEqual(['/', '', '', '']);
        const loopback = /^(127\.0\.0\.1|\[::1\]|(.+\.)?localhost)$/.test(url.hostname);
        expect(url.protocol === 'https:' || loopback).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('the curl line', PATIENCE, () => {
  it('names the token as a variable, and holds no secret', () => {
    expect(curlLine('https://api.example.com', 'bash')).toBe(
      `curl -H "api-key: $TENANT_TOKEN" -H 'accept: application/json' 'https://api.example.com/api/v1/devices'`,
    );
  });

  it.each([
    ['powershell', `curl.exe -H "api-key: $env:TENANT_TOKEN"`],
    ['cmd', `curl -H "api-key: %TENANT_TOKEN%"`],
  ] as const)('is written as %s reads it', (shell, start) => {
    expect(curlLine('https://api.example.com', shell)).toBe(
      `${start} -H "accept: application/json" "https://api.example.com/api/v1/devices"`,
    );
  });

  it.each(['powershell', 'cmd'] as const)(
    'is refused for %s with anything but a safe origin: nothing quotes every text there',
    (shell) => {
      for (const text of ['https://a.example" & calc "', 'https://%PATH%', 'https://$(calc)', '']) {
        expect(() => curlLine(text, shell)).toThrow(
          new RangeError('Not a safe origin for a shell'),
        );
      }
    },
  );

  it('gives a real shell exactly the words that are meant, for any origin that is accepted', () => {
    fc.assert(
      fc.property(safeOrigins, fc.constantFrom('', '/'), (origin, end) => {
        expect(safeApiOrigin(origin + end)).toBe(origin);
        expect(words(curlLine(origin, 'bash'))).toEqual(intended(origin));
      }),
      { numRuns: 40 },
    );
  });

  it('is quoted on its own account too, so that no text at all becomes a command', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...Array.from('\'"`$;&|<>(){}*?!#~\\ \n\tab')),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(words(curlLine(text, 'bash'))).toEqual(intended(text));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the line that asks for the token', PATIENCE, () => {
  it('is there for each shell, which has a name', () => {
    expect(SHELLS.map((shell) => [SHELL_NAMES[shell], askTokenLine(shell)])).toEqual([
      ['bash, zsh', 'read -rs TENANT_TOKEN'],
      [
        'PowerShell',
        "$env:TENANT_TOKEN = [pscredential]::new('x', (Read-Host 'API token' -AsSecureString)).GetNetworkCredential().Password",
      ],
      [
        'cmd',
        `for /f "delims=" %T in ('powershell -NoProfile -Command "[pscredential]::new('x', (Read-Host 'API token' -AsSecureString)).GetNetworkCredential().Password"') do @set "TENANT_TOKEN=%T"`,
      ],
    ]);
  });

  it('asks in Windows where nothing is shown or kept to be recalled, never by set /p', () => {
    for (const shell of ['powershell', 'cmd'] as const) {
      expect(askTokenLine(shell)).toContain('Read-Host');
      expect(askTokenLine(shell)).toContain('-AsSecureString');
      expect(askTokenLine(shell)).not.toContain('set /p');
    }
  });

  it('lets a real bash call with the token, shows it nowhere and keeps it out of the history', () => {
    const folder = mkdtempSync(join(tmpdir(), 'history-'));
    const history = join(folder, 'history');
    try {
      const answer = spawnSync('bash', ['--norc', '--noprofile', '-i'], {
        input: [
          'curl() { [ "$2" = "api-key: $EXPECTED" ] && echo called; }',
          askTokenLine('bash'),
          TOKEN,
          curlLine('https://api.example.com', 'bash'),
          'exit',
          '',
        ].join('\n'),
        env: { PATH: process.env['PATH'] ?? '', HISTFILE: history, EXPECTED: TOKEN },
        encoding: 'utf8',
      });
      expect(answer.stdout).toContain('called');
      expect(answer.stdout + answer.stderr).not.toContain(TOKEN);
      const kept = readFileSync(history, 'utf8');
      expect(kept).toContain('curl -H "api-key: $TENANT_TOKEN"');
      expect(kept).not.toContain(TOKEN);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
