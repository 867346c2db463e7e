import type { Actions, Model } from '../model.ts';

/** Showing in the page where something is, where that helps. */
export const ShowOffer = ({
  model: { offer, busy },
  act,
}: {
  readonly model: Model;
  readonly act: Actions;
}) =>
  offer ? (
    <div class="offer">
      <p class="hint">{offer.hint}</p>
      <button type="button" class="small" aria-disabled={busy} onClick={act.show}>
        {offer.label}
      </button>
      <button type="button" class="small" aria-disabled={busy} onClick={act.describe}>
        {offer.describe}
      </button>
    </div>
  ) : null;
