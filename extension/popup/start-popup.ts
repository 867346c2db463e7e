import { browser } from 'wxt/browser';
import { type Language, languageFor } from '../../shared/messages/language.ts';
import type { Reply } from '../channel/reply.ts';
import { CHROMIUM_PRIVATE_JAR, itemsIn, itemsOf } from '../channel/jar.ts';
import { CLIPBOARD_KEY, HINT_HEIGHT_KEY } from '../channel/session-keys.ts';
import { clearWhenDue, markCopied } from '../clipboard/clearing.ts';
import { textsInPage } from '../messages/read-from-page.ts';
import { SETTINGS_KEY } from '../settings/settings-key.ts';
import { wantedLanguages } from '../settings/wanted-languages.ts';
import { keepFocusInSight } from './in-sight.ts';
import { onePressAtATime } from './one-press.ts';
import type { ActiveTab } from './active-tab.ts';
import { openingOf } from './opening.ts';
import { askBackground } from './ask-background.ts';
import { createPopup } from './create-popup.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { drawInto } from './draw.tsx';
import type { FirstAsks } from './first-asks.ts';
import { createFormats } from './formats.ts';
import { afterTwoFrames } from './frames.ts';
import { keepHintHeight } from './hint-height.ts';
import { instantForm } from './instant-form.ts';
import { drawLastWords } from './last-words.ts';
import { firstModel } from './model.ts';
import type { PopupPorts } from './ports.ts';

/** After so long, the still picture says what it is waiting for. */
const SLOW_MS = 500;

/** How often it is told anew how many minutes are left. */
const COUNTDOWN_MS = 10_000;

const markUsable: (draw: PopupPorts['draw']) => PopupPorts['draw'] = (draw) => {
  let marked = false;
  return (model, act, focus) => {
    draw(model, act, focus);
    if (marked || model.flow.step !== 'form') return;
    marked = true;
    performance.mark('form-usable');
  };
};

/** Asks the page who is signed in there. */
const askPage = (tab: ActiveTab | undefined, jar: string): Promise<Reply> =>
  askBackground(openingOf(tab), jar);

/**
 * Whatever throws, where nobody waits for it, ends in words.
 * @param drawing called for each such error, to say so in the popup
 */
const catchAll = (drawing: () => void): void => {
  addEventListener('unhandledrejection', drawing);
  addEventListener('error', ({ error }) => {
    // Without an error it is the browser's remark on a layout, and nothing was cut short.
    if (error) drawing();
  });
};

/** Draws, and where that throws, draws the last words, over which nothing else is drawn. */
const orLastWords = (root: HTMLElement, language: Language): PopupPorts['draw'] => {
  const draw = markUsable(drawInto(root));
  let failed = false;
  return (...what) => {
    if (failed) return;
    try {
      draw(...what);
    } catch {
      failed = true;
      drawLastWords(root, language);
    }
  };
};

/**
 * Nothing waits for anything that it does not need: a form that is known from before is drawn, and seen, before
 * the page is asked anything; otherwise the page is asked first of all.
 */
const start = async (root: HTMLElement, asks: FirstAsks, language: Language): Promise<void> => {
  const memoryArea = browser.storage.session;
  const [{ tab, jar }, memory] = await Promise.all([asks.active, asks.memory]);
  // What a link fills in is not known beforehand; what is there may be of an earlier private session.
  const isKnown = tab?.link === undefined && jar !== CHROMIUM_PRIVATE_JAR;
  const first = tab && isKnown && instantForm(itemsIn(memory, jar), tab.origin);
  const asked = first ? undefined : askPage(tab, jar);

  const keep = (items: Record<string, unknown>) => memoryArea.set(itemsOf(items, jar));
  const drafts = createDraftKeeper(keep);
  const popup = createPopup(
    firstModel({
      texts: textsInPage(language),
      formats: createFormats(language, navigator.languages),
      origin: tab?.origin ?? null,
      early: true,
      shell: navigator.userAgent.includes('Windows') ? 'powershell' : 'bash',
    }),
    {
      tab,
      ask: (request) => askBackground(request, jar),
      drafts,
      writeClipboard: (text) => navigator.clipboard.writeText(text),
      clearClipboardAfter: (token, seconds) => void markCopied(token, seconds, memoryArea),
      openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
      requestHost: (pattern) => {
        void browser.permissions.request({ origins: [pattern] });
        window.close();
      },
      close: () => window.close(),
      after: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      afterPaint: (then) => void afterTwoFrames().then(then),
      draw: keepHintHeight(
        orLastWords(root, language),
        itemsIn(memory, jar)[HINT_HEIGHT_KEY],
        (height) => isKnown && void keep({ [HINT_HEIGHT_KEY]: height }).catch(() => {}),
      ),
    },
  );
  catchAll(popup.faulted);
  onePressAtATime(root);
  keepFocusInSight(root);
  addEventListener('pagehide', drafts.flush);
  setInterval(popup.redraw, COUNTDOWN_MS);

  await asks.drawing;
  if (first) popup.show(first);
  const slow = first ? undefined : setTimeout(popup.redraw, SLOW_MS);
  memoryArea.onChanged.addListener((changes) => popup.changed(itemsIn(changes, jar)));
  await popup.open(asked ?? afterTwoFrames().then(() => askPage(tab, jar)));
  clearTimeout(slow);
  clearWhenDue(memory[CLIPBOARD_KEY], memoryArea);
};

/**
 * Starts the popup; where that throws, there are words all the same, and a way on.
 * @param asks what the page's own script has asked already
 */
export const startPopup = async (root: HTMLElement, asks: FirstAsks): Promise<void> => {
  const settings = await asks.settings;
  const language = languageFor(wantedLanguages(settings[SETTINGS_KEY], navigator.languages));
  document.documentElement.lang = language;
  try {
    await start(root, asks, language);
  } catch {
    drawLastWords(root, language);
  }
};
