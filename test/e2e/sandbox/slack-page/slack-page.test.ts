import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../../browsers/surface.ts';
import { until } from '../../browsers/until.ts';
import { openSlackPage, type SlackPage } from './open-page.ts';
import { type PageWindow, tabTo } from './page-browser.ts';

let world: SlackPage;
beforeAll(async () => {
  world = await openSlackPage();
});
afterEach(() => world.reset());
afterAll(() => world.close());

/** Types the command, by the list that a slash opens. */
const openModal = async (window: PageWindow): Promise<void> => {
  await tabTo(window, 'combobox', 'Message #general');
  await window.typeText('/ex');
  await window.waitForRole('option', '/example Shows what the app can do');
  await window.press('Enter');
  await window.press('Enter');
  await window.waitForRole('dialog', 'Book a room');
};

const focusedName = (window: Surface): Promise<string> =>
  window.evaluate(() => document.activeElement?.getAttribute('id') ?? '');

const optionCount = (window: Surface): Promise<number> =>
  window.evaluate(() => document.querySelectorAll('dialog [role=option]').length);

/** Fills the modal with nothing but the keyboard. */
const fill = async (window: PageWindow, name: string): Promise<void> => {
  expect(await window.byRole('textbox', 'Name').isFocused()).toBe(true);
  await window.typeText(name);
  await tabTo(window, 'combobox', 'Site');
  await window.typeText('be');
  await window.waitForRole('option', 'Bergamo');
  // The list of what was typed so far has them too, and more.
  await until('the list to be that of “be”', async () =>
    (await optionCount(window)) === 2 ? true : undefined,
  );
  await window.press('ArrowDown');
  await window.press('Enter');
  expect(await window.byRole('combobox', 'Site').value()).toBe('Bergamo');
};

const book = async (window: PageWindow, name: string): Promise<void> => {
  await openModal(window);
  await fill(window, name);
  await tabTo(window, 'button', 'Book');
  await window.press('Enter');
};

describe('the page, by keyboard alone', () => {
  it('types a command, fills a modal, and reads what nobody else sees', async () => {
    const window = await world.open();
    await book(window, 'Blue room');
    await window.waitForText('Only visible to you');
    await window.waitForText('door-code Blue room');
    const text = await window.text();
    expect(text).toContain('Key for @Ada Berger, good until');
    expect(text).toContain('<b>');
    expect(text).not.toContain('<@');
    expect(world.bookings).toMatchObject([
      {
        name: { value: { value: 'Blue room' } },
        notes: { value: { value: null } },
        site: { site: { selected_option: { value: 'bergamo' } } },
        extras: { value: { selected_options: [{ value: 'screen' }] } },
        floor: { value: { selected_option: null } },
      },
    ]);

    await tabTo(window, 'button', 'Give it back');
    await window.press('Enter');
    await window.waitForRole('dialog', 'Give the room back?');
    await tabTo(window, 'button', 'Keep');
    await window.press('Enter');
    expect(await window.text()).toContain('door-code Blue room');
    await tabTo(window, 'button', 'Give it back');
    await window.press('Enter');
    await tabTo(window, 'button', 'Give back');
    await window.press('Enter');
    await window.waitForText('The room is free again.');
    expect(await window.text()).not.toContain('door-code');
    expect(world.complaints).toEqual([]);
  });

  it('forgets what was only here when it reloads', async () => {
    const window = await world.open();
    await book(window, 'Red room');
    await window.waitForText('door-code Red room');
    await window.page.reload();
    await window.waitForText('You are');
    expect(await window.text()).not.toContain('door-code');
    expect(world.running.slack.accepted.at(-1)).toMatchObject({
      windows: 1,
      preformatted: ['door-code Red room'],
    });
  });

  it('shows fields that a choice brings in, and errors beside their fields', async () => {
    const window = await world.open();
    await openModal(window);
    await fill(window, 'Taken');
    await tabTo(window, 'radio', 'Tonight');
    await window.press('ArrowDown');
    await window.waitForText('Day');
    expect(await window.byRole('textbox', 'Name').value()).toBe('Taken');
    await tabTo(window, 'button', 'Book');
    await window.press('Enter');
    await window.waitForText('Please complete this required field.');
    expect(await window.byLabel('Day').isFocused()).toBe(true);
    await window.typeText('03172030');
    await tabTo(window, 'button', 'Book');
    await window.press('Enter');
    await window.waitForText('This name is taken.');
    expect(await window.byRole('textbox', 'Name').isFocused()).toBe(true);
    expect(await window.byRole('textbox', 'Name').description()).toContain('This name is taken.');
    expect(await focusedName(window)).not.toBe('');
    await window.press('Escape');
    await window.page.waitForSelector('dialog', { hidden: true });
    expect(world.bookings).toEqual([]);
    await window.typeText('Never mind');
    expect(await window.byRole('combobox', 'Message #general').value()).toBe('Never mind');
  });

  it('says what went wrong where the app does not answer as it should', async () => {
    const window = await world.open();
    world.running.slack.fault({ request: 'command', signature: 'wrong-secret' });
    await tabTo(window, 'combobox', 'Message #general');
    await window.typeText('/example now');
    await window.press('Enter');
    await window.waitForText('/example failed with the error "dispatch_failed".');
    await openModal(window);
    await fill(window, 'Green room');
    world.running.slack.fault({ request: 'view_submission', signature: 'wrong-secret' });
    await tabTo(window, 'button', 'Book');
    await window.press('Enter');
    await window.waitForText('We had some trouble connecting. Try again?');
    expect(await window.byRole('textbox', 'Name').value()).toBe('Green room');
  });
});

describe('people', () => {
  it('see their own channels and messages, and not each other’s', async () => {
    const [ada, other] = [await world.open(), await world.open()];
    await book(ada, 'Quiet room');
    await ada.waitForText('door-code Quiet room');
    await other.byRole('combobox', 'You are').select('Gus Petit, Guest');
    // Ada’s window says the latter too, until it is another’s.
    await expect.poll(() => other.text()).not.toContain('board');
    await other.waitForText('For everybody');
    expect(await other.text()).not.toMatch(/door-code|board/);
    await ada.byRole('combobox', 'Message #general').fill('Hello all');
    await ada.byRole('button', 'Send').click();
    await other.waitForText('Hello all');
  });

  it('have the last message in sight as soon as it is drawn', async () => {
    const window = await world.open();
    await window.page.setViewport({ width: 1100, height: 420 });
    await window.evaluate(() => {
      const out = new MutationObserver(() => {
        const log = document.querySelector('.log');
        const last = log?.querySelector('.messages > li:last-child');
        if (!log || !last) return;
        const below = last.getBoundingClientRect().bottom - log.getBoundingClientRect().bottom;
        if (below > 1) document.documentElement.dataset['below'] = last.textContent;
      });
      out.observe(document, { childList: true, subtree: true });
    });
    for (const word of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      await window.byRole('combobox', 'Message #general').fill(word);
      await window.byRole('button', 'Send').click();
      await window.waitForText(word);
    }
    const { overflows, below } = await window.evaluate(() => ({
      overflows: document.querySelector('.log')?.scrollTop,
      below: document.documentElement.dataset['below'],
    }));
    expect(overflows).toBeGreaterThan(0);
    expect(below).toBeUndefined();
  });

  it('open the app’s Home tab', async () => {
    const window = await world.open();
    await window.byRole('button', 'Example App').click();
    await window.waitForText('Your rooms');
  });
});
