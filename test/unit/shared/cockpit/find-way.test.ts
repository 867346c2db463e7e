import { describe, expect, it } from 'vitest';
import { offersWizard } from '../../../../shared/cockpit/decide.ts';
import { findWay, isAtTokens } from '../../../../shared/cockpit/find-way.ts';
import type { Subject } from '../../../../shared/cockpit/labels.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { control, page } from './controls.ts';

/** What a cockpit's menu has that is closed now; on a page that is none it is empty. */
const CLOSED = ['Tenant', 'API'];

const way = (controls: Parameters<typeof page>[0], went: readonly Subject[] = []) =>
  findWay(page(controls, { closedMenu: CLOSED }), went);

const elsewhere = (controls: Parameters<typeof page>[0], closedMenu: string[] = []) => {
  const observation = page(controls, { closedMenu });
  return { way: findWay(observation, []), offered: offersWizard(observation) };
};

describe('the way to the wizard', () => {
  it.each([
    ['menu', control('button', 'Cockpit menu')],
    ['menu', control('button', '', { icon: 'menu' })],
    ['menu', control('button', 'Menü öffnen')],
    ['administration', control('link', 'Verwaltung')],
    ['administration', control('link', 'Administration', { expanded: true })],
    ['tenantPage', control('menuitem', 'Tenant')],
    ['api', control('tab', 'API')],
  ] as const)('goes on at %s where the page shows it', (point, at) => {
    expect(way([control('link', 'Devices'), at])).toMatchObject({ ok: true, value: { point } });
  });

  it('takes the farthest point that the page shows', () => {
    const all = [
      control('link', 'Administration'),
      control('tab', 'API'),
      control('link', 'Tenant'),
    ];
    expect(way(all)).toMatchObject({ ok: true, value: { point: 'api' } });
  });

  it.each([
    ['its group is named for it', [control('button', 'Create', { group: 'API tokens' })], ['api']],
    ['it says so itself', [control('button', 'Create token')], ['api']],
    [
      'the API tab is the current one',
      [control('button', 'Create'), control('tab', 'API', { current: true })],
      [],
    ],
  ] as const)('takes Create for a token’s where %s', (_, controls, went) => {
    expect(way(controls, went)).toMatchObject({ ok: true, value: { point: 'open' } });
  });

  it('is not gone on by a Create that says it ends another token', () => {
    const name = 'Create token (revokes the current one)';
    const observation = page([control('button', name)], { headed: true });
    expect(findWay(observation, [])).toEqual({
      ok: false,
      error: refusal('other_tokens', 'open', name),
    });
    expect(offersWizard(observation)).toBe(false);
  });

  it('takes Create for a token’s below a heading that says so', () => {
    const observation = page([control('button', 'Create')], { headed: true });
    expect(findWay(observation, [])).toMatchObject({ ok: true, value: { point: 'open' } });
    expect(offersWizard(observation)).toBe(true);
  });

  it('takes Create for no token’s anywhere else, as where the API tab was pressed and has not come', () => {
    expect(way([control('button', 'Create')])).toBeUndefined();
    expect(way([control('button', 'Create')], ['api'])).toBeUndefined();
  });

  it.each(['Create token…', 'Create token ...'])(
    'knows one that has more to ask first: %s',
    (name) => {
      expect(way([control('button', name)], ['api'])).toMatchObject({
        value: { control: { name } },
      });
    },
  );

  it('takes the one that says what it creates, where there are both', () => {
    const both = [control('button', 'Create'), control('button', 'Create token')];
    expect(way(both, ['api'])).toMatchObject({ value: { control: { name: 'Create token' } } });
  });

  it('knows Create by its icon where it has no word', () => {
    const icons = [
      control('button', '', { ref: 'a', icon: 'copy' }),
      control('button', '', { ref: 'b', icon: 'add' }),
    ];
    const there = page(icons, { headed: true });
    expect(findWay(there, ['api'])).toMatchObject({ ok: true, value: { control: { ref: 'b' } } });
  });

  it.each([
    ['that says nothing', control('button', '')],
    ['of another thing', control('button', '', { icon: 'copy' })],
    ['beside another word', control('button', 'Filter', { icon: 'add' })],
    ['that is disabled', control('button', '', { icon: 'add', disabled: true })],
  ])('presses no icon %s', (_, icon) => {
    expect(findWay(page([icon], { headed: true }), ['api'])).toBeUndefined();
    expect(way([icon])).toBeUndefined();
  });

  it('goes on where what the page shows now is little, once it is under way', () => {
    const there = page([control('link', 'API')]);
    expect(findWay(there, ['menu'])).toMatchObject({ ok: true, value: { point: 'api' } });
  });

  it('waits at the point that is the current one for what lies beyond', () => {
    expect(way([control('tab', 'API', { current: true })])).toBeUndefined();
  });

  it('opens the form with a control that is marked as the current one, too', () => {
    const current = control('tab', 'Create token', { current: true });
    expect(way([current])).toMatchObject({ ok: true, value: { point: 'open' } });
  });

  it('goes through nothing twice', () => {
    expect(way([control('link', 'Administration')], ['administration'])).toBeUndefined();
  });

  it.each([
    ['another origin', { leaves: true }],
    ['nowhere, being disabled', { disabled: true }],
  ])('follows no link to %s', (_, change) => {
    expect(way([control('link', 'API', change)])).toBeUndefined();
  });

  it('stops where two could be meant', () => {
    const two = [control('link', 'Tenant', { ref: 'a' }), control('link', 'Tenant', { ref: 'b' })];
    expect(way(two)).toMatchObject({
      ok: false,
      error: { reason: 'ambiguous', subject: 'tenantPage' },
    });
  });

  describe('beside fields', () => {
    const form = ['Host', 'Port'].map((name) => control('text', name, { path: [1, 2] }));
    const admin = (path: number[]) => control('button', 'Admin', { path });

    it('presses nothing that stands in a form', () => {
      expect(way([...form, admin([1, 2])])).toMatchObject({
        ok: false,
        error: { reason: 'no_wizard' },
      });
    });

    it('presses nothing that stands in a form and is not what was shown', () => {
      const pointed = [{ subject: 'api' as const, refs: [] }];
      const there = page([...form, admin([1, 2])], { closedMenu: CLOSED, pointed });
      expect(findWay(there, [])).toMatchObject({ ok: false, error: { reason: 'no_wizard' } });
    });

    it.each([
      ['a search alone', [control('text', 'Search'), admin([1])]],
      ['a form that is not its own', [...form, admin([1, 2, 3])]],
    ])('goes on beside %s', (_, controls) => {
      expect(way(controls)).toMatchObject({ ok: true, value: { point: 'administration' } });
    });
  });

  it('presses what stands beside one field alone, which is a search', () => {
    const search = control('text', 'Search', { path: [1, 2] });
    expect(way([search, control('button', 'Admin', { path: [1, 2] })])).toMatchObject({
      ok: true,
      value: { point: 'administration' },
    });
  });

  it('opens no person’s own menu', () => {
    expect(way([control('button', 'User menu')])).toBeUndefined();
  });

  it('closes no menu that is open', () => {
    expect(way([control('button', 'Menu', { expanded: true })])).toBeUndefined();
  });
});

describe('a page', () => {
  it.each([
    ['a menu’s button alone', [control('button', 'Menu')], []],
    ['a link to an API alone', [control('link', 'API')], []],
    ['this platform’s words alone', [control('button', 'Menu')], ['Devices', 'Alarms']],
    ['a point beside one of them', [control('link', 'Administration')], ['Devices']],
    ['both of them', [control('button', 'Menu'), control('link', 'API')], []],
    [
      'an Administration of something else',
      [control('link', 'Administration')],
      ['Posts', 'Users'],
    ],
    ['a button that creates something', [control('button', 'Create'), control('link', 'API')], []],
    ['a button for keys of some kind', [control('button', 'Add key')], []],
    [
      'two points of two languages',
      [control('link', 'Verwaltung'), control('link', 'Chiavi API')],
      [],
    ],
    [
      'links to elsewhere',
      [
        control('button', 'Menu'),
        control('link', 'Tenant', { leaves: true }),
        control('link', 'API', { leaves: true }),
      ],
      [],
    ],
  ] as const)('is no cockpit for %s, and nothing of it is pressed', (_, controls, closed) => {
    expect(elsewhere(controls, [...closed])).toEqual({ way: undefined, offered: false });
  });

  it.each([
    ['a menu that is closed over the way', [control('button', 'Menü')], ['Verwaltung', 'Tenant']],
    ['two points of the way', [control('link', 'Tenant'), control('tab', 'API')], []],
    [
      'one point among this platform’s words',
      [control('link', 'Administration'), control('link', 'Devices'), control('link', 'Alarms')],
      [],
    ],
  ] as const)('is a cockpit for %s', (_, controls, closed) => {
    expect(elsewhere(controls, [...closed]).offered).toBe(true);
  });

  it('is one for whoever pointed at it', () => {
    const both = [control('link', 'Settings'), control('link', 'Help')];
    const pointed = [{ subject: 'administration' as const, refs: ['Settings'] }];
    const there = page(both, { pointed });
    expect(offersWizard(there)).toBe(true);
    expect(findWay(there, [])).toMatchObject({
      value: { point: 'administration', control: { ref: 'Settings' } },
    });
  });

  it('is one for whoever pointed at anything in it, if it is there', () => {
    const seen = (...refs: string[]) =>
      page([control('button', 'Menu')], { pointed: [{ subject: 'save' as const, refs }] });
    expect(offersWizard(seen('Keep'))).toBe(true);
    expect(offersWizard(seen())).toBe(false);
  });
});

describe('the list of tokens', () => {
  const both = [control('link', 'Help'), control('button', 'Make one')];
  const shown = (subject: Subject, ...refs: string[]) =>
    page(both, { pointed: [{ subject, refs }] });

  it('is where what opens the form was pointed at', () => {
    expect(isAtTokens(shown('open', 'Make one'))).toBe(true);
  });

  it.each([
    ['another thing was pointed at', shown('administration', 'Help')],
    ['what was pointed at is gone', shown('open')],
    ['what was pointed at is two controls now', shown('open', 'Make one', 'Help')],
    ['the API tab is not the current one', page([control('tab', 'API')])],
  ])('is not where %s', (_, there) => {
    expect(isAtTokens(there)).toBe(false);
  });
});
