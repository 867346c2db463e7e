import type { Config } from './config/config.ts';
import { errorFields } from './log/error-fields.ts';

type Known = Pick<Config, 'port' | 'metrics'> & {
  readonly transport: Pick<Config['transport'], 'kind'>;
};

type NotListening = NodeJS.ErrnoException & { readonly port?: number };

/** Whether an error is what Node says of a server that could not listen. */
const isNotListening = (error: unknown): error is NotListening =>
  error instanceof Error &&
  'syscall' in error &&
  ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall));

/** That a host has no such address, as the machine says it in several ways. */
const NO_ADDRESS = new Set([
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EINVAL',
  'ENOTFOUND',
]);

const whyNotListening = ({ port, metrics }: Known, error: NotListening): string => {
  const { code = '' } = error;
  // A name that is not resolved comes without a port, and the bot's own address is no name.
  const ofMetrics = metrics && (error.port === metrics.port || error.syscall === 'getaddrinfo');
  const [name, wanted] = ofMetrics ? ['METRICS_PORT', metrics.port] : ['PORT', port];
  if (code === 'EADDRINUSE') {
    return `${name}: ${wanted} is taken. Set another, or 0 for any free one.`;
  }
  if (code === 'EACCES') {
    return `${name}: this account may not listen on ${wanted}. Set one from 1024 on.`;
  }
  if (ofMetrics && NO_ADDRESS.has(code)) {
    return `METRICS_HOST: ${metrics.host} is no address of this machine. Leave it out for 127.0.0.1.`;
  }
  return `${name}: this machine does not let the bot listen on ${wanted} (${code}).`;
};

/** What kept the bot from opening its doors, in a sentence that says what to do. */
export const whyNotStarted = (config: Known, error: unknown): string => {
  if (isNotListening(error)) return whyNotListening(config, error);
  const { code, slack, error: name } = errorFields(error);
  if (config.transport.kind === 'http') return `The bot cannot start (${code ?? name}).`;
  if (code === 'no_hello') {
    return 'Slack opens a socket and says nothing on it (no_hello). Start the bot again; if that does not help, see whether a proxy or a firewall in between lets WebSockets through.';
  }
  return `SLACK_APP_TOKEN: Slack does not open a socket (${slack ?? code ?? 'no answer'}). It needs an App-Level Token with connections:write, and Socket Mode has to be on.`;
};
