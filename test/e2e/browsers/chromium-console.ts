import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';

function toJson(this: unknown): string {
  try {
    return JSON.stringify(this) ?? String(this);
  } catch {
    return String(this);
  }
}

// Previews are cut short, and missing from what is told again to a late listener.
async function asText(
  client: CDPSession,
  { type, subtype, value, description, objectId }: Protocol.Runtime.RemoteObject,
): Promise<string> {
  if (type === 'object' && subtype !== 'error' && objectId !== undefined) {
    const { result } = await client.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: toJson.toString(),
    });
    return String(result.value);
  }
  return description ?? String(value);
}

/**
 * Collects what every page, popup and service worker of a browser says. Chromium repeats to a new
 * listener what was said before, so the first words of a popup are not lost. A service worker that
 * is listened to does not fall asleep of itself.
 *
 * @param browser the browser
 * @returns gives the lines so far
 */
export function collectConsole(browser: Browser): () => Promise<string[]> {
  const lines: string[] = [];
  const beingRead = new Set<Promise<void>>();

  function add(source: string, client: CDPSession, words: Protocol.Runtime.RemoteObject[]): void {
    const read = Promise.all(words.map((word) => asText(client, word)))
      // The page that could tell what the object holds is gone.
      .catch(() => words.map(({ value, description }) => description ?? String(value)))
      .then((texts) => void lines.push(`${source}: ${texts.join(' ')}`))
      .finally(() => beingRead.delete(read));
    beingRead.add(read);
  }

  async function listen(target: Target): Promise<void> {
    const client = await target.createCDPSession();
    client.on('Runtime.consoleAPICalled', ({ type, args }) => {
      add(`${target.url()} ${type}`, client, args);
    });
    client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      lines.push(`${target.url()} uncaught: ${text} ${exception?.description ?? ''}`);
    });
    client.on('Log.entryAdded', ({ entry }) => {
      lines.push(
        `${target.url()} ${entry.source} ${entry.level}: ${entry.text} ${entry.url ?? ''}`,
      );
    });
    // A worker that is listened to waits at its next start until the listener lets it go on.
    client.on('Inspector.targetReloadedAfterCrash', () => {
      client.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    });
    await client.send('Inspector.enable');
    await client.send('Runtime.enable');
    await client.send('Log.enable');
  }

  const known = new WeakSet<Target>();
  function tryToListen(target: Target): void {
    if (known.has(target) || !['page', 'service_worker'].includes(target.type())) return;
    known.add(target);
    // A target that is gone before it could be listened to has nothing more to say.
    listen(target).catch(() => undefined);
  }

  // A popup becomes a page only after it was created.
  browser.on('targetcreated', tryToListen);
  browser.on('targetchanged', tryToListen);
  for (const target of browser.targets()) tryToListen(target);

  return async () => {
    await Promise.all(beingRead);
    return [...lines];
  };
}
