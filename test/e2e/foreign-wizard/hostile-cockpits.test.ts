import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SHIELD_STYLE } from '../../../extension/background/wizard/shield-style.ts';
import { bundle } from '../../support/cockpits/bundle.ts';
import { scriptPages } from '../../support/cockpits/script-pages.ts';
import {
  type CockpitServer,
  startCockpitServer,
} from '../../support/cockpits/start-cockpit-server.ts';
import { buildPagePart, drivenPage } from './driven-page.ts';
import { exactly, openTrials, request, type Trials } from './trials.ts';

const PLAIN = fileURLToPath(new URL('../../support/cockpits/pages/plain.ts', import.meta.url));

let server: CockpitServer;
let source: string;

beforeAll(async () => {
  source = await buildPagePart();
  server = await startCockpitServer(scriptPages({ plain: await bundle(PLAIN) }));
});

afterAll(() => server.close());

/** What a page does to a form that has just been drawn, or to all around it. Sent as source text. */
const HOSTILE = {
  'ten thousand controls': () => {
    const two = '<button>Control</button> <i role="switch">o</i> Word ';
    document.body.insertAdjacentHTML('beforeend', `<div>${two.repeat(5_000)}</div>`);
  },
  'no end to its controls': () => {
    addEventListener('input', () => {
      document.body.insertAdjacentHTML('beforeend', '<button>More</button>'.repeat(700));
    });
  },
  'more elements than are walked through': () => {
    document.body.insertAdjacentHTML('beforeend', '<b></b>'.repeat(120_000));
  },
  'a box that is called Read and shows Delete': () => {
    addEventListener('click', () => {
      const [read, , , last] = document.querySelectorAll('input[type=checkbox]');
      read?.setAttribute('aria-label', 'Delete');
      last?.setAttribute('aria-label', 'Read');
    });
  },
  'words that change about under the press': () => {
    const swap = (event: Event): void => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return;
      const labels = [...document.querySelectorAll('fieldset label')];
      const [first, second] = [labels[0]?.lastChild, labels[3]?.lastChild];
      if (!first || !second) return;
      [first.textContent, second.textContent] = [second.textContent, first.textContent];
    };
    for (const type of ['pointerdown', 'mousedown', 'click']) addEventListener(type, swap, true);
  },
  'boxes that move under the press': () => {
    addEventListener(
      'click',
      ({ target }) => {
        const label = target instanceof HTMLInputElement ? target.closest('label') : null;
        label?.parentElement?.append(label);
      },
      true,
    );
  },
  'words that mean something to whoever reads a page': () => {
    // Browsers answer for a form's, or a document's, own property with what is called so.
    const form = '<form name="host"><input name="parentElement"><button>Search</button></form>';
    document.body.insertAdjacentHTML('beforeend', `${form}<i role="constructor">Role</i>`);
  },
  'a second token beside the first': () => {
    new MutationObserver(() => {
      const code = document.querySelector('code');
      if (!code || document.querySelector('kbd')) return;
      const second = document.createElement('kbd');
      second.textContent = `${'B'.repeat(43)}=`;
      code.after(second);
    }).observe(document, { childList: true, subtree: true });
  },
  'a token in a frame': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    addEventListener('click', ({ target }) => {
      const isNext = target instanceof Element && target.textContent === 'Next';
      if (isNext && frame.contentDocument) {
        frame.contentDocument.body.textContent = `${'C'.repeat(43)}=`;
      }
    });
  },
} as const;

const ASKED = request({ permissions: ['read'] });

describe.each(['chromium', 'firefox'] as const)('a page with evil in mind, in %s', (kind) => {
  let trials: Trials;

  beforeAll(async () => {
    trials = await openTrials(kind, server);
  });
  afterEach(() => server.record.clear());
  afterAll(() => trials.close());

  it.each([
    ['ten thousand controls', 'too_large null “”'],
    ['no end to its controls', 'too_large null “”'],
    ['more elements than are walked through', 'too_large null “”'],
    ['a box that is called Read and shows Delete', /^(?:no_wizard|missing|ambiguous) /],
  ] as const)('with %s gets nothing made', async (what, end) => {
    await trials.goto('/plain/');
    await trials.page.evaluate(HOSTILE[what]);
    const { ended, made } = await trials.drive(ASKED, { hurry: true });
    expect(made).toEqual([]);
    if (typeof end === 'string') expect(ended).toBe(end);
    else expect(ended).toMatch(end);
  });

  it.each(['words that change about under the press', 'boxes that move under the press'] as const)(
    'with %s gets made what was asked for, or nothing',
    async (what) => {
      await trials.goto('/plain/');
      await trials.page.evaluate(HOSTILE[what]);
      const { ended, made } = await trials.drive(ASKED);
      expect(made).toMatchObject(ended === 'made' ? [exactly(ASKED, 'Nord Hafen')] : []);
    },
  );

  it('with a second token beside the first gets neither taken', async () => {
    await trials.goto('/plain/');
    await trials.page.evaluate(HOSTILE['a second token beside the first']);
    const { ended, made } = await trials.drive(ASKED, { hurry: true });
    expect(ended).toContain('two_tokens');
    expect(made).toMatchObject([{ name: ASKED.name, state: 'pending' }]);
  });

  it('with words that mean something to whoever reads a page is read to its end', async () => {
    await trials.goto('/plain/');
    await trials.page.evaluate(HOSTILE['words that mean something to whoever reads a page']);
    const { ended, made } = await trials.drive(ASKED);
    expect({ ended, made }).toMatchObject({ ended: 'made', made: [exactly(ASKED, 'Nord Hafen')] });
  });

  it('with a token in a frame has none but the form’s own taken', async () => {
    await trials.goto('/plain/');
    await trials.page.evaluate(HOSTILE['a token in a frame']);
    const { ended, made } = await trials.drive(ASKED);
    expect({ ended, made }).toMatchObject({ ended: 'made', made: [exactly(ASKED, 'Nord Hafen')] });
  });

  it('learns nothing from the shield, and is not let through by taking it away', async () => {
    await trials.goto('/plain/');
    const { page } = trials;
    await page.evaluate(() => {
      const learned: string[] = [];
      Object.assign(globalThis, { learned, clicks: 0 });
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (!(node instanceof HTMLElement)) continue;
          const { outerHTML, shadowRoot, textContent } = node;
          learned.push(outerHTML, shadowRoot ? 'open' : '', textContent ?? '');
          node.remove();
        }
      }).observe(document.documentElement, { childList: true });
      document.body.addEventListener('click', () => {
        Object.assign(globalThis, { clicks: 1 });
      });
    });
    const { ask } = drivenPage(page, source, () => undefined);
    const texts = {
      title: 'Filling in',
      step: 'Secret name',
      stop: '<img src=x>',
      style: SHIELD_STYLE,
    };
    await ask({ do: 'shield', texts, fresh: true });
    const learned = () => page.evaluate(() => (globalThis as { learned?: string[] }).learned ?? []);
    await expect.poll(async () => (await learned()).length).toBeGreaterThan(0);
    expect((await learned()).join('\n')).not.toMatch(/Filling|Secret|img|open/);
    await page.mouse.click(40, 40);
    expect(await page.evaluate(() => (globalThis as { clicks?: number }).clicks)).toBe(0);
    await ask({ do: 'unshield' });
    await page.mouse.click(40, 40);
    await expect
      .poll(() => page.evaluate(() => (globalThis as { clicks?: number }).clicks))
      .toBe(1);
  });
});
