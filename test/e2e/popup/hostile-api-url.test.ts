import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TRIAL_TEXTS } from '../../../extension/background/words/trial/trial-words.ts';
import { en } from '../../../extension/messages/en.ts';
import { curlLine } from '../../../shared/curl.ts';
import { fill } from '../../../shared/messages/fill.ts';
import type { Popup } from '../browsers/driver.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { expectHarmless, type Poser, SESSION, startPoser, TOKEN } from './poser.ts';
import { copyAndSave } from './steps.ts';
import { makeToken, openWorld, waitForStep, type World } from './world.ts';

/** API URLs that no token may be sent to, and no shell may read. */
const BAD_URLS = [
  'javascript:fetch("/ran")',
  'data:text/html,<script>ran=4</script>',
  'file:///etc/passwd',
  'http://api.poser.example',
  'http://127.0.0.1.poser.example',
  "https://api.poser.example';touch ran;'",
  'https://$(touch ran).poser.example',
  'https://`touch ran`.poser.example',
  'https://api.poser.example\n-o /tmp/ran',
  'https://api.poser.example/ -o ran',
  'https://eve:secret@api.poser.example',
  'https://api.poser.example/api?x=1#y',
  '//api.poser.example',
  '',
];

describe.each(LEVELS)('an API URL, in $name', (driver) => {
  let world: World;
  let poser: Poser;
  let api: Poser;

  beforeAll(async () => {
    poser = await startPoser('poser');
    // Of the same name, so that the browser would send it the poser's cookie.
    api = await startPoser('poser');
    world = await openWorld(driver);
  });
  beforeEach(async () => {
    poser.reset();
    api.reset();
    await world.reset();
  });
  afterAll(async () => {
    await world.close();
    await poser.close();
    await api.close();
  });

  const withApiUrl = (apiUrl: string): void =>
    poser.answer('session', { ...SESSION, tenant: { ...SESSION.tenant, api_url: apiUrl } });

  const command = (popup: Popup) => popup.byRole('textbox', en.saved.call);

  const saveOne = async (): Promise<Popup> => {
    const popup = await world.openPopup(await world.atPage(`${poser.origin}/`));
    await waitForStep(popup, 'form');
    await makeToken(popup, 'Mine');
    await copyAndSave(world, popup);
    return popup;
  };

  /** “Try it” asked one server, with the token and without the session. */
  const expectTried = (server: Poser): void => {
    const [tried, ...others] = server.asked('probe');
    expect(others).toEqual([]);
    expect(tried?.headers).toMatchObject({ 'api-key': TOKEN });
    expect(tried?.headers.cookie).toBeUndefined();
    // The same browser does send the cookie where it may.
    expect(poser.asked('save')[0]?.headers.cookie).toContain('session=of-the-poser');
  };

  test.each(examplesFor(driver, BAD_URLS))(
    '%j gets no line for a shell, and no token',
    async (apiUrl) => {
      withApiUrl(apiUrl);
      const popup = await saveOne();
      expect(await command(popup).exists()).toBe(false);
      expect(await popup.text()).not.toContain('curl');
      await popup.byRole('button', en.saved.tryIt).click();
      await popup.waitForText(fill(TRIAL_TEXTS.en.works, { status: 200 }));
      // Nobody tried it, so nothing is said of reaching it.
      const instead = fill(TRIAL_TEXTS.en.instead, { origin: poser.origin });
      expect(await popup.text()).not.toContain(instead);
      expectTried(poser);
      await expectHarmless(popup, poser);
    },
  );

  // What goes to another origin, and with which cookies, a browser decides.
  if (!isBrowser(driver)) return;

  test('on loopback it gets both, and the session stays at home', async () => {
    withApiUrl(api.origin);
    const popup = await saveOne();
    expect(await command(popup).value()).toBe(curlLine(api.origin, 'bash'));
    await popup.byRole('button', en.saved.tryIt).click();
    await popup.waitForText(fill(TRIAL_TEXTS.en.works, { status: 200 }));
    expectTried(api);
    expect(poser.asked('probe')).toEqual([]);
  });

  test('one that sends the token on is not followed', async () => {
    withApiUrl(api.origin);
    api.answer('probe', (response) => {
      response.writeHead(307, { location: `${poser.origin}/api/v1/session` }).end();
    });
    const popup = await saveOne();
    const before = poser.asked('session').length;
    await popup.byRole('button', en.saved.tryIt).click();
    await popup.waitForText(fill(TRIAL_TEXTS.en.instead, { origin: poser.origin }));
    expect(poser.asked('session')).toHaveLength(before);
  });
});
