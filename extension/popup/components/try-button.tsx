import type { Actions, Model } from '../model.ts';

/** Tries the token: one harmless call with it. */
export const TryButton = ({ model, act }: { readonly model: Model; readonly act: Actions }) => {
  const trying = model.trial === 'running';
  const { tryIt, trying: running } = model.texts.saved;
  return (
    <button type="button" aria-disabled={trying} onClick={trying ? undefined : act.tryToken}>
      {trying ? running : tryIt}
    </button>
  );
};
