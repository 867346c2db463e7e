// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { decideFinish, newFinish } from '../../../../../shared/cockpit/finish.ts';
import { pagePart } from './page-part.ts';

/** How Save or Cancel of a token “CI” ends where the list then stands there with such a row. */
const ending = async (wanted: 'save' | 'cancel', row: string): Promise<string> => {
  const { look } = pagePart(
    `<h2>API</h2><a href="#">Create</a><table><tr>${row}</tr></table><p>Use CIM.</p>`,
  );
  let run = { ...newFinish(wanted, 0), pressed: true };
  for (const waitedMs of [60, 120, 20_000]) {
    const decision = decideFinish(await look(), run, waitedMs);
    if (decision.do !== 'wait') return decision.do;
    run = decision.run;
  }
  throw new Error('It does not end.');
};

describe('a row that shows the token’s name', () => {
  it.each([
    ['alone', '<td>CI</td><td>Active</td>'],
    ['beside a badge', '<td>CI <span>Active</span></td>'],
    ['behind an icon', '<td><svg></svg>CI</td>'],
    ['over its description', '<td>CI<br><small>pipeline</small></td>'],
    ['beside a menu', '<td>CI<button>…</button></td>'],
    ['as the label of a box', '<td><label><input type="checkbox"> CI</label></td>'],
  ])('is a sign of Save, and none of Cancel: %s', async (_, row) => {
    expect(await ending('save', row)).toBe('confirmed');
    expect(await ending('cancel', row)).toBe('no_sign');
  });

  it.each([
    ['in a field', '<td><input value="CI"></td>'],
    ['with something in brackets', '<td>CI (Nord)</td>'],
    ['in a note', '<td><p role="status">Could not save <b>CI</b></p></td>'],
    ['as one that is not saved', '<td>CI</td><td>Pending</td>'],
    ['as one that is not saved, in the same cell', '<td>CI <i>Entwurf</i></td>'],
    ['as one that is not saved, in Italian', '<td>CI</td><td><svg></svg> In attesa</td>'],
    ['as one that is not saved, in French', '<td>CI</td><td>En attente</td>'],
    ['as one that was put out of use', '<td>CI</td><td>Disabled</td>'],
    ['as one that was put out of use, in German', '<td>CI <i>Deaktiviert</i></td>'],
    ['as a key that was put out of use, in French', '<td>CI</td><td>Désactivée</td>'],
  ])('is no sign of either: %s', async (_, row) => {
    expect(await ending('save', row)).toBe('no_sign');
    expect(await ending('cancel', row)).toBe('no_sign');
  });

  it.each([
    ['as one that is over', '<td>CI</td><td>Discarded</td>'],
    ['as one that is over, beside an icon', '<td>CI <span><svg></svg> Widerrufen</span></td>'],
    ['as a key that is over', '<td>CI</td><td>Révoquée</td>'],
    ['not at all', '<td>CIM</td><td>Active</td>'],
  ])('is a sign of Cancel: %s', async (_, row) => {
    expect(await ending('save', row)).toBe('no_sign');
    expect(await ending('cancel', row)).toBe('confirmed');
  });

  it('says nothing by its absence where the list goes on on another page', async () => {
    expect(await ending('cancel', '<td>Other</td><td><button>Next page</button></td>')).toBe(
      'no_sign',
    );
    expect(await ending('cancel', '<td>Other</td><td><button disabled>2</button></td>')).toBe(
      'confirmed',
    );
  });

  it('is not counted as saved where a card without a row says that it is not', async () => {
    const { look } = pagePart('<div><div>CI</div><div>Ausstehend</div></div>');
    expect(await look()).toMatchObject({ nameSeen: 1, namePending: 1, nameIn: 1 });
  });
});
