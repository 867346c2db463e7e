import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Driver fixture',
  version: '1',
  permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
  action: { default_title: 'Driver fixture', default_popup: 'popup.html' },
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  browser_specific_settings: {
    gecko: { id: 'driver-fixture@tenant-token.example', strict_min_version: '142.0' },
  },
};

const BACKGROUND = `
const life = crypto.randomUUID();
console.log('background says hello');
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message === 'fail') setTimeout(() => { throw new Error('background failed'); });
  answer(life);
});
`;

const POPUP_HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Driver fixture</title>
    <style>
      body { width: 360px; margin: 12px; font: 16px sans-serif; }
      @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } }
      #cover { position: fixed; inset: 0; background: gray; }
    </style>
  </head>
  <body>
    <main>
      <h1>Fixture</h1>
      <p><label for="name">Name</label> <input id="name" aria-describedby="hint" autofocus /></p>
      <p id="hint">Anything will do.</p>
      <p><label>Expiration date <input id="date" type="date" /></label></p>
      <p><label for="tenant">Tenant</label>
        <select id="tenant"><option value="n">Nord</option><option value="s">Süd</option></select></p>
      <p><label><input id="write" type="checkbox" /> Write</label></p>
      <p><button id="ask">Ask</button> <button id="copy">Copy</button>
        <button id="life">Life</button> <button id="leave">Leave</button>
        <button id="off" disabled>Off</button></p>
      <p role="status" id="status"></p>
    </main>
    <script src="popup.js"></script>
  </body>
</html>
`;

const POPUP_JS = `
performance.mark('script');
console.log('popup says hello', { planted: 'in an object' });
const $ = (id) => document.getElementById(id);
const say = (text) => { $('status').textContent = text; };

async function ask() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  try {
    const [{ result }] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => (await fetch(new URL('/who', location.origin))).text(),
    });
    say('The page says ' + result);
  } catch (error) {
    say('Refused: ' + error.message);
  }
}

$('ask').addEventListener('click', ask);
$('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText('copied ' + $('name').value);
  say('Copied');
});
$('life').addEventListener('click', async () => say('Life is ' + (await chrome.runtime.sendMessage('life'))));
$('leave').addEventListener('click', () => window.close());
$('name').addEventListener('input', (event) => {
  void chrome.storage.session.set({ draft: event.target.value, trusted: event.isTrusted });
});
$('name').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') say('Entered ' + event.target.value + (event.isTrusted ? '' : ', by a script'));
  if (event.key === 'Escape' && event.target.value !== '') {
    event.preventDefault();
    event.target.value = '';
  }
});
chrome.storage.session.get('draft').then(({ draft }) => { $('name').value = draft ?? ''; });
`;

/**
 * Writes a small extension with the permissions of the product, whose popup has one control of
 * each kind that the drivers can work.
 *
 * @param dir where to; it is created
 */
export async function writeFixtureExtension(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'background.js': BACKGROUND,
    'popup.html': POPUP_HTML,
    'popup.js': POPUP_JS,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
}
