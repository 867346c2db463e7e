import type { OptionTexts } from '../texts/en.ts';

const dataUrl = (text: string): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;

/** A text to be read, copied, or saved as a file. */
export const TextFile = ({
  id,
  label,
  hint,
  text,
  fileName,
  texts,
  close,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly fileName: string;
  readonly texts: OptionTexts['cockpits'];
  readonly close: () => void;
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint === undefined ? null : (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <textarea
      id={id}
      class="file"
      rows={10}
      readOnly
      spellcheck={false}
      value={text}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    <div class="access">
      <a class="button" href={dataUrl(text)} download={fileName}>
        {texts.save}
      </a>
      <button type="button" class="small" onClick={close}>
        {texts.close}
      </button>
    </div>
  </div>
);
