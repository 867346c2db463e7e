import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SHIELD_STYLE } from '../../../extension/background/wizard/shield-style.ts';
import type { WizardPorts } from '../../../extension/background/wizard/wizard-ports.ts';
import { LOOK_WORDS } from '../../../shared/cockpit/look-words.ts';
import { TAUGHT } from '../../../shared/cockpit/taught.ts';
import { keptWindows, type Windows } from '../browsers/kept-windows.ts';
import { buildPagePart, drivenPage } from './driven-page.ts';
import { buildTeachPart, OPEN_SHADOW_ROOTS, teachIn } from './taught-page.ts';

let pagePart: string;
let teachPart: string;

beforeAll(async () => {
  [pagePart, teachPart] = await Promise.all([buildPagePart(), buildTeachPart()]);
});

const SHIELD = { title: 'Filling in', step: 'Name', stop: 'Stop', style: SHIELD_STYLE };

const LOOK = {
  do: 'look',
  description: null,
  name: '',
  pressed: false,
  words: LOOK_WORDS,
  tokens: { salt: '', before: [], taken: '' },
} as const;

/** A form in a dialog as many a page draws it: moved, and cut off at its edge. */
const PAGE = `<!doctype html><title>Elsewhere</title>
<button id="another" onclick="box.showModal()">Another one</button>
<dialog id="box" style="transform: translate(30px, 200px); overflow: hidden; width: 200px; height: 90px">
<input id="handle" aria-label="Handle"></dialog>
<iframe id="own" srcdoc="<input>" style="width: 200px; height: 60px"></iframe>`;

/** What a page may do to what is laid over it. Sent as source text. */
const HOSTILE = {
  'hides whatever is laid over it': () => {
    const style = document.createElement('style');
    style.textContent = `:is(html > *, body > *):not(body) { display: none !important;
      opacity: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important }`;
    document.head.append(style);
  },
  'moves and cuts off all that it holds': () => {
    document.documentElement.style.cssText =
      'transform: translate(2000px, 0); clip-path: inset(50%); filter: blur(9px)';
  },
  'lets nothing into the top layer': () => {
    addEventListener('beforetoggle', (event) => event.preventDefault(), true);
  },
} as const;

const FIELDS = 10_000;

/** Counts how often it is asked whether one element stands in another. Sent as source text. */
const countAsked = (): void => {
  const counted = Object.assign(globalThis, { asked: 0 });
  const contains = Reflect.get<Node, 'contains'>(Node.prototype, 'contains');
  Node.prototype.contains = function count(this: Node, other: Node | null): boolean {
    counted.asked += 1;
    return contains.call(this, other);
  };
};

describe.each(['chromium', 'firefox'] as const)('a page in its way, in %s', (kind) => {
  let windows: Windows;
  let page: Page;
  let ask: WizardPorts['ask'];

  beforeAll(async () => {
    windows = await keptWindows(kind);
    page = await windows.open({ width: 1280, height: 900 });
  });
  beforeEach(async () => {
    // Another document, in which none of the extension's parts stands yet.
    await page.goto('about:blank');
    await page.setContent(PAGE);
    ({ ask } = drivenPage(page, OPEN_SHADOW_ROOTS + pagePart, () => undefined));
  });
  afterAll(() => windows.closeAll());

  const hosts = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('tenant-token-shield').length);

  /** A real click where a button of an overlay should be. */
  const press = async (host: string): Promise<void> => {
    const { x, y } = await page.$eval(`${host} >>> button`, (button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(x, y);
  };

  const stopIsReached = async (): Promise<boolean> => {
    await press('tenant-token-shield');
    const answer = await ask(LOOK);
    return answer.kind === 'stopped' && (await hosts()) === 0;
  };

  it('does not hide what a person has begun in it by writing that back as its default', async () => {
    await page.evaluate(() => {
      document.body.innerHTML = `<form><input id="filter"></form>
        <form><input id="street"><input type="number"></form>`;
      document.body.addEventListener('input', ({ target }) => {
        if (target instanceof HTMLInputElement) target.defaultValue = target.value;
      });
    });
    const asks = async (field: string): Promise<unknown> => {
      await page.type(field, 'Half');
      await page.keyboard.press('Tab');
      const answer = await ask(LOOK);
      return answer.kind === 'seen' && answer.observation.unsaved;
    };
    expect(await asks('#filter')).toBe(false);
    expect(await asks('#street')).toBe(true);
  });

  it('cannot keep a person from Stop by a dialog of its own, open before or opened since', async () => {
    await page.click('#another');
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    expect(await stopIsReached()).toBe(true);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await ask(LOOK);
    expect(await stopIsReached()).toBe(true);
    // What it stood in may be closed.
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await ask(LOOK);
    expect(await stopIsReached()).toBe(true);
  });

  it('cannot hide a control from the look by giving it out for the extension’s own', async () => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<button data-tenant-token-own>Delete</button>',
      );
    });
    const seen = await ask(LOOK);
    expect(JSON.stringify(seen)).toContain('"name":"Delete"');
  });

  it('is driven in such a dialog as if nothing lay over it', async () => {
    await page.click('#another');
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    const seen = await ask(LOOK);
    if (seen.kind !== 'seen') throw new Error(`The look was answered with ${seen.kind}.`);
    const handle = seen.observation.controls.find(({ kind: what }) => what === 'text');
    expect(handle).toMatchObject({ covered: false, disabled: false });
  });

  it('cannot keep a person from Stop by laying something over it', async () => {
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
      document.body.append(cover);
      cover.showPopover();
    });
    await ask(LOOK);
    expect(await stopIsReached()).toBe(true);
  });

  it.each(Object.keys(HOSTILE) as (keyof typeof HOSTILE)[])(
    'cannot keep a person from Stop where it %s',
    async (what) => {
      await page.evaluate(HOSTILE[what]);
      await ask({ do: 'shield', texts: SHIELD, fresh: true });
      expect(await stopIsReached()).toBe(true);
    },
  );

  it('gets none of a person’s keys into a frame of its own while it is filled in, and Escape ends that there too', async () => {
    await page.waitForFunction(() => frames[0]?.document.querySelector('input'));
    await page.evaluate(() => frames[0]?.document.querySelector('input')?.focus());
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    await page.evaluate(() => frames[0]?.document.querySelector('input')?.focus());
    await page.keyboard.type('x');
    const typed = () => page.evaluate(() => frames[0]?.document.querySelector('input')?.value);
    expect(await typed()).toBe('');
    await ask({ do: 'unshield' });
    await page.keyboard.type('x');
    expect(await typed()).toBe('x');
  });

  it('hears neither the beginning nor the end of a press while it is filled in', async () => {
    await ask({ do: 'shield', texts: SHIELD, fresh: true });
    await page.evaluate(() => {
      Object.assign(globalThis, { heard: [] });
      document.querySelector('tenant-token-shield')?.remove();
      for (const type of ['pointerdown', 'pointerup', 'mouseup', 'auxclick', 'keydown', 'keyup']) {
        document.addEventListener(type, () =>
          (globalThis as { heard?: string[] }).heard?.push(type),
        );
      }
    });
    await page.mouse.click(600, 600);
    await page.mouse.click(600, 600, { button: 'middle' });
    await page.keyboard.press('a');
    expect(await page.evaluate(() => (globalThis as { heard?: string[] }).heard)).toEqual([]);
  });

  it('has the card that points in its dialog, when the person has opened that', async () => {
    await teachIn(page, teachPart, 'en', { at: 0 });
    await page.click('#another');
    await page.click('#another');
    await page.evaluate("teach({ do: 'taught' }); 0");
    await press('tenant-token-pointer');
    await page.click('#handle');
    expect(await page.evaluate("teach({ do: 'taught' })")).toMatchObject({
      at: 2,
      shown: [
        { subject: 'open' },
        { subject: 'name', locators: [{ name: 'Handle' }, { value: 'handle' }, {}] },
      ],
    });
  });

  it('does not hang a pointing by ten thousand fields that it has filled in', async () => {
    const at = (selector: string) => [{ by: 'css', selector } as const];
    await page.evaluate((count) => {
      const fields = '<p>Word <input value="x">'.repeat(count);
      document.body.innerHTML = `<form><input id="first">${fields}<button id="last">Go</button></form>`;
      document.body.getBoundingClientRect();
    }, FIELDS);
    await page.evaluate(countAsked);
    await teachIn(page, teachPart, 'en', {
      at: TAUGHT.indexOf('left'),
      shown: [
        { subject: 'name', locators: at('#first'), lacking: false },
        { subject: 'next', locators: at('#last'), lacking: false },
      ],
    });
    const asked = await page.evaluate(() => (globalThis as { asked?: number }).asked ?? 0);
    // It took 15 s where each field was held against each other.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(100 * FIELDS);
    await page.keyboard.press('Escape');
  });
});
