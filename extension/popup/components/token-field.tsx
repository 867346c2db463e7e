import type { Actions, Model } from '../model.ts';
import { CopyOutcome } from './copy-outcome.tsx';

const MASK = '•'.repeat(44);

/** The token, read-only: in the page's content only while it is shown. */
export const TokenField = ({ model, act }: { readonly model: Model; readonly act: Actions }) => {
  const { texts, remembered, shown, copy } = model;
  if (!remembered) return null;
  return (
    <div class="field">
      <label for="token">{texts.fields.token}</label>
      <textarea
        id="token"
        class={shown ? 'secret' : 'secret masked'}
        rows={1}
        readOnly
        spellcheck={false}
        autocomplete="off"
        aria-describedby="token-hint"
        value={shown ? remembered.token.reveal() : MASK}
        onCopy={(event) => {
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          if (shown && selectionEnd - selectionStart === value.length) act.copiedByHand(value);
        }}
      />
      <div class="beside">
        <CopyOutcome
          id="token-hint"
          copy={copy}
          texts={texts}
          before={shown ? undefined : texts.token.masked}
        />
        <button type="button" class="small" onClick={act.toggleShown}>
          {shown ? texts.buttons.hide : texts.buttons.show}
        </button>
        <button
          type="button"
          class={copy === 'done' ? 'small' : 'small primary'}
          data-focus={copy === 'done' ? undefined : true}
          onClick={act.copy}
        >
          {texts.buttons.copy}
        </button>
      </div>
    </div>
  );
};
