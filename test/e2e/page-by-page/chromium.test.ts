import { describe, expect, test } from 'vitest';
import { chromium } from '../browsers/chromium.ts';
import { waitForStep } from '../popup/world.ts';
import { inSteppedWorld, next, type SteppedWorld } from './cockpit-in-steps.ts';

describe('in chromium, on a cockpit that loads a page at each step', () => {
  let world: SteppedWorld;
  inSteppedWorld(chromium, (opened) => (world = opened));

  test('one click leads over all of them, from Create to Save', async () => {
    const { popup } = await world.open();
    await next(popup, 'Page by page');
    await waitForStep(popup, 'token');
    await popup.byRole('button', 'Copy').click();
    await popup.waitForText('Copied.');
    await popup.byRole('button', 'Save').click();
    await waitForStep(popup, 'saved');
    expect(world.cockpit.record.all()).toMatchObject([
      { name: 'Page by page', permissions: ['read'], state: 'saved' },
    ]);
  });

  test('a step that leads to another origin ends it in words, with nothing done there', async () => {
    const { popup } = await world.open();
    const elsewhere = new URL(world.cockpit.url);
    elsewhere.hostname = 'localhost';
    world.lead((step) =>
      step.endsWith('/new') ? `${elsewhere.origin}/admin/tokens/elsewhere` : undefined,
    );
    await next(popup, 'Led away');
    await waitForStep(popup, 'form');
    await popup.waitForText('The tab shows another page by now.');
    expect(world.cockpit.record.all()).toEqual([]);
  });
});
