import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/checkout.ts';

// The walks through the popup (e2e/popup/accessibility.test.ts) look at colours once and not in every
// language, and in the dark at nothing else. They may as long as this holds.

const sources = globSync('extension/**/*.{css,html,ts,tsx}', {
  cwd: ROOT,
  exclude: (name) => name === 'node_modules',
}).map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

/** Where a pattern occurs, by file. */
const findings = (pattern: RegExp, ending: RegExp): string[] =>
  sources
    .filter(({ file }) => ending.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));

describe('the looks of the extension', () => {
  it('are in style sheets that this test finds', () => {
    expect(findings(/light-dark\(/g, /\.css$/).length).toBeGreaterThan(10);
  });

  it('do not depend on the language', () => {
    expect(findings(/:lang\(|\[lang|:dir\(|\[dir/g, /\.css$/)).toEqual([]);
  });

  it('depend on the colour scheme in nothing but colours', () => {
    expect(findings(/prefers-color-scheme|matchMedia/g, /./)).toEqual([]);
    expect(findings(/light-dark\((?!#[\da-f]+, ?#[\da-f]+\))[^;]*/g, /./)).toEqual([]);
  });

  // Chromium lays a popup out so wide and so tall before it does at its size; any rule that held for the one and
  // not for the other had all styles looked for anew, twice before the first picture and at each change.
  it('are the same for the popup at 25 pixels by 25 as at its size', () => {
    const sized = findings(
      /@media[^{]*(?:width|height)[^{]*/g,
      /extension\/(?:popup|look)\/.*\.css$/,
    );
    expect(sized.length).toBeGreaterThan(5);
    const bounded = /: @media \(50px <= (?:width|height) <= \d+px\) $/;
    expect(sized.filter((each) => !bounded.test(each))).toEqual([]);
  });
});
