import { browser } from 'wxt/browser';
import type { Place } from '../../shared/flow/state.ts';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import { hostPattern } from '../hosts/host-pattern.ts';
import { lastsForOneDocument } from '../hosts/lasts-for-one-document.ts';
import { readAnyhow } from '../channel/storage-area.ts';
import { createPageLoaders, NO_PAGE_LOADERS } from '../hosts/page-loaders.ts';
import { inject } from '../page/inject.ts';
import { readApiUrls } from '../page/read-api-urls.ts';
import { pageTransport, type PageVisit, visitPage } from '../page/page-transport.ts';
import { readSettings } from '../settings/settings.ts';
import { createAnswer } from './answer.ts';
import { attentionOf } from './attention.ts';
import { freshIdempotencyKey } from './idempotency.ts';
import { createJars } from './jars.ts';
import { listen } from './listen.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { GIVE_BACK_ALARM, giveBackHosts } from './hosts/give-back-hosts.ts';
import { createLentHosts } from './hosts/lent-hosts.ts';
import { createOpenMarks, dropOldMarks } from './open-marks.ts';
import { createOperations } from './operations.ts';
import { popupsClosed } from './popups-closed.ts';
import {
  forgetEarlierSession,
  isSplitOff,
  LEFT_ALARM,
  LEFT_FOR,
  leavesInPrivate,
  sayStillThere,
  servedBy,
  STILL_THERE_AFTER,
  STILL_THERE_ALARM,
} from './private-session.ts';
import { CHROMIUM_PRIVATE_JAR, isPrivateJar } from '../channel/jar.ts';
import { createSessionStore } from './session-store.ts';
import { showAttention, WAKE_ALARM } from './show-badge.ts';
import { spokenLanguage } from './spoken-language.ts';
import { stayAwake } from './stay-awake.ts';
import { describePage } from './teach/describe-page.ts';
import { teachIn } from './teach/teach-in.ts';
import { createUpdateGate } from './update-gate.ts';
import { askWizardPage } from './wizard/ask-wizard-page.ts';
import { showsWizard, withForm } from './wizard/cockpit-place.ts';
import { type GatePorts, GO_ON_COMMAND, runName } from './wizard/document-gate.ts';
import { createGrants } from './wizard/grants.ts';
import { waitingRuns } from './wizard/kept-grant.ts';
import { createLearning } from './wizard/learn-by-trial.ts';
import { wizardAt } from './wizard/wizard-at.ts';

/** Puts the background together over the browser's APIs, within the first turn of its process. */
export const startBackground = (): void => {
  const known = readAnyhow(browser.storage.local);
  const settings = () => readSettings(known);
  const visit = (tabId: number, origin: string): PageVisit => visitPage(inject, tabId, origin);
  const splitOff = isSplitOff(browser.extension.inIncognitoContext, browser.runtime.getManifest());
  const { serves, privateJar } = servedBy(splitOff);
  const memory = browser.storage.session;
  const disk = browser.storage.local;
  const draws = createOneAtATime();
  const hosts = createLentHosts(disk, browser.permissions);
  const grants = createGrants();
  const asksForHosts = lastsForOneDocument();
  const gate = createUpdateGate({
    stayAwake,
    popupsClosed,
    reload: () => browser.runtime.reload(),
  });
  const changed = (): Promise<void> =>
    draws('attention', async () => {
      const { own, anywhere } = await jars.watched();
      const byJar = [...own];
      const all = byJar.flatMap(([, watched]) => watched);
      const now = Date.now();
      const { readable, wakeAt } = attentionOf(all, now);
      gate.changed(anywhere, readable);
      const counts = byJar.map(
        ([jar, watched]) => [jar, attentionOf(watched, now).count + grants.count(jar)] as const,
      );
      await showAttention(new Map(counts), wakeAt, splitOff);
      // Where the disk cannot be read, a token is made and saved all the same.
      if (asksForHosts) await giveBackHosts(hosts, all).catch(() => {});
    });
  const jars = createJars(memory, serves, (area, jar) => {
    const store = createSessionStore(area);
    const isPrivate = isPrivateJar(jar);
    // What is done in private, or in a container, is remembered nowhere else.
    const isApart = jar !== '';
    const loaders = isApart ? NO_PAGE_LOADERS : createPageLoaders(known);
    const learning = createLearning(isApart ? area : known, area);
    const gatePorts: GatePorts = { store, jar, isPrivate, hosts, loaders, grants, changed };
    const { descriptions, refused, teaching } = teachIn(known, area, jar);
    const cockpitOn = async (tabId: number, place: Place): Promise<Place | undefined> => {
      const description = await descriptions.at(place.origin);
      const isThere = await showsWizard(askWizardPage(tabId, place.origin), description);
      return isThere ? withForm(place, description) : undefined;
    };
    const wizardIn = (tabId: number, place: Place) =>
      wizardAt(gatePorts, learning, { descriptions, refused }, tabId, place);
    const operations = createOperations({
      store,
      marks: createOpenMarks(disk, jar, Date.now),
      inTurn: createOneAtATime(),
      platform: (tabId, place) =>
        place.way === 'cockpit'
          ? wizardIn(tabId, place)
          : createTenantApi(pageTransport(visit(tabId, place.origin))),
      outOfReach: async (tabId, place) =>
        place.way === 'cockpit' ? wizardIn(tabId, place).outOfReach() : undefined,
      preferred: settings,
      now: Date.now,
      freshKey: freshIdempotencyKey,
      stayAwake,
      changed,
    });
    return {
      answer: createAnswer({
        store,
        operations,
        visit,
        cockpitOn,
        apiUrlsOn: readApiUrls,
        learning,
        settings,
        language: spokenLanguage,
        stopWaiting: (person) => grants.stop(runName(jar, person)),
        keepHost: (origin, kept) => hosts.keep(hostPattern(origin), kept),
        refused,
        teaching,
        describe: describePage(memory, jar),
      }),
      expire: operations.expire,
      watched: operations.watched,
    };
  });
  const ready = splitOff
    ? forgetEarlierSession(caches, () => jars.forget(privateJar))
    : Promise.resolve();
  listen(async (request, jar) => {
    await ready;
    // Whatever a popup without a tab may say, this process serves no other.
    return jars.answer(request, splitOff ? privateJar : jar);
  });
  browser.runtime.onUpdateAvailable.addListener(gate.available);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === WAKE_ALARM || name === GIVE_BACK_ALARM) void jars.expire();
    if (name === LEFT_ALARM) void jars.forget(CHROMIUM_PRIVATE_JAR).then(changed);
    if (name === STILL_THERE_ALARM) void sayStillThere(memory, Date.now());
  });
  memory.onChanged.addListener((changes) => {
    if (!leavesInPrivate(changes)) return;
    const [name, delayInMinutes] = splitOff
      ? [STILL_THERE_ALARM, STILL_THERE_AFTER]
      : [LEFT_ALARM, LEFT_FOR];
    void browser.alarms.create(name, { delayInMinutes });
  });
  if (asksForHosts) {
    /** @returns whether a run waits, or waited when its process was killed and is taken up again */
    const takeUp = async (): Promise<boolean> => {
      // What waits in this process looks again by itself.
      if (grants.isAny()) return true;
      const left = waitingRuns(await memory.get(null));
      for (const { jar, ...page } of left) await jars.answer({ ask: 'open', ...page }, jar);
      return left.length > 0;
    };
    // The press itself lets the extension into the page that is there.
    browser.commands.onCommand.addListener((name) => {
      if (name !== GO_ON_COMMAND) return;
      grants.goOn();
      void takeUp();
    });
    const goOn = async (): Promise<void> => {
      // The browser's own question closed the popup.
      if (await takeUp()) await browser.action.openPopup().catch(() => {});
    };
    browser.permissions.onAdded.addListener(() => void goOn());
  }
  const forgetClosed = async (): Promise<void> => {
    if ((await browser.windows.getAll()).some(({ incognito }) => incognito)) return;
    await jars.forget(privateJar);
    await changed();
  };
  browser.windows.onRemoved.addListener(() => void forgetClosed());
  // It has a badge of its own, lest it shows what waits in the ordinary ones.
  browser.windows.onCreated.addListener(({ incognito }) => {
    if (incognito) void changed();
  });
  void jars.expire();
  void dropOldMarks(disk, Date.now());
};
