import type { Actions, Model } from '../model.ts';

/** Asks the page again who is signed in. */
export const RetryButton = ({
  model,
  act,
  beside = false,
}: {
  readonly model: Model;
  readonly act: Actions;
  /** Whether there is something else to do first. */
  readonly beside?: boolean;
}) => (
  <button
    type="button"
    class={beside ? 'small' : 'primary'}
    aria-disabled={model.busy}
    onClick={act.reopen}
  >
    {model.texts.tryAgain}
  </button>
);
