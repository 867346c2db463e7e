import type { Language } from '../../../shared/messages/language.ts';
import type { BrowserDriver } from '../browsers/driver.ts';

type Scheme = 'light' | 'dark';

/** Rules of axe-core by their ids; undefined: all of WCAG. */
type Rules = readonly string[] | undefined;

/** The rules that look at colours, which are all that a scheme changes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** The rules that look at sizes, which are all of a language's text that a browser decides. */
const OF_SIZE = ['target-size'];

/**
 * What axe-core looks for: every rule in every language, and in both schemes what a scheme changes,
 * which is colours alone (`integration/house/styles.test.ts`). The popup's documents are the same in
 * both browsers, so the languages but one are tried in the second for nothing but their sizes.
 */
export const rulesFor = (
  { name }: Pick<BrowserDriver, 'name'>,
  language: Language,
): [Scheme, Rules][] =>
  name === 'firefox' && language !== 'de'
    ? [['light', OF_SIZE]]
    : [
        ['light', undefined],
        ['dark', OF_COLOUR],
      ];
