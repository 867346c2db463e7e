/**
 * Lets a process go on, or end as it would, where whoever reads what it prints has gone (EPIPE), as `head` does
 * once it has enough, or a collector of logs that is restarted.
 */
export const letReadersGo = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};
