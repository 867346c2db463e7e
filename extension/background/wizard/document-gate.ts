import { browser } from 'wxt/browser';
import { operationKey, type Person } from '../../channel/session-keys.ts';
import { hostPattern } from '../../hosts/host-pattern.ts';
import type { LentHosts } from '../hosts/lent-hosts.ts';
import { lastsForOneDocument } from '../../hosts/lasts-for-one-document.ts';
import type { PageLoaders } from '../../hosts/page-loaders.ts';
import type { SessionStore } from '../session-store.ts';
import { spokenLanguage } from '../spoken-language.ts';
import type { DocumentGate } from './across-documents.ts';
import type { Grants } from './grants.ts';
import { rest } from './rest.ts';
import { grantRequest } from './words/grant-words.ts';

/** The extension's own key, as the manifest names it. */
export const GO_ON_COMMAND = 'go_on';

/** What a gate needs, for one cookie jar. */
export interface GatePorts {
  readonly store: SessionStore;
  readonly jar: string;
  readonly isPrivate: boolean;
  readonly hosts: LentHosts;
  readonly loaders: PageLoaders;
  readonly grants: Grants;
  /** Called when a run begins or ends to wait for a person. */
  readonly changed: () => Promise<void>;
}

/** The name of a person's run, among those of all jars. */
export const runName = (jar: string, person: Person): string => `${jar} ${operationKey(person)}`;

const countLoads = (tabId: number): ReturnType<DocumentGate['countLoads']> => {
  let count = 0;
  const listener = (changed: number, { status }: { status?: string | undefined }): void => {
    if (changed === tabId && status === 'loading') count += 1;
  };
  browser.tabs.onUpdated.addListener(listener);
  return {
    count: () => count,
    end: () => browser.tabs.onUpdated.removeListener(listener),
  };
};

const inWords = async (origin: string, where: Parameters<typeof grantRequest>[4]) => {
  const [language, commands] = await Promise.all([spokenLanguage(), browser.commands.getAll()]);
  const key = commands.find(({ name }) => name === GO_ON_COMMAND)?.shortcut ?? '';
  return grantRequest(language, hostPattern(origin), new URL(origin).hostname, key, where);
};

/** A gate between the documents of a tab, over the browser's APIs; null where it needs none. */
export const documentGate = (
  ports: GatePorts,
  tabId: number,
  person: Person,
): DocumentGate | null => {
  if (!lastsForOneDocument()) return null;
  const { store, hosts, loaders, grants, isPrivate } = ports;
  const { origin } = person;
  const pattern = hostPattern(origin);
  // What a killed process was waiting for is waited for anew, or no longer.
  void store.forgetGrant(person);
  const where = isPrivate ? 'private' : ports.jar === '' ? 'ordinary' : 'apart';
  return {
    allowed: () => hosts.allowed(pattern),
    loadsPages: () => loaders.has(origin),
    learn: () => loaders.learn(origin),
    request: async () => {
      // Written down before anybody is asked: what is given then is known to be lent.
      if (!isPrivate) await hosts.lend(pattern);
      const wait = grants.open(ports.jar, runName(ports.jar, person));
      await store.keepGrant(person, { tabId, origin, request: await inWords(origin, where) });
      await ports.changed();
      return {
        ...wait,
        close: async () => {
          wait.close();
          await store.forgetGrant(person);
          await ports.changed();
        },
      };
    },
    countLoads: () => countLoads(tabId),
    now: Date.now,
    rest,
  };
};
