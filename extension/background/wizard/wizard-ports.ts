import type { Description, Pointable } from '../../../shared/cockpit/description.ts';
import type { FinishRun } from '../../../shared/cockpit/finish.ts';
import type { Run } from '../../../shared/cockpit/run.ts';
import type { PageCommand } from '../../page/wizard/wizard-page.ts';
import type { PageAnswer } from './page-answers.ts';

/**
 * Why the page could not be asked any more. `not_granted`: the browser does not let the extension in, or
 * no longer, which in Firefox is so in each new document.
 */
export type PageLoss = 'tab_closed' | 'page_gone' | 'other_origin' | 'not_granted' | 'timeout';

/** A page as it was seen. `byHand`: others were loaded before it, which no step of the run's own explains. */
type Seen = Extract<PageAnswer, { readonly kind: 'seen' }> & { readonly byHand?: true };

/** One short call into the page, with a deadline; what comes back is checked. It never rejects. */
export type AskWizardPage = (
  command: PageCommand,
) => Promise<PageAnswer | Seen | { readonly kind: PageLoss }>;

/** What driving needs of the outside. */
export interface WizardPorts {
  readonly ask: AskWizardPage;
  readonly description: Description | null;
  /** Called before each step, to write down what is about to be done. */
  readonly keep: (run: Run) => Promise<void>;
  /** The same for Save and Cancel. */
  readonly keepFinish: (run: FinishRun) => Promise<void>;
  /** Called before each step with what it is about, for the words over the page and in the popup. */
  readonly progress: (about: Pointable) => Promise<void> | void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly rest: (ms: number) => Promise<void>;
}
