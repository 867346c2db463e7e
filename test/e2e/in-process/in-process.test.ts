import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { inWorld } from '../popup/in-world.ts';
import { openForm } from '../popup/steps.ts';
import { makeToken, waitForStep, type World } from '../popup/world.ts';
import { inProcess } from './in-process.ts';
import { createNetwork } from './page-fetch.ts';

describe('the product in process', () => {
  let world: World;
  inWorld(inProcess, (opened) => (world = opened));

  test('is reset as a browser is: nothing of one scenario is left for the next', async () => {
    const popup = await openForm(world);
    await makeToken(popup, 'Left behind');
    await popup.byRole('button', 'Copy').click();
    await popup.waitForText('Copied.');
    expect(await world.badge()).toBe('1');
    expect(await world.session.clipboardText()).not.toBe('');
    await world.reset();
    expect(await popup.isOpen()).toBe(false);
    expect(await world.badge()).toBe('');
    expect(await world.session.clipboardText()).toBe('');
    expect(await world.session.extensionStorage('session')).toEqual({});
    expect(Object.keys(await world.session.extensionStorage('local'))).toEqual(['settings']);
    expect(await (await openForm(world)).byRole('textbox', 'Name').value()).toBe('');
  });

  test('throws where it is asked for what only a browser decides', async () => {
    const popup = await openForm(world);
    expect(() => popup.setWidth(320)).toThrow('for a real browser to decide');
    expect(() => popup.setColorScheme('dark')).toThrow('for a real browser to decide');
    await expect(popup.press('Tab')).rejects.toThrow('for a real browser to decide');
    expect(() => world.session.stopBackground()).toThrow('for a real browser to decide');
  });

  test('lets the extension into the page of the press alone, until it shows another origin', async () => {
    const tab = await world.signedIn();
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    await popup.byRole('textbox', 'Name').fill('Moved on');
    await tab.goto(world.platform.tenants.sol.url);
    await popup.byRole('button', 'Next').click();
    await popup.waitForText('The tab now shows another page');
    expect(await world.records()).toEqual([]);
  });
});

describe('a page’s network in process', () => {
  let server: Server;
  const network = createNetwork();
  afterEach(async () => {
    await network.close();
    server.close();
  });

  test('asks over a connection of its own, since one that was kept may end as it is used again', async () => {
    const used = new WeakSet();
    server = createServer(({ socket }, response) => {
      if (used.has(socket)) {
        socket.destroy();
        return;
      }
      used.add(socket);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const method of ['GET', 'POST', 'POST']) {
      const answer = await network.ask(origin, new URL(origin), { method });
      expect(answer).toMatchObject({ status: 200 });
      if ('text' in answer) await answer.text();
    }
  });
});
