// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pagePart } from './page-part.ts';

const OPTIONS = (name: string) =>
  `<ul role="listbox" id="all" aria-label="${name}"><li role="option">All</li><li role="option" aria-selected="true">Cold store</li></ul>`;

const seen = async (html: string) =>
  (await pagePart(html).look()).controls.map(({ kind, name, empty, checked, value }) => ({
    kind,
    name,
    empty,
    checked,
    value,
  }));

describe('what a toolkit draws without a native control', () => {
  it.each([
    [
      'a slider',
      '<div role="slider" aria-label="Days" aria-valuenow="30"></div>',
      { kind: 'spinbutton', name: 'Days', empty: false },
    ],
    [
      'a box in a menu',
      '<div role="menuitemcheckbox" aria-checked="true">Full access</div>',
      { kind: 'check', name: 'Full access', checked: true },
    ],
    [
      'a choice in a menu',
      '<div role="menuitemradio" aria-checked="true">Everything</div>',
      { kind: 'radio', name: 'Everything', checked: true },
    ],
    [
      'a tree’s branch with a box',
      '<div role="treeitem" aria-checked="mixed">Devices</div>',
      { kind: 'check', name: 'Devices', checked: 'mixed' },
    ],
    [
      'a tree’s branch without one',
      '<div role="treeitem">Devices</div>',
      { kind: 'menuitem', checked: null },
    ],
    [
      'a list that stands open',
      OPTIONS('Device group'),
      { kind: 'listbox', name: 'Device group', empty: false, value: 'Cold store' },
    ],
    [
      'a list in which nothing is chosen',
      '<div role="listbox" aria-label="Scope"><div role="option">All</div></div>',
      { kind: 'listbox', name: 'Scope', empty: true, value: null },
    ],
  ])('is seen for what it is: %s', async (_, html, control) => {
    expect(await seen(html)).toMatchObject([control]);
  });

  it('is no field of its own where another field owns the list', async () => {
    const field = '<input role="combobox" aria-label="Group" aria-controls="all">';
    expect(await seen(field + OPTIONS('Group'))).toMatchObject([{ kind: 'combobox' }]);
  });
});
