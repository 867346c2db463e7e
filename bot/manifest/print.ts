import { letReadersGo } from '../log/gone-readers.ts';
import { EXAMPLE_ORIGIN, manifestText } from './manifest.ts';

// `npm run -s bot:manifest -- socket`, or `-- http https://bot.your.domain`; with `--installs` for an app
// that workspaces install, which browsers reach at that address over either transport.

letReadersGo();

const words = process.argv.slice(2);
const installs = words.includes('--installs');
const [kind = 'socket', address = EXAMPLE_ORIGIN] = words.filter((word) => word !== '--installs');
const url = URL.canParse(address) ? new URL(address) : undefined;

if (
  (kind !== 'http' && kind !== 'socket') ||
  url?.protocol !== 'https:' ||
  (installs && address === EXAMPLE_ORIGIN)
) {
  console.error(
    'Say socket, or http and the https address at which Slack reaches the bot; and --installs where workspaces install the app.',
  );
  process.exit(1);
}
process.stdout.write(manifestText(kind, url.origin, installs));
