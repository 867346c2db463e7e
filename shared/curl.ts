import { ENDPOINTS, HEADERS } from './tenant-api/endpoints.ts';

const HOST = String.raw`[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*`;
const LOOPBACK = String.raw`localhost|(?:${HOST}\.)?localhost|127\.0\.0\.1|\[::1\]`;
const SAFE_ORIGIN = new RegExp(
  String.raw`^(?:https:\/\/(?:${HOST}|\[[0-9a-f:]+\])|http:\/\/(?:${LOOPBACK}))(?::\d{1,5})?\/?$`,
  'i',
);

/**
 * An API URL that a token may be sent to. A page supplied it, so it must be a bare origin, https or
 * loopback, and nothing that a shell would read as more than text.
 * @returns the origin without a closing slash, or undefined
 */
export const safeApiOrigin = (apiUrl: string): string | undefined =>
  apiUrl.length <= 200 && SAFE_ORIGIN.test(apiUrl) ? apiUrl.replace(/\/$/, '') : undefined;

/** The shells that there are lines for. */
export const SHELLS = ['bash', 'powershell', 'cmd'] as const;

export type Shell = (typeof SHELLS)[number];

/** What people call a shell: names, the same in every language. */
export const SHELL_NAMES: Readonly<Record<Shell, string>> = {
  bash: 'bash, zsh',
  powershell: 'PowerShell',
  cmd: 'cmd',
};

// `Read-Host -MaskInput` is missing from Windows PowerShell 5.1; where an organisation lets PowerShell make
// only types of its own (Constrained Language Mode), a credential is one, and `Net.NetworkCredential` is not.
const ASK_IN_POWERSHELL =
  "[pscredential]::new('x', (Read-Host 'API token' -AsSecureString)).GetNetworkCredential().Password";

const ASK_LINES: Readonly<Record<Shell, string>> = {
  bash: 'read -rs TENANT_TOKEN',
  powershell: `$env:TENANT_TOKEN = ${ASK_IN_POWERSHELL}`,
  // What answers `set /p` is shown, and Windows' console keeps it among the lines that ↑ and F7 bring back.
  cmd: `for /f "delims=" %T in ('powershell -NoProfile -Command "${ASK_IN_POWERSHELL}"') do @set "TENANT_TOKEN=%T"`,
};

/**
 * A line that asks for the token and keeps it in a variable, so that it stands in no line of the
 * shell's history. To be run by itself: what is pasted after it, is read as the token.
 */
export const askTokenLine = (shell: Shell): string => ASK_LINES[shell];

const posixQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * A line to paste into a shell: one GET, which needs Read. It names the token as the variable of
 * {@link askTokenLine}, so that no secret gets into a shell's history.
 * @param origin from {@link safeApiOrigin}
 * @throws RangeError for another origin, where nothing quotes every text: PowerShell and cmd
 */
export const curlLine = (origin: string, shell: Shell): string => {
  const url = origin + ENDPOINTS.probe.path;
  if (shell === 'bash') {
    return `curl -H "${HEADERS.apiKey}: $TENANT_TOKEN" -H 'accept: application/json' ${posixQuoted(url)}`;
  }
  if (safeApiOrigin(origin) !== origin) throw new RangeError('Not a safe origin for a shell');
  // In Windows PowerShell, `curl` alone is another command.
  const [curl, token] =
    shell === 'cmd' ? ['curl', '%TENANT_TOKEN%'] : ['curl.exe', '$env:TENANT_TOKEN'];
  return `${curl} -H "${HEADERS.apiKey}: ${token}" -H "accept: application/json" "${url}"`;
};
