import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, startPlatform } from '../../../sandbox/platform/start-platform.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { apiTokenSchema, listSchema } from '../../../shared/tenant-api/contract.ts';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import { builtCockpit } from '../../support/built-pages.ts';
import { createFaults, type Faults } from '../../support/faults.ts';
import { type Call, createCall } from '../../support/platform-client.ts';
import { ADA, type Person } from '../../support/sign-in.ts';
import type { WireToken } from '../../support/test-platform.ts';
import type { Driver, OpenOptions, Popup, Session, Tab } from '../browsers/driver.ts';
import { keptSession } from '../browsers/kept-session.ts';
import { keepTab } from './kept-tab.ts';
import { PLAIN_PATH, plainPage } from './plain-page.ts';

/** A browser with the product in it, and a tenant platform with its bad days. */
export interface World {
  readonly session: Session;
  readonly platform: Platform;
  readonly faults: Faults;
  /** The platform's database, to be searched. */
  readonly dataFile: string;
  /** Every line that the platform has logged. */
  readonly log: readonly string[];
  /** Calls the platform as a program does; with `key`, as whoever holds that token. */
  readonly call: Call;
  /** Moves the platform's clock; the browser's stays. Milliseconds. */
  readonly shiftPlatformClock: (by: number) => void;
  /** Nothing listens where the platform was while the task runs; then it is back, with all it knew. */
  readonly whileDown: <T>(task: () => Promise<T>) => Promise<T>;
  /** A tab on Nord's page (or another URL), signed in. */
  readonly signedIn: (person?: Person, url?: string) => Promise<Tab>;
  /** A tab on a page, with nobody signed in. */
  readonly atPage: (url: string) => Promise<Tab>;
  /** The popup over a tab, by the toolbar button, in English unless settings say otherwise. */
  readonly openPopup: (tab: Tab) => Promise<Popup>;
  /** What the platform says to a token that reads devices: 200, 401 or 403. */
  readonly tryToken: (token: string) => Promise<number>;
  /** The tokens that were made since the last reset, the newest first, as the platform has them now. */
  readonly records: () => Promise<WireToken[]>;
  /** Discards or revokes a token behind the popup's back. */
  readonly revoke: (id: string) => Promise<void>;
  /** What the toolbar button's badge says. */
  readonly badge: () => Promise<string>;
  /** For the next test. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

// What both browsers call `chrome` in a page of an extension; the part used here.
declare const chrome: { action: { getBadgeText: (of: object) => Promise<string> } };

const LIST = `${ENDPOINTS.tokens.path}?page_size=200&field_to_order=created_at&order=desc`;

export interface WorldOptions extends Partial<OpenOptions> {
  /**
   * Whether the test needs a browser of its own, for what no reset undoes or changes: its time zone,
   * its console from the first line on, its folder after its end. It costs as much as several tests.
   */
  readonly fresh?: boolean;
}

/**
 * Starts a platform, and takes the browser that the worker keeps.
 * @param driver which browser
 * @param options how to start it
 */
export const openWorld = async (
  driver: Driver,
  { fresh = false, ...options }: WorldOptions = {},
): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-token-e2e-'));
  const dataFile = join(folder, 'platform.sqlite');
  const cockpitDir = await builtCockpit();
  const faults = createFaults();
  const log: string[] = [];
  let shift = 0;
  const start = (port: number): Promise<Platform> =>
    startPlatform({
      port,
      dataFile,
      cockpitDir,
      now: () => Date.now() + shift,
      log: (line) => log.push(line),
      intercept: async (request, next) =>
        new URL(request.url).pathname === PLAIN_PATH
          ? plainPage()
          : faults.intercept(request, next),
    });
  let platform = await start(0);
  const call = createCall(platform.port);
  const managers = (['nord', 'sol', 'alm'] as const).map((tenant) =>
    platform.issueKey({
      tenant,
      name: `Test of ${tenant}`,
      permissions: PERMISSIONS,
      tenantScope: 'all',
      canManageTokens: true,
    }),
  );
  const allRecords = async (): Promise<WireToken[]> => {
    const lists = await Promise.all(managers.map((key) => call('GET', LIST, { key })));
    return lists.flatMap(({ json }) => listSchema(apiTokenSchema).parse(json).items);
  };
  const earlier = new Set<string>();
  const rememberRecords = async (): Promise<void> => {
    for (const { id } of await allRecords()) earlier.add(id);
  };
  await rememberRecords();

  const how: OpenOptions = { extensionDir: driver.build, language: 'en', ...options };
  const opened = await (fresh ? driver.open(how) : keptSession(driver, how));
  const tabs = keepTab(opened);
  const session: Session = { ...opened, ...tabs.inSession };
  const speakEnglish = (): Promise<void> =>
    session.seedExtensionStorage('local', { settings: { language: 'en' } });
  await speakEnglish();
  return {
    session,
    get platform() {
      return platform;
    },
    faults,
    dataFile,
    log,
    call,
    shiftPlatformClock: (by) => {
      tabs.spoil();
      shift += by;
    },
    whileDown: async (task) => {
      tabs.spoil();
      await platform.close();
      try {
        return await task();
      } finally {
        platform = await start(platform.port);
      }
    },
    signedIn: (person = ADA, url = platform.tenants.nord.url) => tabs.at(url, person),
    atPage: (url) => tabs.at(url),
    openPopup: (tab) => session.clickToolbarButton(tab),
    tryToken: async (key) => (await call('GET', ENDPOINTS.probe.path, { key })).status,
    records: async () => (await allRecords()).filter(({ id }) => !earlier.has(id)),
    revoke: async (id) => {
      const path = ENDPOINTS.cancel.path.replace(':id', id);
      const answers = await Promise.all(managers.map((key) => call('DELETE', path, { key })));
      if (!answers.some(({ status }) => status === 204))
        throw new Error(`There is no token ${id}.`);
    },
    badge: () => session.inExtension(() => chrome.action.getBadgeText({})),
    reset: async () => {
      faults.clear();
      shift = 0;
      await tabs.reset();
      await speakEnglish();
      await rememberRecords();
    },
    close: async () => {
      await session.close();
      call.close();
      await platform.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The step that the popup shows, as `data-step` on its main element says. */
export const stepOf = (popup: Popup): Promise<string> =>
  popup.evaluate(() => document.querySelector('main')?.dataset['step'] ?? 'none');

/** Reads the step, and what the popup says without what stands in its fields. Sent as source text. */
const readStep = (): { shown: string; words: string } => {
  const main = document.querySelector('main');
  const words = main?.innerText.replaceAll(/\s+/g, ' ') ?? 'nothing';
  return { shown: main?.dataset['step'] ?? 'none', words };
};

/** Waits until the popup shows a step. @throws Error with what it shows instead */
export const waitForStep = async (popup: Popup, step: string): Promise<void> => {
  let last = '';
  const look = async (): Promise<true | undefined> => {
    const { shown, words } = await popup.evaluate(readStep);
    last = `the popup shows ${shown}, and says: ${words}`;
    return shown === step ? true : undefined;
  };
  await popup.until(`the step ${step}`, look, () => last);
};

/** Fills in the name, goes on, and waits for the token. @returns the token, which is then shown */
export const makeToken = async (popup: Popup, name = 'CI uploader'): Promise<string> => {
  await popup.byRole('textbox', 'Name').fill(name);
  await popup.byRole('button', 'Next').click();
  await waitForStep(popup, 'token');
  await popup.byRole('button', 'Show').click();
  await popup.waitForRole('button', 'Hide');
  return popup.byRole('textbox', 'API token').value();
};
