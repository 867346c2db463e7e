import { EXAMPLE_ORIGIN, manifestText } from './manifest.ts';

// `npm run -s bot:manifest -- socket`, or `-- http https://bot.your.domain`.

const [kind = 'socket', address = EXAMPLE_ORIGIN] = process.argv.slice(2);
const url = URL.canParse(address) ? new URL(address) : undefined;

if ((kind !== 'http' && kind !== 'socket') || url?.protocol !== 'https:') {
  console.error('Say socket, or http and the https address at which Slack reaches the bot.');
  process.exit(1);
}
process.stdout.write(manifestText(kind, url.origin));
