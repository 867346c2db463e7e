import { CLIPBOARD_SECONDS } from '../settings/settings.ts';
import type { OptionsProps } from './options-props.ts';

/** For how long a copied token may stay on the clipboard, where the browser lets it be cleared. */
export const ClipboardOptions = ({
  settings,
  texts: { clipboard: texts },
  clipboard,
  change,
  allowClipboard,
}: OptionsProps) => (
  <section aria-labelledby="clipboard">
    <h2 id="clipboard">{texts.title}</h2>
    <div class="field">
      <label for="seconds">{texts.label}</label>
      <select
        id="seconds"
        value={settings.clipboardSeconds}
        disabled={clipboard === 'unknown'}
        aria-describedby="seconds-hint"
        onChange={({ currentTarget: { value } }) =>
          change({
            clipboardSeconds: CLIPBOARD_SECONDS.find((each) => String(each) === value) ?? 0,
          })
        }
      >
        {CLIPBOARD_SECONDS.map((each) => (
          <option key={each} value={each}>
            {each === 0 ? texts.never : texts[each]}
          </option>
        ))}
      </select>
      <p class="hint" id="seconds-hint">
        {clipboard === 'unknown' ? texts.unknown : texts.hint}
      </p>
    </div>
    {clipboard !== 'unknown' && settings.clipboardSeconds > 0 ? (
      <div class="access">
        <p>{clipboard === 'prompt' ? texts.ask : texts[clipboard]}</p>
        {clipboard === 'prompt' ? (
          <button type="button" class="primary small" onClick={allowClipboard}>
            {texts.allow}
          </button>
        ) : null}
      </div>
    ) : null}
  </section>
);
