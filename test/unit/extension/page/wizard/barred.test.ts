// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pagePart } from './page-part.ts';

const NEXT = '<button>Next</button>';

const seen = async (html: string, name: string) =>
  (await pagePart(html).look()).controls.find((each) => each.name === name);

describe('a button that sends a form', () => {
  it.each([
    ['a password', '<label>Your password <input type="password" required></label>'],
    [
      'a name of another form',
      '<label>Your password <input pattern="[a-z-]+" value="A b"></label>',
    ],
  ])('says which field a browser would ask for: %s', async (_, field) => {
    expect(await seen(`<form>${field}${NEXT}</form>`, 'Next')).toMatchObject({
      bars: 'Your password',
    });
  });

  it.each([
    ['all is there', `<form><input required value="x">${NEXT}</form>`],
    ['the form wants no check', `<form novalidate><input required>${NEXT}</form>`],
    ['the button wants none', '<form><input required><button formnovalidate>Next</button></form>'],
    ['the field is out of sight', `<form><input required hidden>${NEXT}</form>`],
    ['it sends nothing', '<form><input required><button type="button">Next</button></form>'],
    ['there is no form', `<input required>${NEXT}`],
  ])('names none where %s', async (_, html) => {
    expect(await seen(html, 'Next')).toMatchObject({ bars: null });
  });
});

describe('a field with something that its form does not take', () => {
  const name = (attributes: string) => `<label>Name <input ${attributes}></label>`;

  it.each([
    ['it is of another form', `<form>${name('pattern="[a-z-]+" value="A b"')}</form>`, true],
    ['it is no address', `<form>${name('type="email" value="x"')}</form>`, true],
    ['nothing is there yet', `<form>${name('required')}</form>`, false],
    ['nobody checks', `<form novalidate>${name('pattern="[a-z-]+" value="A b"')}</form>`, false],
  ])('says so: %s', async (_, html, invalid) => {
    expect(await seen(html, 'Name')).toMatchObject({ invalid });
  });

  it('keeps no more than it has room for', async () => {
    const part = pagePart(name('maxlength="8"'));
    const [control] = (await part.look()).controls;
    const { ref = '', signature = '' } = control ?? {};
    await part.ask({ do: 'act', act: { kind: 'type', ref, signature, text: 'A name too long' } });
    expect((await part.look()).controls[0]?.value).toBe('A name t');
  });
});
