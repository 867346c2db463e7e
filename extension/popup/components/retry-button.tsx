import type { Actions, Model } from '../model.ts';

/** Asks the page again who is signed in. */
export const RetryButton = ({ model, act }: { readonly model: Model; readonly act: Actions }) => (
  <button type="button" class="primary" aria-disabled={model.busy} onClick={act.reopen}>
    {model.texts.tryAgain}
  </button>
);
