import { describe, expect, it } from 'vitest';
import { findWay } from '../../../../shared/cockpit/find-way.ts';
import type { Subject } from '../../../../shared/cockpit/labels.ts';
import { control, page } from './controls.ts';

const way = (controls: Parameters<typeof page>[0], went: readonly Subject[] = []) =>
  findWay(page(controls), went);

describe('the way to the wizard', () => {
  it.each([
    ['menu', control('button', 'Cockpit menu')],
    ['menu', control('button', '', { icon: 'menu' })],
    ['administration', control('link', 'Verwaltung')],
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
    ['the API tab was pressed', [control('button', 'Create')], ['api']],
    [
      'the API tab is the current one',
      [control('button', 'Create'), control('tab', 'API', { current: true })],
      [],
    ],
  ] as const)('takes Create for a token’s where %s', (_, controls, went) => {
    expect(way(controls, went)).toMatchObject({ ok: true, value: { point: 'open' } });
  });

  it('takes Create for no token’s anywhere else', () => {
    expect(way([control('button', 'Create')])).toBeUndefined();
  });

  it('knows Create by its icon where it has no word', () => {
    const icons = [
      control('button', '', { ref: 'a', icon: 'copy' }),
      control('button', '', { ref: 'b', icon: 'add' }),
    ];
    expect(way(icons, ['api'])).toMatchObject({ ok: true, value: { control: { ref: 'b' } } });
  });

  it('presses no icon that says nothing', () => {
    expect(way([control('button', '')], ['api'])).toBeUndefined();
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

  it('presses nothing that stands in a form', () => {
    const form = ['Host', 'Port'].map((name) => control('text', name, { path: [1, 2] }));
    expect(way([...form, control('button', 'Admin', { path: [1, 2] })])).toMatchObject({
      ok: false,
      error: { reason: 'no_wizard' },
    });
  });

  it('opens no person’s own menu', () => {
    expect(way([control('button', 'User menu')])).toBeUndefined();
  });

  it('closes no menu that is open', () => {
    expect(way([control('button', 'Menu', { expanded: true })])).toBeUndefined();
  });
});
