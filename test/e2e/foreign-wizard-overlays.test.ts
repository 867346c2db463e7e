import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SHIELD_STYLE } from '../../extension/background/wizard/shield-style.ts';
import type { WizardPorts } from '../../extension/background/wizard/wizard-ports.ts';
import type { Description } from '../../shared/cockpit/description.ts';
import { LOOK_WORDS } from '../../shared/cockpit/look-words.ts';
import type { Observation } from '../../shared/cockpit/observation.ts';
import { type Cockpit, openCockpit, type Window } from './sandbox/cockpit/open-cockpit.ts';
import { buildPagePart, drivenPage } from './foreign-wizard/driven-page.ts';

let cockpit: Cockpit;
let source: string;

beforeAll(async () => {
  [cockpit, source] = await Promise.all([openCockpit(), buildPagePart()]);
});

afterEach(async () => {
  await cockpit.reset();
  expect(cockpit.complaints()).toEqual([]);
});

afterAll(() => cockpit.close());

const opened = async (): Promise<{ window: Window; ports: WizardPorts }> => {
  const window = await cockpit.open('sol');
  await window.signIn({ email: 'carla@sol.example', password: 'demo-carla' });
  return { window, ports: drivenPage(window.page, source, () => undefined) };
};

const look = async (ports: WizardPorts, description: Description | null): Promise<Observation> => {
  const seen = await ports.ask({
    do: 'look',
    description,
    name: '',
    pressed: false,
    words: LOOK_WORDS,
    tokens: { salt: '', before: [], taken: '' },
  });
  if (seen.kind !== 'seen') throw new Error(`The look was answered with ${seen.kind}.`);
  return seen.observation;
};

const SHIELD = { title: 'Filling in the form', step: 'Name', stop: 'Stop', style: SHIELD_STYLE };
const hosts = (window: Window): Promise<number> =>
  window.page.evaluate(() => document.querySelectorAll('tenant-token-shield').length);
const menuAt = async (window: Window): Promise<{ x: number; y: number }> => {
  const box = await (await window.page.$('button[aria-label="Cockpit menu"]'))?.boundingBox();
  if (!box) throw new Error('The menu’s button is not there.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const menuIsOpen = (window: Window): Promise<boolean> =>
  window.page.evaluate(
    () =>
      document.querySelector('button[aria-label="Cockpit menu"]')?.getAttribute('aria-expanded') ===
      'true',
  );

/** Sent into the page as source text. */
const drawBesideTexts = (): void => {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div><p><!-- Delete -->Colour <input></p>
      <p><span role="checkbox" tabindex="0">o</span> Round</p>
      <p>Two <span role="switch" tabindex="0">o</span> <span role="switch" tabindex="0">o</span></p>
      <div><label>Mode</label><div><i role="combobox">one</i><input aria-hidden="true" tabindex="-1"></div></div>
      <p><b></b></p><p><label>Tied <input></label></p>
      <p><label>Days <input type="number" value="30"></label></p>
      <p><label>Until <input type="month"></label></p>
      <p><span role="checkbox" tabindex="0"><input type="checkbox" aria-label="Inner"></span></p></div>`,
  );
  const host = document.body.querySelector('p > b:empty');
  if (!host) return;
  const slotted = document.createElement('div');
  slotted.textContent = 'Slotted';
  host.replaceWith(slotted);
  slotted.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot><input>';
};

describe('the look', () => {
  it('sees every field, and names it by the text beside it alone, slots included and comments not', async () => {
    const { window, ports } = await opened();
    await window.page.evaluate(drawBesideTexts);
    const names = (await look(ports, null)).controls
      .filter(({ kind }) => ['text', 'check', 'combobox', 'spinbutton', 'date'].includes(kind))
      .map(({ name, source: from }) => `${name} ${from}`);
    expect(names).toEqual([
      'Colour near',
      'Round near',
      ' none',
      ' none',
      'Mode near',
      'Slotted near',
      'Tied label',
      'Days label',
      'Until label',
      'Inner aria',
    ]);
  });
});

/** As Radix, Ark and React Aria build them. Sent into the page as source text. */
const drawWithHelpers = (): void => {
  const choices = '<option>Team</option><option selected>All</option>';
  document.body.innerHTML = `<form>
    <div><b role="combobox" tabindex="0" aria-label="Level">All</b>
      <select class="unseen" aria-hidden="true" tabindex="-1">${choices}</select></div>
    <div><button type="button" role="checkbox" aria-checked="true" aria-label="Boxed">x</button>
      <input class="clear" type="checkbox" aria-hidden="true" tabindex="-1" checked></div>
    <div><b role="combobox" tabindex="0" aria-label="Span">30 days</b>
      <div class="unseen" aria-hidden="true"><select tabindex="-1">${choices}</select></div></div>
    <div><input type="checkbox" aria-hidden="true" tabindex="-1" checked> Drawn</div>
    <div><p>Deep</p>${'<div>'.repeat(6)}<input role="combobox" value="30 days">${'</div>'.repeat(6)}</div>
    <div><b role="combobox" tabindex="0" aria-label="Kind" aria-required="true">Select a kind</b></div>
    <div><b role="combobox" tabindex="0" aria-label="Art" aria-required="true">– Bitte auswählen –</b></div>
    <div><b role="combobox" tabindex="0" aria-label="Group">Select all</b></div></form>`;
  for (const { style } of document.querySelectorAll<HTMLElement>('.unseen')) {
    Object.assign(style, { position: 'absolute', overflow: 'hidden', padding: 0, border: 0 });
    Object.assign(style, { width: '1px', height: '1px' });
  }
  const box = document.querySelector<HTMLElement>('.clear');
  if (box) box.style.opacity = '0';
};

describe('the look at what a toolkit draws', () => {
  it('leaves out what holds a choice out of sight, and tells what is chosen from what has to be', async () => {
    const { window, ports } = await opened();
    await window.page.evaluate(drawWithHelpers);
    const seen = (await look(ports, null)).controls.map(
      ({ kind, name, empty, checked }) => `${kind} ${name} ${empty ?? checked}`,
    );
    expect(seen).toEqual([
      'combobox Level false',
      'check Boxed true',
      'combobox Span false',
      'check Drawn true',
      'combobox Deep false',
      'combobox Kind true',
      'combobox Art true',
      'combobox Group false',
    ]);
  });
});

describe('the shield', () => {
  it('takes a person’s click before the page does, and lets the driver act below it', async () => {
    const { window, ports } = await opened();
    await ports.ask({ do: 'shield', texts: SHIELD, fresh: true });
    const { x, y } = await menuAt(window);
    await window.page.mouse.click(x, y);
    expect(await menuIsOpen(window)).toBe(false);
    const menu = (await look(ports, null)).controls.find(({ name }) => name === 'Cockpit menu');
    if (!menu) throw new Error('The look does not see below the shield.');
    expect(menu.covered).toBe(false);
    const { ref, signature } = menu;
    expect(await ports.ask({ do: 'act', act: { kind: 'press', ref, signature } })).toEqual({
      kind: 'acted',
      outcome: { kind: 'done' },
    });
    expect(await menuIsOpen(window)).toBe(true);
    await ports.ask({ do: 'unshield' });
    expect(await hosts(window)).toBe(0);
  });

  it('goes at Escape, and nothing more is done in that run', async () => {
    const { window, ports } = await opened();
    await ports.ask({ do: 'shield', texts: SHIELD, fresh: true });
    await window.page.keyboard.press('Escape');
    expect(await hosts(window)).toBe(0);
    const act = { kind: 'press', ref: 'e1', signature: '' } as const;
    expect(await ports.ask({ do: 'act', act })).toEqual({ kind: 'stopped' });
    await ports.ask({ do: 'shield', texts: SHIELD, fresh: true });
    expect((await look(ports, null)).controls.length).toBeGreaterThan(0);
  });
});
