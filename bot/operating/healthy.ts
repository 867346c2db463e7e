// Whether the bot in this container lives: for HEALTHCHECK, since the image has no curl. That Slack or the
// platform does not answer is no reason to start it anew; /readyz says that.
import process from 'node:process';

const port = process.env['PORT'] || '3000';
const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
