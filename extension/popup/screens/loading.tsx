import type { Model } from '../model.ts';

/** Drawn only where the page takes its time; the popup's own file holds the first picture. */
export const LoadingScreen = ({ model }: { readonly model: Model }) => (
  <div class="skeleton">
    <h1>
      <span role="status">{model.texts.loading}</span>
    </h1>
    <i />
    <i />
    <i />
    <i />
  </div>
);
