import { type Person, signInBehind } from '../../support/sign-in.ts';
import type { Session, Tab } from '../browsers/driver.ts';
import { PLAIN_PATH } from './plain-page.ts';

/** A tab with all its person did before the test. */
interface Ready {
  readonly tab: Tab;
  readonly url: string;
  /** Who is signed in there; undefined: nobody. */
  readonly person: Person | undefined;
}

/** A session's tabs, of which a test's only one stays for the next where it can. */
export interface KeptTab {
  /** A tab at a URL as if it had just been opened, with someone signed in or nobody. */
  readonly at: (url: string, person?: Person) => Promise<Tab>;
  /** The session's own ways to its tabs, in place of which these stand. */
  readonly inSession: Pick<Session, 'newTab' | 'clickToolbarButton'>;
  /** Says that what the tab shows and knows is no longer what the next test counts on. */
  readonly spoil: () => void;
  /** Resets the session for the next test. */
  readonly reset: () => Promise<void>;
}

/** What a test may do with the tab and leave it as it was. */
const HARMLESS: ReadonlySet<string | symbol> = new Set(['url', 'html', 'text', 'bringToFront']);

/**
 * Keeps a tab from one test to the next: to open one, load its page and sign in takes as long as all
 * that most tests then do. It is kept where the test has opened no other and has touched nothing in
 * it; its page is loaded anew.
 */
export const keepTab = (session: Session): KeptTab => {
  /** Left by an earlier test, and not asked for yet. */
  let left: Ready | undefined;
  /** Asked for in this test. */
  let used: Ready | undefined;
  let isSpoiled = false;
  const plain = new WeakMap<Tab, Tab>();

  const spoil = (): void => {
    isSpoiled = true;
  };
  const watched = (tab: Tab): Tab => {
    const proxy = new Proxy(tab, {
      get: (target, name: keyof Tab) => {
        // A promise asks what it resolves to for a way to go on, which a tab has not.
        if (name in target && !HARMLESS.has(name)) spoil();
        return target[name];
      },
    });
    plain.set(proxy, tab);
    return proxy;
  };
  const leaveNone = async (): Promise<void> => {
    if (left === undefined) return;
    left = undefined;
    await session.forgetTabs();
  };
  const open = async (url: string, person: Person | undefined): Promise<Ready> => {
    if (!isSpoiled && left?.person === person && left?.url === url) {
      const ready = left;
      left = undefined;
      await ready.tab.goto(url);
      return ready;
    }
    await leaveNone();
    // To go where it is but for a fragment would load nothing.
    if (used !== undefined || url.includes('#')) spoil();
    if (person === undefined) return { tab: await session.newTab(url), url, person };
    // Signing in on a small page of the same origin saves loading the cockpit twice.
    const tab = await session.newTab(new URL(PLAIN_PATH, url).href);
    await signInBehind(tab, person);
    if ((await tab.url()) !== url) await tab.goto(url);
    return { tab, url, person };
  };
  return {
    at: async (url, person) => {
      used = await open(url, person);
      return watched(used.tab);
    },
    inSession: {
      newTab: async (url, apart) => {
        spoil();
        await leaveNone();
        return session.newTab(url, apart);
      },
      clickToolbarButton: (tab) => session.clickToolbarButton(plain.get(tab) ?? tab),
    },
    spoil,
    reset: async () => {
      const keep = isSpoiled ? undefined : (used ?? left);
      left = (await session.reset(keep?.tab)) ? keep : undefined;
      used = undefined;
      isSpoiled = false;
    },
  };
};
