import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupRequest } from '../../../../extension/channel/request.ts';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
const { listen } = await import('../../../../extension/background/listen.ts');

type Listener = (
  message: unknown,
  sender: { id?: string; url?: string },
  sendResponse: (reply: unknown) => void,
) => unknown;

const OWN = 'chrome-extension://abc';
const MESSAGE: PopupRequest = { ask: 'open_nowhere' };

/** Sends a message as a browser does: the answer comes by the callback, if the listener says so. */
const send = (
  listener: Listener,
  message: unknown,
  sender: { id?: string; url?: string },
): Promise<unknown> =>
  new Promise((resolve) => {
    if (listener(message, sender, resolve) !== true) resolve('not heard');
  });

describe('the background hears', () => {
  let listener: Listener;
  let heard: PopupRequest[];

  beforeEach(() => {
    fakeBrowser.reset();
    heard = [];
    vi.stubGlobal('location', { origin: OWN });
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
      listener = added as Listener;
    });
    listen(async (request) => {
      heard.push(request);
      if (request.ask === 'open') throw new Error('as the test wants it');
      return { kind: 'fault' };
    });
  });

  const self = () => ({ id: fakeBrowser.runtime.id, url: `${OWN}/popup.html` });

  test('its own popup', async () => {
    expect(await send(listener, MESSAGE, self())).toEqual({ kind: 'fault' });
    expect(heard).toEqual([MESSAGE]);
  });

  test.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['a page, even by way of this extension', { url: 'https://nord.example.com/' }],
    ['a page of a like name', { url: `${OWN}d/popup.html` }],
    ['someone without an address', { url: undefined }],
  ])('not %s', async (_who, changes) => {
    const sender = Object.fromEntries(
      Object.entries({ ...self(), ...changes }).filter(([, value]) => value !== undefined),
    );
    expect(await send(listener, MESSAGE, sender)).toBe('not heard');
    expect(heard).toEqual([]);
  });

  test('nothing that is not in the form of a question', async () => {
    expect(await send(listener, { ask: 'reveal' }, self())).toBe('not heard');
  });

  test('and answers even where something should not have happened', async () => {
    const open: PopupRequest = { ask: 'open', tabId: 1, origin: 'https://nord.example.com' };
    expect(await send(listener, open, self())).toEqual({ kind: 'fault' });
  });
});
