import type { Actions, Model } from '../model.ts';

/** Where the token is tried, on a platform that does not tell it. */
export const ApiUrlField = ({ model, act }: { readonly model: Model; readonly act: Actions }) =>
  model.untold ? (
    <div class="field">
      <label for="api">{model.untold.label}</label>
      <input
        id="api"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        value={model.apiUrl ?? model.untold.apiUrl}
        onInput={({ currentTarget }) => act.nameApiUrl(currentTarget.value)}
      />
    </div>
  ) : null;
