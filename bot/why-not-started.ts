import type { Config } from './config/config.ts';
import { errorFields } from './log/error-fields.ts';

const portOf = (error: unknown): number | undefined =>
  error instanceof Error && 'port' in error ? Number(error.port) : undefined;

/** What kept the bot from opening its doors, in a sentence that says what to do. */
export const whyNotStarted = (
  { port, metrics }: Pick<Config, 'port' | 'metrics'>,
  error: unknown,
): string => {
  const { code, slack } = errorFields(error);
  const name = metrics && portOf(error) === metrics.port ? 'METRICS_PORT' : 'PORT';
  const wanted = name === 'PORT' ? port : metrics?.port;
  if (code === 'EADDRINUSE') {
    return `${name}: ${wanted} is taken. Set another, or 0 for any free one.`;
  }
  if (code === 'EACCES') {
    return `${name}: this account may not listen on ${wanted}. Set one from 1024 on.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `METRICS_HOST: ${metrics?.host} is no address of this machine. Leave it out for 127.0.0.1.`;
  }
  return `SLACK_APP_TOKEN: Slack does not open a socket (${slack ?? code ?? 'no answer'}). It needs an App-Level Token with connections:write, and Socket Mode has to be on.`;
};
