import { browser } from 'wxt/browser';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import { inject } from '../page/inject.ts';
import { pageTransport, type PageVisit, visitPage } from '../page/page-transport.ts';
import { readSettings } from '../settings/settings.ts';
import { createAnswer } from './answer.ts';
import { attentionOf } from './attention.ts';
import { freshIdempotencyKey } from './idempotency.ts';
import { createJars } from './jars.ts';
import { listen } from './listen.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { createOpenMarks, dropOldMarks } from './open-marks.ts';
import { createOperations } from './operations.ts';
import { createSessionStore, keptInAllJars } from './session-store.ts';
import { ERASE_ALARM, showAttention } from './show-badge.ts';
import { spokenLanguage } from './spoken-language.ts';
import { stayAwake } from './stay-awake.ts';
import { createUpdateGate } from './update-gate.ts';
import { askWizardPage } from './wizard/ask-wizard-page.ts';
import { showsWizard } from './wizard/cockpit-place.ts';
import { wizardAt } from './wizard/wizard-at.ts';

/** Puts the background together over the browser's APIs, within the first turn of its process. */
export const startBackground = (): void => {
  const settings = () => readSettings(browser.storage.local);
  const visit = (tabId: number, origin: string): PageVisit => visitPage(inject, tabId, origin);
  const wizardOn = (tabId: number, origin: string): Promise<boolean> =>
    showsWizard(askWizardPage(tabId, origin));
  const memory = browser.storage.session;
  const disk = browser.storage.local;
  const draws = createOneAtATime();
  const gate = createUpdateGate({ stayAwake, reload: () => browser.runtime.reload() });
  const changed = (): Promise<void> =>
    draws('attention', async () => {
      const all = await keptInAllJars(memory);
      const attention = attentionOf(all);
      gate.changed(all, attention.eraseAt !== undefined);
      await showAttention(attention);
    });
  const jars = createJars(memory, (area, jar) => {
    const store = createSessionStore(area);
    const operations = createOperations({
      store,
      marks: createOpenMarks(disk, jar, browser.extension.inIncognitoContext, Date.now),
      inTurn: createOneAtATime(),
      platform: (tabId, place) =>
        place.way === 'cockpit'
          ? wizardAt(store, tabId, place)
          : createTenantApi(pageTransport(visit(tabId, place.origin))),
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
        wizardOn,
        settings,
        language: spokenLanguage,
      }),
      expire: operations.expire,
    };
  });
  listen(jars.answer);
  browser.runtime.onUpdateAvailable.addListener(gate.available);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ERASE_ALARM) void jars.expire();
  });
  const forgetClosed = async (): Promise<void> => {
    if ((await browser.windows.getAll()).some(({ incognito }) => incognito)) return;
    await jars.forgetPrivate();
    await changed();
  };
  browser.windows.onRemoved.addListener(() => void forgetClosed());
  void jars.expire();
  void dropOldMarks(disk, Date.now());
};
