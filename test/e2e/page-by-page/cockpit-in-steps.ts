import { afterAll, afterEach, beforeAll } from 'vitest';
import { LIST_PATH, pageByPage } from '../../support/cockpits/page-by-page.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';
import type { BrowserDriver, Popup, Session, Tab } from '../browsers/driver.ts';
import { keptSession } from '../browsers/kept-session.ts';
import { waitForStep } from '../popup/world.ts';

/** A browser with the product in it, and a cockpit that loads a page at each step. */
export interface SteppedWorld {
  readonly session: Session;
  readonly cockpit: CockpitServer;
  /** Where a step leads instead, by its method and path; until the next test. */
  readonly lead: (detour: (step: string) => string | undefined) => void;
  /** What happens while the form's page is there and the form is not yet; until the next test. */
  readonly whileFormLoads: (meanwhile: () => Promise<void>) => void;
  /** A tab on the list of tokens, and the popup's form over it. */
  readonly open: () => Promise<{ tab: Tab; popup: Popup }>;
}

/** A world for the tests of a `describe`, reset after each. */
export const inSteppedWorld = (
  driver: BrowserDriver,
  opened: (world: SteppedWorld) => void,
): void => {
  let detour: (step: string) => string | undefined = () => undefined;
  let meanwhile = async (): Promise<void> => undefined;
  let session: Session;
  let cockpit: CockpitServer;
  const speakEnglish = (): Promise<void> =>
    session.seedExtensionStorage('local', { settings: { language: 'en' } });
  beforeAll(async () => {
    cockpit = await startCockpitServer(
      pageByPage(
        (step) => detour(step),
        () => meanwhile(),
      ),
    );
    session = await keptSession(driver, { extensionDir: driver.build, language: 'en' });
    await speakEnglish();
    opened({
      session,
      cockpit,
      lead: (to) => void (detour = to),
      whileFormLoads: (happens) => void (meanwhile = happens),
      open: async () => {
        const tab = await session.newTab(cockpit.url + LIST_PATH);
        const popup = await session.clickToolbarButton(tab);
        await waitForStep(popup, 'form');
        return { tab, popup };
      },
    });
  });
  afterEach(async () => {
    detour = () => undefined;
    meanwhile = async () => undefined;
    cockpit.record.clear();
    await session.reset();
    await speakEnglish();
  });
  afterAll(async () => {
    await session.close();
    await cockpit.close();
  });
};

/** Fills in the name, and presses Next in the popup. */
export const next = async (popup: Popup, name: string): Promise<void> => {
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
};

/** The host of the cockpit, as the extension asks for it. */
export const HOST = '127.0.0.1';
const ALLOW = `Allow ${HOST}`;

/** Waits until the popup asks for the host, as it does in Firefox, where a click ends with its document. */
export const hostAskedFor = (popup: Popup): Promise<void> =>
  popup.waitForText('This cockpit loads a new page at each step');

/** Presses the popup's button for the host, which closes it; the browser then asks by itself. */
export const pressAllow = async (popup: Popup): Promise<void> => {
  await popup.byRole('button', ALLOW).click();
  await popup.waitUntilClosed();
};
