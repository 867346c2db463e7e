import { browser } from 'wxt/browser';
import { createTenantApi } from '../../shared/tenant-api/client.ts';
import { inject } from '../page/inject.ts';
import { pageTransport, type PageVisit, visitPage } from '../page/page-transport.ts';
import { readSettings } from '../settings/settings.ts';
import { createAnswer } from './answer.ts';
import { attentionOf } from './attention.ts';
import { listen } from './listen.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { createOperations } from './operations.ts';
import { createSessionStore } from './session-store.ts';
import { ERASE_ALARM, showAttention } from './show-attention.ts';
import { stayAwake } from './stay-awake.ts';

/** Puts the background together over the browser's APIs, within the first turn of its process. */
export const startBackground = (): void => {
  const store = createSessionStore(browser.storage.session);
  const settings = () => readSettings(browser.storage.local);
  const visit = (tabId: number, origin: string): PageVisit => visitPage(inject, tabId, origin);
  const inTurn = createOneAtATime();
  const operations = createOperations({
    store,
    inTurn,
    platform: (tabId, origin) => createTenantApi(pageTransport(visit(tabId, origin))),
    preferred: settings,
    now: Date.now,
    freshKey: () => crypto.randomUUID(),
    stayAwake,
    changed: () => inTurn('attention', async () => showAttention(attentionOf(await store.all()))),
  });
  listen(createAnswer({ store, operations, visit, settings }));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ERASE_ALARM) void operations.expire();
  });
  void operations.expire();
};
